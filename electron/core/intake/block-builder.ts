// Puts paragraphs, tables and notes together while a document is read from beginning to end.
import { type DocumentBlock, plainText } from './document-blocks.ts';

interface OpenTable {
  rows: string[][];
}

/**
 * Takes what a reader meets, in order. Whatever is nested (a table in a cell, a text box in a paragraph, a note in a sentence) finds its
 * place: tables in cells become lines of the cell, text boxes become paragraphs after the one that holds them.
 */
export class BlockBuilder {
  readonly blocks: DocumentBlock[] = [];
  readonly notes: string[] = [];
  /** Where finished blocks go: the document, then the innermost cell or note. */
  readonly #places: DocumentBlock[][] = [this.blocks];
  readonly #tables: OpenTable[] = [];
  readonly #repeats: number[] = [];
  readonly #paragraphs: string[] = [];
  /** Paragraphs that wait for the end of the note inside of them. */
  readonly #suspended: string[][] = [];
  /** Paragraphs of a text box wait until the paragraph around them is finished. */
  #waiting: DocumentBlock[] = [];

  openParagraph(): void {
    this.#paragraphs.push('');
  }

  /** Adds text to the innermost paragraph. @param collapse a space after a space is dropped, and one at the beginning too. */
  write(text: string, collapse: boolean): void {
    const open = this.#paragraphs.at(-1);
    if (open === undefined) return;
    const more = collapse && text.startsWith(' ') && (open === '' || /\s$/u.test(open)) ? text.slice(1) : text;
    this.#paragraphs[this.#paragraphs.length - 1] = open + more;
  }

  /** Whether text would land in a paragraph. */
  get inParagraph(): boolean {
    return this.#paragraphs.length > 0;
  }

  closeParagraph(): void {
    const text = this.#paragraphs.pop();
    if (text === undefined) return;
    const block: DocumentBlock = { kind: 'paragraph', text: text.trimEnd() };
    if (this.#paragraphs.length > 0) this.#waiting.push(block);
    else {
      this.#place().push(block, ...this.#waiting);
      this.#waiting = [];
    }
  }

  openTable(): void {
    this.#tables.push({ rows: [] });
  }

  openRow(): void {
    this.#tables.at(-1)?.rows.push([]);
  }

  /** @param repeats how many cells of this text the row has. */
  openCell(repeats = 1): void {
    this.#places.push([]);
    this.#repeats.push(repeats);
  }

  closeCell(): void {
    const blocks = this.#places.length > 1 ? this.#places.pop() : undefined;
    const repeats = this.#repeats.pop() ?? 1;
    if (blocks === undefined) return;
    const text = blocks.map(plainText).join('\n').trim();
    const row = this.#tables.at(-1)?.rows.at(-1);
    for (let index = 0; index < repeats; index += 1) row?.push(text);
  }

  closeTable(): void {
    const table = this.#tables.pop();
    const rows = (table?.rows ?? []).filter((row) => row.some((cell) => cell !== ''));
    if (rows.length === 0) return;
    const block: DocumentBlock = { kind: 'table', rows };
    if (this.#paragraphs.length > 0) this.#waiting.push(block);
    else this.#place().push(block);
  }

  /** A note stands inside of a sentence; its own paragraphs are collected apart. */
  openNote(): void {
    this.#places.push([]);
    this.#suspended.push(this.#paragraphs.splice(0));
  }

  closeNote(): void {
    const blocks = this.#places.length > 1 ? (this.#places.pop() ?? []) : [];
    this.#paragraphs.splice(0, Infinity, ...(this.#suspended.pop() ?? []));
    this.notes.push(blocks.map(plainText).join('\n'));
  }

  #place(): DocumentBlock[] {
    return this.#places.at(-1) ?? this.blocks;
  }
}
