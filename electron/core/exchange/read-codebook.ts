// Reads a codebook from a CSV file.
import { type CodebookReading, readCodebookTable } from '#shared/domain/exchange/codebook-table';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import type { TextEncoding } from '#shared/model/transcript';

import { isArchive } from '../intake/open-archive.ts';
import { readRows } from '../intake/read-rows.ts';

/** A codebook is names and definitions (bytes). */
const LARGEST = 8 * 1_048_576;

export interface ReadCodebook {
  fileName: string;
  reading: CodebookReading;
  warnings: string[];
  encoding: TextEncoding;
  /** The file does not say its encoding and could be read in another one, or a person chose it. */
  unsure: boolean;
}

/** @param name of the file, without its folder. @param chosen a person's choice of the encoding. @throws AppError('unreadable-file') for what is no table of tags. */
export async function readCodebook(name: string, bytes: Uint8Array, chosen?: TextEncoding): Promise<ReadCodebook> {
  if (bytes.length > LARGEST)
    throw unreadableFile(name, 'it is larger than 8 MB', 'A codebook has one row a tag: check that the right file was chosen.');
  if (isArchive(bytes)) throw unreadableFile(name, 'it is a workbook', 'Save it as CSV and choose that file.');
  const { sheets, warnings, encoding } = await readRows(name, bytes, chosen);
  const reading = readCodebookTable(sheets[0]?.rows ?? []);
  // Read in a wrong encoding no heading may be right: the person goes back and takes the file again.
  if (!reading) throw unreadableFile(name, 'no column is called Tag or Name', 'Give its columns headings: Tag, Definition, Colour.');
  return { fileName: name, reading, warnings, encoding, unsure: chosen !== undefined || warnings.length > 0 };
}
