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
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
      // oxlint-disable-next-line no-control-regex -- finding control characters is what this is for
      .replace(/[\0-\x08\x0e-\x1f\x7f\u00ad\ufeff]/gu, '')
      .replace(/\u00a0/gu, ' ')
  );
}

/** Cells with more lines than this lay out a page; they are no entries of a table. */
const MOST_CELL_LINES = 3;

/**
 * Lines of a block. A row of a table is one line: spaces part its cells, since after a tab the first cell would look like a speaker. Rows
 * that only lay out the page (one filled cell, or cells of many lines) give the lines of their cells.
 */
export function linesOf(block: DocumentBlock): string[] {
  if (block.kind === 'paragraph') return block.text.split('\n');
  return block.rows.flatMap((row) => {
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (cells.length <= 1 || cells.some((cell) => cell.split('\n').length > MOST_CELL_LINES))
      return cells.flatMap((cell) => cell.split('\n'));
    return [cells.map((cell) => cell.replace(/\s*\n\s*/gu, ' ')).join('   ')];
  });
}

/** A block as text; a table becomes lines. */
export function plainText(block: DocumentBlock): string {
  return block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.join('   ')).join('\n');
}
