// Opens zip archives of documents and exchange files within limits, so that a small hostile file cannot become a huge one.
import { crc32, inflateRawSync } from 'node:zlib';

import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import type { AppError } from '#shared/lib/app-error';

import { type ArchiveEntry, listArchive } from './list-archive.ts';

export interface ArchiveLimits {
  /** Files in the archive. */
  entries: number;
  /** All files together, unpacked (bytes). */
  totalBytes: number;
  /** Unpacked size through packed size; only files above `ratioFrom` are held to it. */
  ratio: number;
  /** Bytes. Empty forms and styles of honest documents pack better than any limit would allow. */
  ratioFrom: number;
  /** UTF-16 units of a name. */
  nameLength: number;
}

/** trust.md, C6. */
export const DOCUMENT_LIMITS: ArchiveLimits = {
  entries: 1000,
  totalBytes: 200_000_000,
  ratio: 100,
  ratioFrom: 1_000_000,
  nameLength: 255,
};

/** The files of an archive by their names, which are keys and never paths. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked size (bytes) as the archive declares it; more than that is never unpacked. */
  size(name: string): number;
  /** Unpacks one file, null when there is none of that name. @throws AppError('unreadable-file') when it is damaged. */
  read(name: string): Uint8Array | null;
}

/** Whether the bytes begin like a zip archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/**
 * Opens an archive without unpacking it: its list is checked first, each file is unpacked when it is read and never beyond the size the list gives.
 * Archives inside of archives stay closed.
 * @param fileName for messages.
 * @throws AppError('unreadable-file') when it is cut off, damaged, protected by a password, or beyond the limits.
 */
export function openArchive(fileName: string, bytes: Uint8Array, limits: ArchiveLimits = DOCUMENT_LIMITS): Archive {
  const list = listArchive(bytes, limits.entries);
  if (list === null) throw damaged(fileName);
  if (list === 'too-many') throw refused(fileName, `it holds more than ${limits.entries} files inside`);
  checkLimits(fileName, list, bytes.length, limits);
  const entries = new Map(list.map((entry) => [entry.name, entry]));
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.size ?? 0,
    read: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(fileName, bytes, entry);
    },
  };
}

function checkLimits(fileName: string, list: readonly ArchiveEntry[], archiveBytes: number, limits: ArchiveLimits): void {
  let total = 0;
  for (const entry of list) {
    total += entry.size;
    if (entry.encrypted) {
      throw protectedFile(fileName);
    }
    if (entry.name.length > limits.nameLength)
      throw refused(fileName, `a file inside has a name of more than ${limits.nameLength} letters`);
    if (entry.size > limits.ratioFrom && entry.size > Math.min(entry.packed, archiveBytes) * limits.ratio)
      throw refused(fileName, `a file inside unpacks to more than ${limits.ratio} times its size`);
  }
  if (total > limits.totalBytes) throw refused(fileName, `it unpacks to more than ${Math.floor(limits.totalBytes / 1_000_000)} MB`);
}

function unpack(fileName: string, bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  let found: Uint8Array;
  try {
    if (entry.method === 0) found = packed;
    else if (entry.method === 8) found = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    else throw damaged(fileName);
  } catch {
    throw damaged(fileName);
  }
  if (found.length !== entry.size || crc32(found) !== entry.crc) throw damaged(fileName);
  return found;
}

function refused(fileName: string, reason: string): AppError {
  return unreadableFile(
    fileName,
    `${reason}, which no honest document does`,
    'If it comes from somebody you trust, open it in its own program, copy the text and paste it here.',
  );
}

function damaged(fileName: string): AppError {
  return unreadableFile(fileName, 'it is cut off or damaged', 'Copy or download it again, or open it in its own program and save it anew.');
}

/** The refusal of a file that opens with a password only. */
export function protectedFile(fileName: string): AppError {
  return unreadableFile(fileName, 'it is protected with a password', 'Save a copy without the password and import that copy.');
}
