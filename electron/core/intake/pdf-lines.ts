// Puts the scattered pieces of text on a PDF page together as lines, in the order in which a person reads them.

/** A piece of text as pdf.js gives it. Places and sizes are points; y grows upwards. */
export interface PdfPiece {
  str: string;
  /** Scale and skew in the first four, place in the last two. */
  transform: readonly number[];
  width: number;
}

export interface PdfLine {
  text: string;
  left: number;
  right: number;
  /** Base line. */
  y: number;
  size: number;
  /** 0 for the whole page and the first column, 1 for the second. */
  column: number;
  /** A number that stands apart before the words, as in the margin of a numbered text; null for most lines. */
  number: { value: number; rest: string; left: number } | null;
}

interface Piece {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Pieces whose base lines are nearer than this share of their size stand on one line (indices, signs of other fonts). */
const SAME_LINE = 0.4;
/** A gap of this share of the size is a space that the file does not hold. */
const SPACE_GAP = 0.15;
/** From this many sizes on, a gap parts cells of a table or a name from the words. */
const CELL_GAP = 2;
/** Narrower gutters than this many sizes part words, not columns. */
const GUTTER = 1;
const LEAST_COLUMN_LINES = 6;

/** The lines of one page. Turned text (water marks, labels of figures) is left out unless the whole page is turned. */
export function linesOfPage(pieces: readonly PdfPiece[]): PdfLine[] {
  const upright = pieces.filter(({ transform: [, b = 0, c = 0] }) => Math.abs(b) < 0.01 && Math.abs(c) < 0.01);
  const shown = (upright.length > 0 ? upright : pieces).filter((piece) => piece.str.trim() !== '').map(toPiece);
  const gutter = findGutter(shown);
  if (gutter === null) return rowsOf(shown).map((row) => toLine(row, 0));
  return inColumns(shown, gutter);
}

function toPiece({ str, transform, width }: PdfPiece): Piece {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  return { text: str, left: x, right: x + width, y, size };
}

/** Pieces on one base line, from top to bottom, each row from left to right. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => other.y - one.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - piece.y < SAME_LINE * Math.min(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((one, other) => one.left - other.left));
}

function toLine(row: readonly Piece[], column: number): PdfLine {
  let text = '';
  let right = row[0]?.left ?? 0;
  for (const piece of row) {
    const gap = piece.left - right;
    // Some programs print bold type by writing it twice.
    if (gap < -0.5 * piece.size && text.endsWith(piece.text)) continue;
    if (text !== '' && gap > CELL_GAP * piece.size) text = `${text.trimEnd()}\t`;
    else if (text !== '' && gap > SPACE_GAP * piece.size && !/\s$/u.test(text) && !/^\s/u.test(piece.text)) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  const size = row.reduce((most, piece) => Math.max(most, piece.size), 0);
  return { text: text.trim(), left: row[0]?.left ?? 0, right, y: row[0]?.y ?? 0, size, column, number: leadingNumber(row, text) };
}

function leadingNumber([first, ...others]: readonly Piece[], text: string): PdfLine['number'] {
  const digits = first?.text.trim() ?? '';
  const next = others[0];
  if (first === undefined || !/^\d{1,4}$/u.test(digits)) return null;
  if (next !== undefined && next.left - first.right < 0.4 * first.size) return null;
  return { value: Number(digits), rest: text.trim().slice(digits.length).trim(), left: next?.left ?? first.left };
}

/**
 * The middle of the gap between two columns of prose, null for a page of one column. A gap counts when hardly a row crosses it, both sides
 * have lines enough, and these fill their column: names beside words do not, so that a table with speakers stays in rows.
 */
function findGutter(pieces: readonly Piece[]): number | null {
  if (pieces.length < LEAST_COLUMN_LINES * 2) return null;
  const rows = rowsOf(pieces);
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  for (let share = 0.5; share < 0.64; share += 0.02) {
    for (const at of share === 0.5 ? [share] : [share, 1 - share]) {
      const middle = left + (right - left) * at;
      if (isGutter(rows, middle, left, right)) return middle;
    }
  }
  return null;
}

function isGutter(rows: readonly Piece[][], middle: number, left: number, right: number): boolean {
  let crossing = 0;
  const leftFill: number[] = [];
  const rightFill: number[] = [];
  for (const row of rows) {
    const size = row[0]?.size ?? 1;
    const before = row.filter((piece) => piece.right <= middle + GUTTER * size * 0.2);
    const after = row.filter((piece) => piece.left >= middle - GUTTER * size * 0.2);
    if (before.length + after.length < row.length) {
      crossing += 1;
      continue;
    }
    const end = Math.max(left, ...before.map((piece) => piece.right));
    const start = Math.min(right, ...after.map((piece) => piece.left));
    if (before.length > 0 && after.length > 0 && start - end < GUTTER * size) {
      crossing += 1;
      continue;
    }
    if (before.length > 0) leftFill.push((end - left) / (middle - left));
    if (after.length > 0) rightFill.push((right - start) / (right - middle));
  }
  const isProse = (fill: readonly number[]): boolean =>
    fill.length >= LEAST_COLUMN_LINES && fill.reduce((sum, each) => sum + each, 0) / fill.length > 0.7;
  return crossing <= rows.length * 0.15 && isProse(leftFill) && isProse(rightFill);
}

/** Both columns of a stretch are read one after the other; a line across the page ends the stretch. */
function inColumns(pieces: readonly Piece[], gutter: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let sides: [Piece[], Piece[]] = [[], []];
  const flush = (): void => {
    for (const [column, side] of sides.entries()) lines.push(...rowsOf(side).map((row) => toLine(row, column)));
    sides = [[], []];
  };
  for (const row of rowsOf(pieces)) {
    if (row.some((piece) => piece.left < gutter - piece.size && piece.right > gutter + piece.size)) {
      flush();
      lines.push(toLine(row, 0));
    } else for (const piece of row) sides[(piece.left + piece.right) / 2 < gutter ? 0 : 1].push(piece);
  }
  flush();
  return lines;
}
