// Reads a codebook from a CSV file and says what it would bring into a study.
import path from 'node:path';

import { planCodebook, readCodebookTable, reportCodebook } from '#shared/domain/exchange/codebook-table';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import type { VaultReader } from '#shared/model/vault-state';
import type { CodebookPreview } from '#shared/rpc/exchange-answers';

import { isArchive } from '../intake/open-archive.ts';
import { readRows } from '../intake/read-rows.ts';

/** A codebook is names and definitions (bytes). */
const LARGEST = 8 * 1_048_576;

/** Changes nothing. @throws AppError('unreadable-file') for what is no table of tags. */
export async function readCodebook(fileName: string, bytes: Uint8Array, reader: VaultReader): Promise<CodebookPreview> {
  const name = path.basename(fileName);
  if (bytes.length > LARGEST)
    throw unreadableFile(name, 'it is larger than 8 MB', 'A codebook has one row a tag: check that the right file was chosen.');
  if (isArchive(bytes)) throw unreadableFile(name, 'it is a workbook', 'Save it as CSV and choose that file.');
  const { sheets, warnings } = await readRows(name, bytes, undefined);
  const reading = readCodebookTable(sheets[0]?.rows ?? []);
  if (!reading) throw unreadableFile(name, 'no column is called Tag or Name', 'Give its columns headings: Tag, Definition, Colour.');
  const plan = planCodebook(reader, reading.rows);
  return {
    fileName: name,
    rows: reading.rows,
    added: plan.filter(({ tag }) => tag === null).length,
    changed: plan.filter(({ fields }) => fields.length > 0).length,
    same: plan.filter(({ tag, fields }) => tag !== null && fields.length === 0).length,
    report: reportCodebook(plan, [...reading.leaves, ...warnings]),
  };
}
