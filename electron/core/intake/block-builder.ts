// Puts paragraphs, tables and notes together while a document is read from beginning to end.
import { type DocumentBlock, plainText } from './document-blocks.ts';

/** Where text lands: the document, a cell, a note. */
interface Place {
  blocks: DocumentBlock[];
  /** Open paragraphs, the innermost last: a text box lies inside of a paragraph. */
  paragraphs: string[];
  /** Blocks of text boxes wait until the paragraph around them is finished. */
  waiting: DocumentBlock[];
  /** Cells of a row that this one takes up. */
  width: number;
}

const newPlace = (): Place => ({ blocks: [], paragraphs: [], waiting: [], width: 1 });

/**
 * Takes what a reader meets, in order. Whatever is nested (a table in a cell, a text box in a paragraph, a note in a sentence) finds its
 * place: tables in cells become lines of the cell, text boxes become paragraphs after the one that holds them.
 */
export class BlockBuilder {
  readonly #document = newPlace();
  readonly #inner: Place[] = [];
  readonly #tables: string[][][] = [];
  readonly notes: string[] = [];

  get blocks(): readonly DocumentBlock[] {
    return this.#document.blocks;
  }

  openParagraph(): void {
    this.#place().paragraphs.push('');
  }

  /** Adds text to the innermost paragraph. @param collapse a space after a space is dropped, and one at the beginning too. */
  write(text: string, collapse: boolean): void {
    const { paragraphs } = this.#place();
    const open = paragraphs.at(-1);
    if (open === undefined) return;
    const more = collapse && text.startsWith(' ') && (open === '' || /\s$/u.test(open)) ? text.slice(1) : text;
    paragraphs[paragraphs.length - 1] = open + more;
  }

  closeParagraph(): void {
    const text = this.takeParagraph();
    if (text !== null) this.#add({ kind: 'paragraph', text: text.trimEnd() });
  }

  /** Ends the innermost paragraph without keeping it; gives its text, null where none is open. */
  takeParagraph(): string | null {
    return this.#place().paragraphs.pop() ?? null;
  }

  openTable(): void {
    this.#tables.push([]);
  }

  openRow(): void {
    this.#tables.at(-1)?.push([]);
  }

  /** The row that was opened last is no part of the text. */
  dropRow(): void {
    this.#tables.at(-1)?.pop();
  }

  openCell(): void {
    this.#inner.push(newPlace());
  }

  /** The cell that is open takes up several places of its row. */
  widenCell(width: number): void {
    this.#place().width = width;
  }

  /** @param copies how many times its row has this cell. */
  closeCell(copies = 1): void {
    const cell = this.#inner.pop();
    if (cell === undefined) return;
    const row = this.#tables.at(-1)?.at(-1);
    const text = cell.blocks.map(plainText).join('\n').trim();
    for (let index = 0; index < copies; index += 1) row?.push(text);
    for (let index = 1; index < cell.width; index += 1) row?.push('');
  }

  closeTable(): void {
    const rows = (this.#tables.pop() ?? []).filter((row) => row.some((cell) => cell !== ''));
    if (rows.length > 0) this.#add({ kind: 'table', rows });
  }

  /** A note stands inside of a sentence; its own paragraphs are collected apart. */
  openNote(): void {
    this.#inner.push(newPlace());
  }

  closeNote(): void {
    this.notes.push((this.#inner.pop()?.blocks ?? []).map(plainText).join('\n'));
  }

  #place(): Place {
    return this.#inner.at(-1) ?? this.#document;
  }

  #add(block: DocumentBlock): void {
    const place = this.#place();
    if (place.paragraphs.length > 0) place.waiting.push(block);
    else {
      place.blocks.push(block, ...place.waiting);
      place.waiting = [];
    }
  }
}
