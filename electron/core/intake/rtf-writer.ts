// Collects the paragraphs and table rows of a rich text while its tokens are read.
import type { DocumentBlock, TableBlock } from './document-blocks.ts';

/** Rich text has no tables, only rows: rows that follow each other are one table here. */
export class RtfWriter {
  readonly blocks: DocumentBlock[] = [];
  readonly notes: string[] = [];
  /** Text of the paragraph that is open, one part for each depth of notes. */
  readonly #open: string[] = [''];
  #cell: string[] = [];
  #row: string[] = [];
  #table: TableBlock | null = null;
  /** The paragraph that is open belongs to a table. */
  inTable = false;

  write(text: string): void {
    this.#open[this.#open.length - 1] += text;
  }

  endParagraph(): void {
    if (this.#open.length > 1) this.write('\n');
    else if (this.inTable) this.#cell.push(this.#take());
    else {
      const text = this.#take();
      if (text.trim() !== '') this.#table = null;
      // Empty paragraphs between the rows of a table belong to nothing.
      if (this.#table === null) this.blocks.push({ kind: 'paragraph', text });
    }
  }

  endCell(): void {
    if (this.#open.length > 1) return;
    this.#row.push([...this.#cell, this.#take()].join('\n').trim());
    this.#cell = [];
  }

  endRow(): void {
    if (this.#row.length === 0) return;
    if (this.#table === null) this.blocks.push((this.#table = { kind: 'table', rows: [] }));
    this.#table.rows.push(this.#row);
    this.#row = [];
  }

  openNote(): void {
    this.#open.push('');
  }

  closeNote(): void {
    if (this.#open.length > 1) this.notes.push((this.#open.pop() ?? '').trim());
  }

  /** What a file that is cut off left open becomes paragraphs. */
  end(): void {
    while (this.#open.length > 1) this.closeNote();
    for (const text of this.#cell) this.blocks.push({ kind: 'paragraph', text });
    this.inTable = false;
    this.endRow();
    if (this.#open[0] !== '') this.endParagraph();
  }

  #take(): string {
    const text = this.#open[0] ?? '';
    this.#open[0] = '';
    return text;
  }
}
