// The tag trees on screen (side bar and tab): commands act on the one that had the focus last.
export interface TagList {
  /** Chosen tags in the order in which they stand. */
  chosen(): readonly string[];
  focusFilter(): void;
  /** Puts the focus on a tag's row once it is there. */
  focusTag(tagId: string): void;
  /** The row that should have the focus after these are gone; null when none is left. */
  neighbourOf(tagIds: readonly string[]): string | null;
}

const lists: TagList[] = [];
let last: TagList | null = null;

/** @returns the undo of it. */
export function registerTagList(list: TagList): () => void {
  lists.push(list);
  return () => {
    lists.splice(lists.indexOf(list), 1);
    if (last === list) last = null;
  };
}

export function tagListFocused(list: TagList): void {
  last = list;
}

export function currentTagList(): TagList | null {
  return last ?? lists.at(-1) ?? null;
}
