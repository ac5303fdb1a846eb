// Looks whether a folder holds a study at all, and whether files are files and folders are folders in it.
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type Disk, errorCode, exists } from './disk.ts';
import { listHistoryParts } from './history.ts';
import type { VaultFiles } from './vault-files.ts';

/** True when anything in the folder was written by a study, whatever is left of it but for texts. */
export async function holdsTraces(disk: Disk, files: VaultFiles): Promise<boolean> {
  for (const file of [files.snapshot, files.previousSnapshot, files.journal]) if (await exists(disk, file)) return true;
  if ((await listHistoryParts(disk, files)).length > 0) return true;
  const backups = await disk.readdir(files.backups).catch(() => [] as string[]);
  return backups.some((name) => !name.startsWith('.'));
}

/** @throws AppError('vault-missing') saying what there is instead: nothing, a file, a folder of something else, or texts alone. */
export async function requireStudy(disk: Disk, files: VaultFiles): Promise<void> {
  const name = path.basename(files.folder);
  const missing = (sentence: string): AppError => new AppError('vault-missing', sentence, { folder: name });
  if (!(await exists(disk, files.folder))) throw missing(`The folder “${name}” is not there. It may have been moved or renamed.`);
  const kind = await kindOf(disk, files.folder);
  if (kind !== null && kind !== 'folder')
    throw missing(`“${name}” is a file. A study is a folder: give the folder that holds vault.json. Nothing was changed.`);
  if (await holdsTraces(disk, files)) return;
  const texts = await disk.readdir(files.transcripts).catch(() => [] as string[]);
  if (texts.length === 0) throw missing(`There is no Plumbline study in the folder “${name}”.`);
  throw missing(
    `Of a study only the transcripts are left in the folder “${name}”: vault.json, its journal, its history and its backups are gone. Restore a backup of that folder, or one from your second folder. Nothing was changed.`,
  );
}

/** Something of the wrong kind in a study's folder. */
export interface WrongKind {
  /** Name inside the folder. */
  file: string;
  /** A finished sentence. */
  what: string;
  /** A file of which only the beginning can be read. */
  tooLarge: boolean;
}

/** More than the system lets a program read at once, and far more than Plumbline ever writes into one file (bytes). */
const LARGEST_FILE = 2 ** 31 - 1;

/**
 * What stands where a file or a folder of the study should be and is something else: a folder, a file, a pipe, a link in a circle, a file too large to
 * be one of Plumbline's. What cannot be told counts as right.
 */
export async function wrongKinds(disk: Disk, files: VaultFiles): Promise<WrongKind[]> {
  const shouldBe = [
    ...FILES.map((name) => [name, 'file'] as const),
    ...FOLDERS.map((name) => [name, 'folder'] as const),
    ...(await listHistoryParts(disk, files)).map(({ file }) => [`history/${path.basename(file)}`, 'file'] as const),
  ];
  const found = await Promise.all(
    shouldBe.map(async ([file, wanted]) => {
      const kind = await kindOf(disk, path.join(files.folder, file));
      if (kind === null || kind === wanted) return [];
      const tooLarge = kind === 'huge file';
      if (tooLarge && wanted === 'file') {
        return [{ file, tooLarge, what: `${file} is larger than 2 GB, which no file of Plumbline is: only its beginning can be read.` }];
      }
      return [{ file, tooLarge: false, what: `${file} is a ${tooLarge ? 'file' : kind}, and a ${wanted} should be there.` }];
    }),
  );
  return found.flat();
}

/** @param what could not be done, as the beginning of a sentence. @throws AppError('disk') naming the first thing of the wrong kind. */
export async function requireRightKinds(disk: Disk, files: VaultFiles, what: string): Promise<void> {
  const [wrong] = await wrongKinds(disk, files);
  if (!wrong) return;
  const wayOn = wrong.tooLarge
    ? 'Repair the study into a new folder: that takes what can be read of it, and everything else.'
    : `Move ${wrong.file} out of the study’s folder, then try again.`;
  throw new AppError('disk', `${what}: ${wrong.what} Nothing was changed. ${wayOn}`, {
    file: wrong.file,
  });
}

/** A disk on which these things are not there, and of files that are too large there is only the beginning: for reading what else a study holds. */
export function leavingOut(disk: Disk, files: VaultFiles, wrong: readonly WrongKind[]): Disk {
  if (wrong.length === 0) return disk;
  const place = ({ file }: WrongKind): string => path.join(files.folder, file);
  const absent = new Set(wrong.filter(({ tooLarge }) => !tooLarge).map(place));
  const short = new Set(wrong.filter(({ tooLarge }) => tooLarge).map(place));
  const named = (file: unknown): string => (typeof file === 'string' ? file : '');
  const gone = (file: unknown): boolean => absent.has(named(file));
  const { readFile, open, access } = disk;
  const refuse = (): Promise<never> => Promise.reject(Object.assign(new Error('of the wrong kind'), { code: 'ENOENT' }));
  const read = (...given: Parameters<typeof readFile>): Promise<unknown> => {
    if (gone(given[0])) return refuse();
    return short.has(named(given[0])) ? beginningOf(disk, named(given[0])) : readFile(...given);
  };
  return {
    ...disk,
    readFile: read as typeof readFile,
    access: (...given) => (gone(given[0]) ? refuse() : access(...given)),
    open: async (...given) => {
      if (gone(given[0])) return refuse();
      const handle = await open(...given);
      return short.has(named(given[0])) ? endingAt(handle, (await beginningOf(disk, named(given[0]))).length) : handle;
    },
  };
}

/** Bytes that are read of a file that is too large. */
const BEGINNING = 64 * 1024 * 1024;

/** The same file as if it ended there (bytes). */
function endingAt(handle: FileHandle, end: number): FileHandle {
  const stat = handle.stat.bind(handle) as () => Promise<object>;
  const read = handle.read.bind(handle) as (buffer: Buffer, offset: number, length: number, position: number) => unknown;
  return Object.assign(handle, {
    stat: async () => Object.assign(await stat(), { size: end }),
    read: (buffer: Buffer, offset: number, length: number, position: number) =>
      read(buffer, offset, Math.max(0, Math.min(length, end - position)), position),
  } as unknown as Partial<FileHandle>);
}

/** Without the zeros with which a hole in a file is read, but for the first: the file did not end there. */
async function beginningOf(disk: Disk, file: string): Promise<Buffer> {
  const handle = await disk.open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    let end = bytesRead;
    while (end > 0 && buffer[end - 1] === 0) end -= 1;
    return buffer.subarray(0, Math.min(end + 1, bytesRead));
  } finally {
    await handle.close();
  }
}

const FILES = [
  'vault.json',
  'vault.previous.json',
  'journal.ndjson',
  'history-start.json',
  'tombstones.json',
  'purge.json',
  'backup-places.json',
  'vault.keys.json',
  'journal.mark',
  '.lock',
];
const FOLDERS = ['history', 'transcripts', 'attachments', 'backups', 'quarantine'];

type Kind = 'file' | 'folder' | 'huge file' | 'pipe or device' | 'link that leads in a circle';

async function kindOf(disk: Disk, file: string): Promise<Kind | null> {
  try {
    const stat = await disk.stat(file);
    if (stat.isDirectory()) return 'folder';
    // Opening a pipe would wait for somebody to write into it.
    if (!stat.isFile()) return 'pipe or device';
    return stat.size > LARGEST_FILE ? 'huge file' : 'file';
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return errorCode(error) === 'ELOOP' ? 'link that leads in a circle' : null;
  }
}
