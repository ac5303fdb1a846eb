// Makes one backup: copies the files aside, reads them back and loads them, and only then gives the backup its name.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type Disk, diskError, makeFolder, syncFolder } from '../vault/disk.ts';
import { writeSealedJson } from '../vault/sealed-json.ts';
import { BACKUP_FORMAT, type BackupFile, type BackupManifest, backupName, type BackupReason, storedName } from './backup-manifest.ts';
import { type BackupEntry, type BackupPlace, listBackups } from './backup-place.ts';
import { copyFile } from './copy-file.ts';
import { lifeAfter } from './life-clock.ts';
import type { VerifiedBackup } from './verify-backup.ts';

/** A file to be backed up. */
export interface BackupSource {
  /** Name in the study's folder. */
  name: string;
  file: string;
  /** Only so many bytes of it. */
  length?: number;
}

/** Reads a finished copy back and loads it. */
export type Verify = (folder: string, files: readonly BackupFile[]) => Promise<VerifiedBackup>;

export interface BackupOptions {
  reason: BackupReason;
  /** ISO 8601. */
  now: string;
  verify: Verify;
  /** False for files that nothing can be squeezed out of: sealed ones. */
  compress?: boolean;
}

/** Files up to this size lie as they are, for a person to read; larger ones are compressed (bytes). */
export const PLAIN_UP_TO = 1024 * 1024;

/** Folder in which a backup is made before it gets its name. */
export const STAGING = '.making';

/**
 * Makes and verifies a backup. A copy that does not hold never gets a name and never pushes a good one out.
 * @throws AppError('disk') or AppError('vault-damaged'); nothing is left behind, earlier backups are untouched.
 */
export async function makeBackup(
  disk: Disk,
  place: BackupPlace,
  sources: readonly BackupSource[],
  { reason, now, verify, compress = true }: BackupOptions,
): Promise<BackupEntry> {
  const staging = path.join(place.backups, STAGING);
  try {
    await disk.rm(staging, { recursive: true, force: true });
    await makeFolder(disk, staging);
    const files: BackupFile[] = [];
    for (const source of sources) files.push(await copyInto(disk, staging, source, compress));
    const before = await listBackups(disk, place);
    const verified = await verify(staging, files);
    const last = before.at(-1);
    const number = (last?.number ?? 0) + 1;
    const lifeMs = lifeAfter(before.findLast((entry) => entry.manifest)?.manifest ?? null, now);
    const manifest: BackupManifest = { ...verified, number, at: now, lifeMs, reason, verifiedAt: now, files };
    return await finish(disk, place, staging, manifest);
  } catch (error) {
    await disk.rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw backupError(error);
  }
}

async function copyInto(disk: Disk, staging: string, { name, file, length }: BackupSource, compress: boolean): Promise<BackupFile> {
  const size = length ?? (await disk.stat(file)).size;
  const stored = compress && size > PLAIN_UP_TO ? 'gzip' : 'plain';
  const target = path.join(staging, storedName({ name, stored }));
  await makeFolder(disk, path.dirname(target));
  return { name, stored, ...(await copyFile(disk, file, target, stored === 'gzip', length)) };
}

/** The manifest goes in last, then the folder gets its name: a backup that has a name is whole. */
async function finish(disk: Disk, place: BackupPlace, staging: string, manifest: BackupManifest): Promise<BackupEntry> {
  const { number, at, reason } = manifest;
  await writeSealedJson(disk, path.join(staging, 'backup.json'), BACKUP_FORMAT, manifest);
  for (const folder of new Set(manifest.files.map((file) => path.dirname(file.name)))) await syncFolder(disk, path.join(staging, folder));
  const name = backupName(number, at, reason);
  const folder = path.join(place.backups, name);
  await disk.rename(staging, folder);
  await syncFolder(disk, place.backups);
  return { name, number, folder, manifest };
}

/**
 * Copies a finished backup to another place and verifies it there. @returns null when it is there already.
 * The copy keeps name and number.
 */
export async function mirrorBackup(
  disk: Disk,
  from: BackupEntry,
  to: BackupPlace,
  verify: Verify,
  now: string,
): Promise<BackupEntry | null> {
  const { manifest, name } = from;
  if (!manifest || (await listBackups(disk, to)).some((entry) => entry.name === name)) return null;
  const staging = path.join(to.backups, STAGING);
  try {
    await disk.rm(staging, { recursive: true, force: true });
    for (const file of manifest.files) {
      const target = path.join(staging, storedName(file));
      await makeFolder(disk, path.dirname(target));
      await copyFile(disk, path.join(from.folder, storedName(file)), target, false);
    }
    await verify(staging, manifest.files);
    return await finish(disk, to, staging, { ...manifest, verifiedAt: now });
  } catch (error) {
    await disk.rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw backupError(error);
  }
}

function backupError(error: unknown): AppError {
  if (error instanceof AppError && error.code === 'vault-damaged') {
    return new AppError('vault-damaged', `The backup was not kept: ${error.message} Earlier backups are untouched.`, error.details);
  }
  return diskError(error, 'The backup could not be made', 'Your study and earlier backups are untouched.');
}
