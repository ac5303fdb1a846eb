// Reads the rows of a table in a text file (CSV, TSV) or a workbook.
import Papa from 'papaparse';

import { decodeText } from '#shared/domain/transcript/decode-text';
import { extensionOf } from '#shared/domain/transcript/detect-format';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';
import type { TextEncoding } from '#shared/model/transcript';

import { isArchive } from './open-archive.ts';
import { readWorkbook, type Sheet } from './read-workbook.ts';

/** Rows with where each begins: its line in a text file, its number in a workbook, from 1. */
export interface PlacedSheet extends Sheet {
  lines: number[];
}

export interface TableFile {
  sheets: PlacedSheet[];
  encoding: TextEncoding;
  warnings: string[];
  workbook: boolean;
}

const MOST_ROWS = 200_000;
const MOST_COLUMNS = 1000;

/** @throws AppError('unreadable-file') when nothing is in it, or more than the limits. Rows without anything are left out. */
export async function readRows(fileName: string, bytes: Uint8Array, encoding: TextEncoding | undefined): Promise<TableFile> {
  const workbook = isArchive(bytes);
  const file = workbook
    ? { sheets: (await readWorkbook(fileName, bytes)).map(numbered), encoding: 'utf-8' as const, warnings: [] }
    : readText(fileName, bytes, encoding);
  const sheets = file.sheets.map(withoutEmptyRows);
  if (sheets.every((sheet) => sheet.rows.length === 0)) {
    throw unreadableFile(fileName, 'its table is empty', 'Check that the right file was chosen.');
  }
  for (const { name, rows } of sheets) {
    if (rows.length > MOST_ROWS)
      throw unreadableFile(fileName, `“${name}” has more than ${MOST_ROWS.toLocaleString('en')} rows`, 'Split it.');
    if (rows.some((row) => row.length > MOST_COLUMNS))
      throw unreadableFile(
        fileName,
        `“${name}” has more than ${MOST_COLUMNS.toLocaleString('en')} columns`,
        'Delete the columns that hold no words.',
      );
  }
  return { ...file, sheets, workbook };
}

function numbered(sheet: Sheet): PlacedSheet {
  return { ...sheet, lines: sheet.rows.map((_, at) => at + 1) };
}

function withoutEmptyRows({ name, rows, lines }: PlacedSheet): PlacedSheet {
  const filled = rows.flatMap((row, at) => (row.some((cell) => cell.trim() !== '') ? [at] : []));
  return { name, rows: filled.map((at) => rows[at] ?? []), lines: filled.map((at) => lines[at] ?? 0) };
}

const DELIMITERS = [',', ';', '\t', '|'];

function readText(fileName: string, bytes: Uint8Array, encoding: TextEncoding | undefined): Omit<TableFile, 'workbook'> {
  const decoded = decodeText(bytes, { fileName, ...(encoding ? { encoding } : {}) });
  // Excel writes which sign stands between the cells into a first line of its own.
  const told = /^sep=(.)\n/u.exec(decoded.text);
  const text = told === null ? decoded.text : decoded.text.slice(told[0].length);
  const delimiter = told?.[1] ?? (['tsv', 'tab'].includes(extensionOf(fileName)) ? '\t' : guessDelimiter(text));
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const broken = errors.filter((error) => error.type === 'Quotes').length;
  const warnings = [...decoded.warnings];
  if (broken > 0)
    warnings.push(`${countNoun(broken, 'quotation mark does', 'quotation marks do')} not close; look whether the rows around are right.`);
  const lines = linesOf(data, told === null ? 1 : 2);
  return { sheets: [{ name: fileName, rows: data, lines }], encoding: decoded.encoding, warnings };
}

/** Empty lines say nothing about it; they are kept when the rows are read, so that lines can be counted. */
function guessDelimiter(text: string): string {
  return Papa.parse(text, { delimitersToGuess: DELIMITERS, skipEmptyLines: true, preview: 1 }).meta.delimiter;
}

/** A line break is either the end of a row or stands in a cell. */
function linesOf(rows: readonly (readonly string[])[], first: number): number[] {
  let line = first;
  return rows.map((row) => {
    const begins = line;
    line += 1;
    for (const cell of row) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) line += 1;
    return begins;
  });
}
