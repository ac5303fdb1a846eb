// Backs an open study up: into its own folder, and from there into the second one.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { purgePlace } from '../purge/purge-places.ts';
import { type Disk, diskError, exists, makeFolder } from '../vault/disk.ts';
import { historyStartOf } from '../vault/history-start.ts';
import type { Vault } from '../vault/vault.ts';
import { parseHistoryPartName } from '../vault/vault-files.ts';
import type { BackupReason } from './backup-manifest.ts';
import { type BackupEntry, type BackupPlace, emptyPlace, listBackups, placeFolders, rememberPlace, secondPlace } from './backup-place.ts';
import { sourcesAfterCheckpoint } from './backup-sources.ts';
import { makeBackup, mirrorBackup, type Verify } from './make-backup.ts';
import { type BackupBounds, backupsToRemove } from './retention.ts';
import { copyChanged, copyWriteOnceFiles } from './write-once-files.ts';

export interface BackupServices {
  disk: Disk;
  now(): string;
  bounds: BackupBounds;
  verify: Verify;
}

/** The backup, and whether it was there already because nothing has changed since. */
export interface BackedUp {
  entry: BackupEntry;
  fresh: boolean;
}

/**
 * Makes a backup in the study's own folder and lets go of those that are no longer needed. Edits go on meanwhile.
 * @throws AppError('disk' | 'vault-damaged'); earlier backups are untouched then.
 */
export async function backUp(vault: Vault, reason: BackupReason, services: BackupServices): Promise<BackedUp> {
  const { disk, now, bounds, verify } = services;
  const place = placeFolders(vault.files.folder);
  await vault.settled();
  const last = (await listBackups(disk, place)).findLast(({ manifest }) => manifest !== null);
  if (last?.manifest?.seq === vault.seq) return { entry: last, fresh: false };
  await vault.checkpoint();
  const compress = !vault.files.cipher.encrypted;
  const entry = await makeBackup(disk, place, sourcesAfterCheckpoint(vault.files), { reason, now: now(), verify, compress });
  await prune(disk, place, bounds);
  return { entry, fresh: true };
}

/**
 * Brings the second place up to date: deletions of people, transcripts and history parts that are new, and the newest backup.
 * @throws AppError('disk') when the folder is not there or cannot be written.
 */
export async function backUpElsewhere(vault: Vault, secondFolder: string, services: BackupServices): Promise<void> {
  const { disk, now, bounds, verify } = services;
  const place = secondPlace(secondFolder, vault.id, vault.files.folder);
  const own = placeFolders(vault.files.folder);
  try {
    if (!(await exists(disk, secondFolder))) {
      throw new AppError(
        'disk',
        `The second folder for backups, “${path.basename(secondFolder)}”, is not there. Connect it, or choose another one.`,
      );
    }
    await rememberPlace(disk, vault.files, place);
    await makeFolder(disk, place.backups);
    await matchEncryption(disk, vault, place);
    await purgePlace(disk, vault.files, vault.id, place, now());
    await copyWriteOnceFiles(disk, own, place);
    await dropWhatWasDropped(disk, vault, place);
    for (const file of [vault.files.keys, vault.files.historyStart])
      await copyChanged(disk, file, path.join(place.root, path.basename(file)));
    const last = (await listBackups(disk, own)).findLast(({ manifest }) => manifest !== null);
    if (last) await mirrorBackup(disk, last, place, verify, now());
    await prune(disk, place, bounds);
  } catch (error) {
    throw diskError(error, 'The backup in the second folder could not be made', 'The backups in the study’s own folder are untouched.');
  }
}

/** History parts that the person does not want kept go here too; parts that are merely missing in the study stay. */
async function dropWhatWasDropped(disk: Disk, vault: Vault, place: BackupPlace): Promise<void> {
  const { seq } = await historyStartOf(disk, vault.files, vault.id);
  const own = new Set(await disk.readdir(vault.files.history));
  for (const name of await disk.readdir(place.history).catch(() => [] as string[])) {
    const range = parseHistoryPartName(name);
    if (range && range.lastSeq <= seq && !own.has(name)) await disk.rm(path.join(place.history, name), { force: true });
  }
}

/** What was copied while the study was not encrypted would still show everything; what was sealed under a key that is gone opens nowhere. */
async function matchEncryption(disk: Disk, vault: Vault, place: BackupPlace): Promise<void> {
  const sealed = await exists(disk, path.join(place.root, path.basename(vault.files.keys)));
  const empty = (await listBackups(disk, place)).length === 0;
  if (!empty && sealed !== vault.files.cipher.encrypted) {
    await emptyPlace(disk, place);
    await makeFolder(disk, place.backups);
  }
}

/** Removes the backups that retention no longer needs. Those whose list of contents cannot be read stay for a person to look at. */
async function prune(disk: Disk, place: BackupPlace, bounds: BackupBounds): Promise<void> {
  const entries = await listBackups(disk, place);
  const ageing = entries.flatMap(({ name, number, manifest }) => (manifest ? [{ ...manifest, name, number }] : []));
  for (const name of backupsToRemove(ageing, bounds)) await disk.rm(path.join(place.backups, name), { recursive: true, force: true });
}
