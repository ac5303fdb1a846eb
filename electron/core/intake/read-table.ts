// Reads a table (CSV, TSV, XLSX) as a transcript: its rows are turns of a talk, or answers of respondents.
import { guessColumns, hasHeading } from '#shared/domain/table/guess-columns';
import { tableTurns } from '#shared/domain/table/table-turns';
import { assembleTranscript } from '#shared/domain/transcript/assemble-transcript';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { shorten } from '#shared/lib/text';
import type { TableChoice, TableColumn, TableColumns } from '#shared/model/table';
import type { TextEncoding } from '#shared/model/transcript';

import { readRows } from './read-rows.ts';
import type { Sheet } from './read-workbook.ts';

const EXAMPLES = 3;

export interface TableOptions {
  encoding?: TextEncoding | undefined;
  /** What a person decided; what is left out is guessed. */
  table?: TableChoice | undefined;
}

/**
 * Reads a table. Without a choice: the sheet with the most rows, headings when the first row looks like them, and the likeliest columns;
 * the mapping that was used is in `table`.
 * @throws AppError('unreadable-file') for a table without words in the columns chosen, or for columns it does not have.
 */
export async function readTable(fileName: string, bytes: Uint8Array, options: TableOptions = {}): Promise<ParsedTranscript> {
  const file = await readRows(fileName, bytes, options.encoding);
  const choice = options.table ?? {};
  const sheet = choice.sheet ?? largest(file.sheets);
  const all = file.sheets[sheet]?.rows;
  if (all === undefined) throw unreadableFile(fileName, `it has no sheet ${sheet + 1}`, `It has ${file.sheets.length}.`);
  const heading = choice.heading ?? hasHeading(all);
  const rows = heading ? all.slice(1) : all;
  const width = all.reduce((most, row) => Math.max(most, row.length), 0);
  const headings = Array.from({ length: width }, (_, index) => (heading ? (all[0]?.[index] ?? '').trim() : ''));
  const columns = choice.columns ?? guessColumns(headings, rows, choice.rows);
  refuseMissing(fileName, columns, width);
  const { turns, warnings } = tableTurns(headings, rows, columns);
  const transcript = assembleTranscript('table', file, turns, warnings);
  const table = {
    sheets: file.sheets.map(({ name }) => name),
    columns: headings.map((name, index) => describeColumn(name, index, rows)),
    rows: rows.length,
    mapping: { sheet, heading, columns },
    workbook: file.workbook,
  };
  return turns.length > 0
    ? { ...transcript, table }
    : { ...transcript, warnings: [...transcript.warnings, 'There are no words in the columns chosen.'], table };
}

function largest(sheets: readonly Sheet[]): number {
  let best = 0;
  for (const [index, sheet] of sheets.entries()) if (sheet.rows.length > (sheets[best]?.rows.length ?? 0)) best = index;
  return best;
}

function refuseMissing(fileName: string, columns: TableColumns, width: number): void {
  const named =
    columns.rows === 'turns' ? [columns.speaker, columns.text, columns.start, columns.end] : [columns.name, ...columns.questions];
  const missing = named.find((column) => column !== null && column >= width);
  if (missing === undefined || missing === null) return;
  throw unreadableFile(fileName, `it has no column ${missing + 1}`, `Its rows have ${width} ${width === 1 ? 'column' : 'columns'}.`);
}

function describeColumn(name: string, index: number, rows: readonly (readonly string[])[]): TableColumn {
  const examples: string[] = [];
  let filled = 0;
  for (const row of rows) {
    const value = (row[index] ?? '').trim();
    if (value === '') continue;
    filled += 1;
    if (examples.length < EXAMPLES) examples.push(shorten(value, 80));
  }
  return { name: name === '' ? `Column ${index + 1}` : shorten(name, 200), filled, examples };
}
