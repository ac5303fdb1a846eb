// Brings the files that are written once (transcripts, attachments, history parts) to a second place: only the new ones.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type Disk, makeFolder, syncFolder, writeFileDurably } from '../vault/disk.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { BackupPlace } from './backup-place.ts';
import { copyFile, piecesOf } from './copy-file.ts';

const WRITE_ONCE = ['transcripts', 'attachments', 'history'] as const;

/** Names of files that are still being written, or were left over. */
const isTemporary = (name: string): boolean => name.endsWith('.tmp');

/**
 * Copies what is not there yet, each file read back and compared before it gets its name. Nothing is ever taken away here.
 * @returns how many files were copied. @throws AppError('disk') naming the kind of file, or the operating system's error.
 */
export async function copyWriteOnceFiles(disk: Disk, from: BackupPlace, to: BackupPlace): Promise<number> {
  let copied = 0;
  for (const kind of WRITE_ONCE) {
    const names = (await disk.readdir(from[kind]).catch(() => [] as string[])).filter((name) => !isTemporary(name));
    if (names.length === 0) continue;
    await makeFolder(disk, to[kind]);
    const there = new Set(await disk.readdir(to[kind]));
    let fresh = 0;
    for (const name of names) {
      if (there.has(name) && !(await isCutShort(disk, path.join(from[kind], name), path.join(to[kind], name)))) continue;
      await copyVerified(disk, path.join(from[kind], name), path.join(to[kind], name));
      fresh += 1;
    }
    if (fresh > 0) await syncFolder(disk, to[kind]);
    copied += fresh;
  }
  return copied;
}

/** A file whose size differs is not a copy of the other: something stopped it, or it was rewritten by deleting a person. */
async function isCutShort(disk: Disk, original: string, copy: string): Promise<boolean> {
  return (await disk.stat(original)).size !== (await disk.stat(copy)).size;
}

/** Copies a small file that may change, when it did; a file that is not there is not there afterwards either. */
export async function copyChanged(disk: Disk, from: string, to: string): Promise<void> {
  const [original, copy] = [await readOrNull(disk, from), await readOrNull(disk, to)];
  if (!original) await disk.rm(to, { force: true });
  else if (!copy?.equals(original)) await writeFileDurably(disk, to, original);
}

/** Copies a file under a temporary name, reads it back, and renames it. */
export async function copyVerified(disk: Disk, from: string, to: string): Promise<void> {
  const temporary = `${to}.tmp`;
  await disk.rm(temporary, { force: true });
  const { sha256 } = await copyFile(disk, from, temporary, false);
  const hash = createHash('sha256');
  for await (const piece of piecesOf(disk, temporary)) hash.update(piece);
  if (hash.digest('hex') !== sha256) {
    await disk.rm(temporary, { force: true });
    throw new AppError('disk', `${path.basename(to)} was not copied: what was read back differs from what was written.`);
  }
  await disk.rename(temporary, to);
}
