// Full-text index in memory: words, prefixes, phrases, exclusions and labels, with typing errors forgiven; kept up to date document by document.
import type { Steps } from '#shared/lib/steps';

import type { TextDocument } from './text-document.ts';
import { type Postings, sizeOf, WordTable, type WordTableData } from './word-table.ts';
import { wordsOf } from './words.ts';

/** Labels stand among the words, below everything that can be typed. */
const LABEL = '\u0001';

/** The documents side by side, by number. */
export interface DocumentColumns {
  keys: string[];
  kinds: number[];
  texts: string[];
  labels: string[];
  extras: string[];
}

/** The whole index as plain data, for storing it. */
export interface TextIndexData {
  words: WordTableData;
  documents: DocumentColumns;
}

/** Documents between two halts of the long work. */
const DOCUMENTS_A_STEP = 2000;

export class TextIndex {
  readonly table: WordTable;
  readonly columns: DocumentColumns;
  /** UTF-16 units of each text: asked for often, and a text is far away in memory. */
  readonly lengths: number[];
  readonly #numbers = new Map<string, number>();
  readonly #recent = new Map<string, string>();
  /** 1 for documents that were replaced or removed. */
  #gone: Uint8Array;
  #goneCount = 0;
  /** Documents that stand in the compact table. */
  readonly #compactCount: number;

  /** @param data as `compacted` gave it. */
  constructor(data?: TextIndexData) {
    this.table = new WordTable(data?.words);
    this.columns = data?.documents ?? { keys: [], kinds: [], texts: [], labels: [], extras: [] };
    this.lengths = this.columns.texts.map((text) => text.length);
    for (const [number, key] of this.columns.keys.entries()) this.#numbers.set(key, number);
    this.#compactCount = this.columns.keys.length;
    this.#gone = new Uint8Array(this.#compactCount);
  }

  /** Documents that can be found. */
  get size(): number {
    return this.#numbers.size;
  }

  /** How many documents were added or taken away since the last compacting. */
  get loose(): number {
    return this.columns.keys.length - this.#compactCount + this.#goneCount;
  }

  keys(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  /** Numbers of documents that were replaced or removed are set to a value. */
  markGone(marks: Uint8Array, value: number): void {
    if (this.#goneCount === 0) return;
    const length = Math.min(marks.length, this.#gone.length);
    for (let number = 0; number < length; number += 1) if (this.#gone[number] === 1) marks[number] = value;
  }

  /** How many entries of the runs are of documents that are still there; counts no further than `enough`. */
  living(runs: readonly Postings[], enough = Infinity): number {
    if (this.#goneCount === 0) return Math.min(sizeOf(runs), enough);
    let count = 0;
    for (const { list, from, to } of runs) {
      for (let at = from; at < to && count < enough; at += 1) if (this.#gone[list[at] ?? 0] !== 1) count += 1;
    }
    return count;
  }

  /** Adds a document, or puts it in the place of the one with its key. @returns false when it is there already just so. */
  put(document: TextDocument): boolean {
    const { columns } = this;
    const labels = this.#once(document.labels.join('\n'));
    const earlier = this.#numbers.get(document.key);
    if (earlier !== undefined) {
      const same =
        columns.texts[earlier] === document.text &&
        columns.labels[earlier] === labels &&
        columns.extras[earlier] === document.extra &&
        columns.kinds[earlier] === document.kind;
      if (same) return false;
      this.#takeAway(earlier);
    }
    const number = columns.keys.push(document.key) - 1;
    columns.kinds.push(document.kind);
    columns.texts.push(document.text);
    this.lengths.push(document.text.length);
    columns.labels.push(labels);
    columns.extras.push(document.extra);
    this.#numbers.set(document.key, number);
    this.table.add(number, wordsOf(document.text));
    this.table.add(
      number,
      document.labels.map((label) => LABEL + label),
    );
    return true;
  }

  /** Takes a document away, with its words; unknown keys are fine. The words leave the memory with the next compacting. */
  remove(key: string): boolean {
    const number = this.#numbers.get(key);
    if (number === undefined) return false;
    this.#numbers.delete(key);
    this.#takeAway(number);
    return true;
  }

  /** The documents with a label. */
  labelled(label: string): ReturnType<WordTable['exact']> {
    return this.table.exact(LABEL + label);
  }

  /** The same index without what is gone, everything in the compact table; in steps. Nothing may change meanwhile. */
  *compacted(): Steps<TextIndexData> {
    const { columns } = this;
    const words = this.loose === 0 ? this.table.whole : null;
    if (words) return { words, documents: columns };
    const renumber = new Int32Array(columns.keys.length).fill(-1);
    const documents: DocumentColumns = { keys: [], kinds: [], texts: [], labels: [], extras: [] };
    for (const [number, key] of columns.keys.entries()) {
      if (number % DOCUMENTS_A_STEP === 0) yield;
      if (this.#gone[number] === 1) continue;
      renumber[number] = documents.keys.push(key) - 1;
      documents.kinds.push(columns.kinds[number] ?? 0);
      documents.texts.push(columns.texts[number] ?? '');
      documents.labels.push(columns.labels[number] ?? '');
      documents.extras.push(columns.extras[number] ?? '');
    }
    return { words: yield* this.table.compacted(renumber), documents };
  }

  /** The turns of one voice share their labels: one string for all of them. */
  #once(labels: string): string {
    const known = this.#recent.get(labels);
    if (known !== undefined) return known;
    if (this.#recent.size > 1000) this.#recent.clear();
    this.#recent.set(labels, labels);
    return labels;
  }

  #takeAway(number: number): void {
    if (number >= this.#gone.length) {
      const longer = new Uint8Array(Math.max(1024, 2 * this.columns.keys.length));
      longer.set(this.#gone);
      this.#gone = longer;
    }
    this.#gone[number] = 1;
    this.#goneCount += 1;
    // The words of a deleted text should not stay for longer than need be.
    this.columns.texts[number] = '';
    this.columns.extras[number] = '';
  }
}
