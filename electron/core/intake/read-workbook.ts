// Reads the sheets of a workbook (.xlsx) as rows of text, within limits.
import { zipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';

import { unreadableFile } from '#shared/domain/transcript/unreadable-file';

import { openArchive } from './open-archive.ts';

/** One sheet; rows may differ in length. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** Cells that a sheet may span, filled or not: the reader makes room for all of them. */
const MOST_CELLS = 5_000_000;

/**
 * All sheets, empty cells as empty texts, days as `2026-06-30`, times of day as `10:33:00`.
 * @throws AppError('unreadable-file') when it is damaged, beyond the limits of archives, or a sheet spans more cells than any person fills.
 */
export async function readWorkbook(fileName: string, bytes: Uint8Array): Promise<Sheet[]> {
  const archive = openArchive(fileName, bytes);
  const parts: Record<string, Uint8Array> = {};
  for (const name of archive.names) {
    if (!/^(?:xl\/|\[Content_Types\]|_rels\/)/u.test(name) || !/\.(?:xml|rels)$/u.test(name)) continue;
    const part = archive.read(name);
    if (part === null) continue;
    if (name.startsWith('xl/worksheets/')) refuseWideSheet(fileName, part);
    parts[name] = part;
  }
  // Packed anew from what was unpacked within the limits: the reader opens archives without any.
  const sound = zipSync(parts, { level: 0 });
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = await readXlsx(new Blob([sound]));
  } catch {
    throw unreadableFile(
      fileName,
      'its sheets could not be read',
      'Open it in its own program, save it anew as .xlsx or .csv and import that file.',
    );
  }
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
}

function refuseWideSheet(fileName: string, part: Uint8Array): void {
  const xml = new TextDecoder().decode(part);
  let widest = 0;
  let lowest = 0;
  for (const [, letters = '', row = ''] of xml.matchAll(/\br=["']([A-Z]{1,4})(\d{1,9})["']/gu)) {
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    widest = Math.max(widest, column);
    lowest = Math.max(lowest, Number(row));
  }
  if (widest * lowest <= MOST_CELLS) return;
  throw unreadableFile(
    fileName,
    `a sheet spans ${lowest.toLocaleString('en')} rows and ${widest.toLocaleString('en')} columns, too many to read`,
    'Delete the empty rows and columns around the data, or save the sheet as .csv.',
  );
}

/** Times of day are days of 1899 to the reader: Excel counts from there. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    const text = cell.toISOString();
    if (cell.getUTCFullYear() < 1901) return text.slice(11, 19);
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
  }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
