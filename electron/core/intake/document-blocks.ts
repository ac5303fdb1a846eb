// What every document reader gives: paragraphs and tables in reading order, as plain text.

/** Text with LF for line breaks inside of the paragraph; empty paragraphs count, they part what is written. */
export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
}

/** Rows of cells; the paragraphs of a cell are parted by LF. */
export interface TableBlock {
  kind: 'table';
  rows: string[][];
}

export type DocumentBlock = ParagraphBlock | TableBlock;

/** Control characters other than tab and line feed have no place in text; hard spaces would keep labels from being found. */
export function tidyText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- finding control characters is what this is for
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replace(/[\0-\x08\x0e-\x1f\x7f\u00ad\ufeff]/gu, '')
    .replace(/\u00a0/gu, ' ');
}

/** Lines of a block: a row of a table is one line. Spaces part its cells; after a tab, the first cell would look like a speaker. */
export function linesOf(block: DocumentBlock): string[] {
  if (block.kind === 'paragraph') return block.text.split('\n');
  return block.rows.map((row) =>
    row
      .map((cell) => cell.trim().replace(/\s*\n\s*/gu, ' '))
      .filter((cell) => cell !== '')
      .join('   '),
  );
}

/** A block as text; a table becomes lines. */
export function plainText(block: DocumentBlock): string {
  return block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.join('   ')).join('\n');
}
