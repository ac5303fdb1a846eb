// Which documents hold which word: a compact sorted table for what was there, a small list for what came since.
import type { Steps } from '#shared/lib/steps';

/** A run of document numbers, ascending. */
export interface Postings {
  list: ArrayLike<number>;
  from: number;
  to: number;
}

/** The compact table as plain data, for storing it. */
export interface WordTableData {
  /** Ascending by UTF-16 units. */
  words: string[];
  /** Where the documents of each word begin in `postings`; one more than there are words. */
  starts: Uint32Array;
  postings: Uint32Array;
}

/** Words between two halts of the long work. */
const WORDS_A_STEP = 256;

export class WordTable {
  #words: string[];
  #starts: Uint32Array;
  #postings: Uint32Array;
  /** Words of documents that were added since the table was made. */
  readonly #added = new Map<string, number[]>();

  constructor(data: WordTableData = { words: [], starts: new Uint32Array(1), postings: new Uint32Array(0) }) {
    this.#words = data.words;
    this.#starts = data.starts;
    this.#postings = data.postings;
  }

  /** The table when nothing was added since it was made, null otherwise. */
  get whole(): WordTableData | null {
    return this.#added.size > 0 ? null : { words: this.#words, starts: this.#starts, postings: this.#postings };
  }

  /** Notes the words of a document whose number is higher than every one before. */
  add(document: number, words: Iterable<string>): void {
    for (const word of words) {
      const list = this.#added.get(word);
      if (!list) this.#added.set(word, [document]);
      else if (list.at(-1) !== document) list.push(document);
    }
  }

  /** The documents that hold exactly this word. */
  exact(word: string): Postings[] {
    const found: Postings[] = [];
    const at = this.#lowerBound(word);
    if (this.#words[at] === word) found.push(this.#run(at, at + 1));
    const added = this.#added.get(word);
    if (added) found.push({ list: added, from: 0, to: added.length });
    return found;
  }

  /** The documents with longer words that begin like this, each perhaps more than once. */
  longer(prefix: string): Postings[] {
    const found: Postings[] = [];
    let from = this.#lowerBound(prefix);
    if (this.#words[from] === prefix) from += 1;
    const to = this.#lowerBound(`${prefix}\uffff`);
    if (to > from) found.push(this.#run(from, to));
    for (const [word, list] of this.#added) {
      if (word.length > prefix.length && word.startsWith(prefix)) found.push({ list, from: 0, to: list.length });
    }
    return found;
  }

  /** Words that pass. Labels of ours (below a space) are left out. */
  filter(passes: (word: string) => boolean): Set<string> {
    const found = new Set<string>();
    for (let at = this.#lowerBound(' '); at < this.#words.length; at += 1) {
      const word = this.#words[at] ?? '';
      if (passes(word)) found.add(word);
    }
    for (const word of this.#added.keys()) if (word >= ' ' && passes(word)) found.add(word);
    return found;
  }

  /**
   * Everything as one compact table, in steps. Nothing may be added meanwhile.
   * @param renumber new number of each document, ascending; -1 for those that are gone.
   */
  *compacted(renumber: Int32Array): Steps<WordTableData> {
    const vocabulary = yield* merged(this.#words, [...this.#added.keys()].sort());
    const words: string[] = [];
    const starts: number[] = [0];
    let size = this.#postings.length;
    for (const list of this.#added.values()) size += list.length;
    const postings = new Uint32Array(size);
    let end = 0;
    let old = 0;
    for (const [place, word] of vocabulary.entries()) {
      if (place % WORDS_A_STEP === 0) yield;
      if (this.#words[old] === word) {
        const to = this.#starts[old + 1] ?? 0;
        for (let at = this.#starts[old] ?? 0; at < to; at += 1) {
          const number = renumber[this.#postings[at] ?? 0] ?? -1;
          if (number >= 0) postings[end++] = number;
        }
        old += 1;
      }
      for (const document of this.#added.get(word) ?? []) {
        const number = renumber[document] ?? -1;
        if (number >= 0) postings[end++] = number;
      }
      if (end > (starts.at(-1) ?? 0)) {
        words.push(word);
        starts.push(end);
      }
    }
    return { words, starts: Uint32Array.from(starts), postings: end === size ? postings : postings.slice(0, end) };
  }

  #run(from: number, to: number): Postings {
    return { list: this.#postings, from: this.#starts[from] ?? 0, to: this.#starts[to] ?? 0 };
  }

  /** Place of the first word that is not below. */
  #lowerBound(word: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Two ascending lists as one, each word once. */
function* merged(left: readonly string[], right: readonly string[]): Steps<string[]> {
  const words: string[] = [];
  let at = 0;
  for (const [place, word] of left.entries()) {
    if (place % WORDS_A_STEP === 0) yield;
    for (; at < right.length && (right[at] ?? '') < word; at += 1) words.push(right[at] ?? '');
    if (right[at] === word) at += 1;
    words.push(word);
  }
  for (; at < right.length; at += 1) words.push(right[at] ?? '');
  return words;
}

/** How many entries a few runs have. */
export const sizeOf = (runs: readonly Postings[]): number => runs.reduce((size, { from, to }) => size + to - from, 0);
