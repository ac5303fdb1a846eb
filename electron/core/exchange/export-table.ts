// Writes quotes, codebook, participants and matrices as CSV or as a workbook; nothing in them runs when a spreadsheet opens them.
import Papa from 'papaparse';
import writeXlsx from 'write-excel-file/node';

import { exportedText, type ExportedNames, maskRows } from '#shared/domain/exchange/mask-rows';
import { MATRIX_TABLES, matrixTable, type MatrixTable } from '#shared/domain/exchange/matrix-tables';
import { STUDY_TABLES, studyTable, type StudyTable, type TableRow } from '#shared/domain/exchange/study-tables';
import type { Turn } from '#shared/model/transcript';

import { loadTurnSpeakers } from '../services/turn-speakers.ts';
import type { StudyView } from '../services/study-view.ts';
import { withPauses } from '../vault/pauses.ts';

export const EXPORT_TABLES = [...STUDY_TABLES, ...MATRIX_TABLES] as const;
export type ExportedTable = StudyTable | MatrixTable;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r].*$/s;

/** @throws AppError('vault-damaged') for a transcript that cannot be read. */
export async function exportTable(
  view: StudyView,
  table: ExportedTable,
  names: ExportedNames = 'pseudonyms',
): Promise<{ text: string; rows: number }> {
  await view.settled();
  const rows = maskRows(await rowsOf(view, table), exportedText(view.state, names));
  return { text: csvText(rows), rows: rows.length - 1 };
}

async function rowsOf(view: StudyView, table: ExportedTable): Promise<TableRow[]> {
  const matrix = MATRIX_TABLES.find((each) => each === table);
  if (matrix) return withPauses(matrixTable(view.state, matrix, { turnSpeakers: await loadTurnSpeakers(view) }));
  const turns = new Map<string, readonly Turn[]>();
  if (table === 'quotes') for (const id of view.state.all('sources').keys()) turns.set(id, await view.turns(id));
  const startOf = (sourceId: string, turn: number): number | null => turns.get(sourceId)?.[turn]?.startMs ?? null;
  return studyTable(view.state, table as StudyTable, ({ sourceId, range, review }) => (review ? null : startOf(sourceId, range.startTurn)));
}

/** Rows as CSV: UTF-8 with a byte order mark, which spreadsheets want, CR LF line ends (RFC 4180), formulas defused. */
export function csvText(rows: readonly TableRow[]): string {
  return `\ufeff${Papa.unparse([...rows], { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

const SHEETS: Readonly<Record<ExportedTable, string>> = {
  quotes: 'Quotes',
  codebook: 'Codebook',
  participants: 'Participants',
  'tags-together': 'Tags together',
  'tags-by-segment': 'Tags by segment',
  saturation: 'Saturation',
};

/** Characters of one cell in the file format (ECMA-376, as Excel reads it). */
const LONGEST_CELL = 32_767;
/** Columns of one sheet. */
const MOST_COLUMNS = 16_384;

/** One workbook (.xlsx) with a sheet for each table; by default all but the saturation curve. Cells are texts or numbers, never formulas. */
export async function exportWorkbook(
  view: StudyView,
  names: ExportedNames = 'pseudonyms',
  tables: readonly ExportedTable[] = EXPORT_TABLES.filter((table) => table !== 'saturation'),
): Promise<Uint8Array> {
  await view.settled();
  const exported = exportedText(view.state, names);
  const sheets = [];
  for (const table of tables) {
    const rows = maskRows(await rowsOf(view, table), exported);
    sheets.push({
      sheet: SHEETS[table],
      data: rows.map((row, index) => row.slice(0, MOST_COLUMNS).map((cell) => cellOf(cell, index === 0))),
    });
  }
  return writeXlsx(sheets).toBuffer();
}

function cellOf(cell: string | number, heading: boolean) {
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: plainText(cell), type: String, ...(heading ? { fontWeight: 'bold' as const } : {}) };
}

/** Without what XML cannot hold, and cut to what a cell can. */
function plainText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  return clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 1).toWellFormed()}…`;
}
