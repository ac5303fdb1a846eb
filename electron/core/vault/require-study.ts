// Looks whether a folder holds a study at all, and whether files are files and folders are folders in it.
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
  if ((await kindOf(disk, files.folder)) === 'file')
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
}

/** Folders that stand where a file should be, and files where a folder should be. What cannot be told counts as right. */
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
      return [{ file, what: `${file} is a ${kind}, and a ${wanted} should be there.` }];
    }),
  );
  return found.flat();
}

/** @param what could not be done, as the beginning of a sentence. @throws AppError('disk') naming the first thing of the wrong kind. */
export async function requireRightKinds(disk: Disk, files: VaultFiles, what: string): Promise<void> {
  const [wrong] = await wrongKinds(disk, files);
  if (!wrong) return;
  throw new AppError('disk', `${what}: ${wrong.what} Nothing was changed. Move ${wrong.file} out of the study’s folder, then try again.`, {
    file: wrong.file,
  });
}

/** A disk on which these things are not there: for reading what else a study holds. */
export function leavingOut(disk: Disk, files: VaultFiles, wrong: readonly WrongKind[]): Disk {
  if (wrong.length === 0) return disk;
  const absent = new Set(wrong.map(({ file }) => path.join(files.folder, file)));
  const gone = (file: unknown): boolean => absent.has(String(file));
  const { readFile, open } = disk;
  const refuse = (): Promise<never> => Promise.reject(Object.assign(new Error('of the wrong kind'), { code: 'ENOENT' }));
  return {
    ...disk,
    readFile: ((...given: Parameters<typeof readFile>) => (gone(given[0]) ? refuse() : readFile(...given))) as typeof readFile,
    open: (...given) => (gone(given[0]) ? refuse() : open(...given)),
  };
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
  '.lock',
];
const FOLDERS = ['history', 'transcripts', 'attachments', 'backups', 'quarantine'];

async function kindOf(disk: Disk, file: string): Promise<'file' | 'folder' | null> {
  try {
    return (await disk.stat(file)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return null;
  }
}
