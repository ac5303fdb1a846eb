// Reads a codebook from a CSV file.
import { type CodebookReading, readCodebookTable } from '#shared/domain/exchange/codebook-table';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';

import { isArchive } from '../intake/open-archive.ts';
import { readRows } from '../intake/read-rows.ts';

/** A codebook is names and definitions (bytes). */
const LARGEST = 8 * 1_048_576;

export interface ReadCodebook {
  fileName: string;
  reading: CodebookReading;
  warnings: string[];
}

/** @param name of the file, without its folder. @throws AppError('unreadable-file') for what is no table of tags. */
export async function readCodebook(name: string, bytes: Uint8Array): Promise<ReadCodebook> {
  if (bytes.length > LARGEST)
    throw unreadableFile(name, 'it is larger than 8 MB', 'A codebook has one row a tag: check that the right file was chosen.');
  if (isArchive(bytes)) throw unreadableFile(name, 'it is a workbook', 'Save it as CSV and choose that file.');
  const { sheets, warnings } = await readRows(name, bytes, undefined);
  const reading = readCodebookTable(sheets[0]?.rows ?? []);
  if (!reading) throw unreadableFile(name, 'no column is called Tag or Name', 'Give its columns headings: Tag, Definition, Colour.');
  return { fileName: name, reading, warnings };
}
