// The steps that can be undone and redone, kept so that an edit costs the same however many there are.
import { advanceUndoStack, type JournalEntry, UNDO_LIMIT, type UndoStack, type UndoStep } from '#shared/model/journal-entry';

/** Steps over the limit that are dragged along before the list is cut: cutting it at every edit would copy it at every edit. */
const SLACK = UNDO_LIMIT;

/**
 * What `advanceUndoStack` says, without copying a thousand steps for an entry: new steps are put at the end of one list, and those over the
 * limit are skipped at its beginning until it is worth cutting them off.
 */
export class UndoSteps {
  /** From `#start` on the steps of the past, oldest first. */
  #past: UndoStep[];
  #start = 0;
  #future: UndoStep[];

  constructor(stack: UndoStack) {
    this.#past = [...stack.past];
    this.#future = stack.future;
  }

  /** The stack as it stands; later entries do not change what was given. */
  get stack(): UndoStack {
    return { past: this.#past.slice(this.#start), future: this.#future };
  }

  /** The step that undo would take back. */
  get last(): UndoStep | undefined {
    return this.#past.length > this.#start ? this.#past.at(-1) : undefined;
  }

  /** The step that redo would do again. */
  get next(): UndoStep | undefined {
    return this.#future.at(-1);
  }

  /** Takes entries in, oldest first. @returns what takes them out again; of several calls the newest is taken out first. */
  advance(entries: readonly JournalEntry[]): () => void {
    const [only] = entries;
    if (only && entries.length === 1) return this.#take(only);
    const takeOut = entries.map((entry) => this.#take(entry));
    return () => {
      for (const one of takeOut.reverse()) one();
    };
  }

  /**
   * Takes one entry in and gives what takes it out again. Only the end of the past counts for what an entry does, so the rule itself is asked with that alone.
   */
  #take(entry: JournalEntry): () => void {
    const before = { past: this.#past, start: this.#start, future: this.#future, length: this.#past.length, last: this.last };
    const from = before.last ? before.length - 1 : before.length;
    const after = advanceUndoStack({ past: before.last ? [before.last] : [], future: this.#future }, entry);
    this.#past.length = from;
    this.#past.push(...after.past);
    this.#future = after.future;
    if (this.#past.length - this.#start > UNDO_LIMIT) this.#start += 1;
    if (this.#start > SLACK) {
      // Those who hold the list from before keep it: taking out goes back to it.
      this.#past = this.#past.slice(this.#start);
      this.#start = 0;
    }
    return () => {
      this.#past = before.past;
      this.#past.length = from;
      if (before.last) this.#past.push(before.last);
      this.#start = before.start;
      this.#future = before.future;
    };
  }
}
