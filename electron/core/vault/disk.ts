// The few file operations that the vault is built on; a parameter, so that tests can make each of them fail.
import { fdatasyncSync, type Stats, statSync, writeSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

/** The part of node:fs/promises that the vault uses. */
export type Disk = Pick<typeof fs, 'open' | 'rename' | 'readFile' | 'readdir' | 'mkdir' | 'stat' | 'unlink' | 'access' | 'rm' | 'link'> & {
  /** What a disk of this computer answers faster than another thread could be woken to ask it. Optional; nothing relies on it. */
  readonly atOnce?: {
    stat(file: string): Pick<Stats, 'ino' | 'size'>;
    /** @returns bytes written, perhaps fewer than given. */
    write(fd: number, bytes: Buffer, position: number): number;
    /** Left out: this disk is never flushed at once. */
    datasync?: (fd: number) => void;
  };
};

export const nodeDisk: Disk = {
  ...fs,
  atOnce: {
    stat: (file) => statSync(file),
    write: (fd, bytes, position) => writeSync(fd, bytes, 0, bytes.length, position),
    datasync: (fd) => fdatasyncSync(fd),
  },
};

export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

/** Makes a folder and everything above it, readable by its owner only. */
export async function makeFolder(disk: Disk, folder: string): Promise<void> {
  await disk.mkdir(folder, { recursive: true, mode: FOLDER_MODE });
}

/**
 * Makes one folder inside of another that must be there. For the parts of a vault: if its folder was moved away, nothing
 * may be made at the old place.
 */
export async function makeFolderIn(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.mkdir(folder, { mode: FOLDER_MODE });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Flushes a folder's own entries (names made, renamed, removed). Windows has no such call and needs none. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a whole file so that a crash leaves either the old or the new content, never a mixture:
 * unique temporary file, all bytes, fsync, read back and compare, rename, fsync of the folder (trust.md D5).
 * @throws the operating system's error; the temporary file is removed and the old file is untouched.
 */
export async function writeFileDurably(disk: Disk, file: string, bytes: Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  try {
    const handle = await disk.open(temporary, 'wx', FILE_MODE);
    try {
      await writeAll(handle, bytes, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const written = await disk.readFile(temporary);
    if (!written.equals(bytes)) throw Object.assign(new Error('read back differs'), { code: 'EIO' });
    await renameWithRetry(disk, temporary, file);
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(disk, path.dirname(file));
}

/** Writes every byte at a position; a short write is continued, a write of nothing is an error. */
export async function writeAll(handle: fs.FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    done += bytesWritten;
  }
}

/** As writeAll, without another thread: only for disks that are known to be quick. */
export function writeAllAtOnce(atOnce: NonNullable<Disk['atOnce']>, fd: number, bytes: Buffer, position: number): void {
  let done = 0;
  while (done < bytes.length) {
    const written = atOnce.write(fd, bytes.subarray(done), position + done);
    if (written === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    done += written;
  }
}

/** Virus scanners and sync programs hold files open on Windows for moments; a rename is tried again for up to 3 s. */
export async function renameWithRetry(disk: Disk, from: string, to: string): Promise<void> {
  const waits = process.platform === 'win32' ? [50, 100, 250, 500, 1000, 1100] : [];
  for (const wait of [...waits, null]) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (wait === null || !busy) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** True when the file or folder is there. @throws the system's error when that cannot be told: unseen is not the same as absent. */
export async function exists(disk: Disk, file: string): Promise<boolean> {
  try {
    await disk.access(file);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** True for the errors that say that there is nothing at that place. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}

/** The system's code of an error (`ENOENT`), or an empty text. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

const DISK_REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'Plumbline has no permission to write there',
  EPERM: 'Plumbline has no permission to write there',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reported an error',
  ENOENT: 'the folder is no longer there',
  EISDIR: 'a folder stands where a file should be',
  ENOTDIR: 'a file stands where a folder should be',
};

/** Turns an error of the operating system into a sentence: “<what> could not be saved: the disk is full. <safe>” */
export function diskError(error: unknown, what: string, safe: string): AppError {
  if (error instanceof AppError) return error;
  const code = errorCode(error);
  // Not an answer of the system but a defect of ours: it must not be dressed up as a full disk.
  if (!code) throw error;
  const reason = DISK_REASONS[code] ?? `the operating system answered ${code}`;
  return new AppError('disk', `${what}: ${reason}. ${safe}`, { os: code });
}
