// Rows as a CSV text or a workbook; nothing in them runs when a spreadsheet opens them.
import Papa from 'papaparse';
import writeXlsx from 'write-excel-file/universal';

import type { TableRow } from '#shared/domain/exchange/study-tables';

import { xmlCharacters } from './xml-characters.ts';

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r].*$/s;

/** Rows as CSV: UTF-8 with a byte order mark, which spreadsheets want, CR LF line ends (RFC 4180), formulas defused. */
export function csvText(rows: readonly TableRow[]): string {
  return `\ufeff${Papa.unparse([...rows], { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** Characters of one cell in the file format (ECMA-376, as Excel reads it). */
const LONGEST_CELL = 32_767;
/** Columns of one sheet. */
const MOST_COLUMNS = 16_384;

/** One sheet of a workbook; its first row is the heading. */
export interface Sheet {
  name: string;
  rows: readonly TableRow[];
}

/** A workbook (.xlsx) of the sheets. Cells are texts or numbers, never formulas. */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const drawn = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, index) => row.slice(0, MOST_COLUMNS).map((cell) => cellOf(cell, index === 0))),
  }));
  return new Uint8Array(await (await writeXlsx(drawn).toBlob()).arrayBuffer());
}

function cellOf(cell: string | number, heading: boolean) {
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: plainText(cell), type: String, ...(heading ? { fontWeight: 'bold' as const } : {}) };
}

/** Without what XML cannot hold, and cut to what a cell can. */
function plainText(text: string): string {
  const clean = xmlCharacters(text);
  return clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 1).toWellFormed()}…`;
}
