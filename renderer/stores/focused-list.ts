// The list that has the focus, or had it last: list commands (rename, remove, open) act on it.
export interface ListActions {
  /** Opens the chosen row for good. */
  open(): void;
  rename(): void;
  remove(): void;
  /** Puts the cursor into the list's filter. */
  filter(): void;
}

const lists = new Map<string, ListActions>();
let last: string | null = null;

/** A list announces itself while it is mounted; @returns the undo of it. */
export function registerList(name: string, actions: ListActions): () => void {
  lists.set(name, actions);
  return () => {
    if (lists.get(name) === actions) lists.delete(name);
  };
}

/** A list says that the focus is in it. */
export function listFocused(name: string): void {
  last = name;
}

/** The list that had the focus last; with none yet, the one of this name. */
export function focusedList(otherwise: string): ListActions | null {
  return lists.get(last ?? otherwise) ?? lists.get(otherwise) ?? null;
}
