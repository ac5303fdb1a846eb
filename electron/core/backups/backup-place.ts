// A place that holds backups of one study: the study's own folder, or a folder of its own in the second place.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { type Disk, exists } from '../vault/disk.ts';
import { readSealedJson, writeSealedJson } from '../vault/sealed-json.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { BACKUP_FORMAT, type BackupManifest, backupNumber } from './backup-manifest.ts';

/** Both kinds of place have the same folders, so that a backup is restored from either in the same way. */
export function placeFolders(root: string) {
  return {
    root,
    backups: path.join(root, 'backups'),
    transcripts: path.join(root, 'transcripts'),
    attachments: path.join(root, 'attachments'),
    history: path.join(root, 'history'),
  };
}

export type BackupPlace = ReturnType<typeof placeFolders>;

/** Where a study's backups lie in a second folder: a folder named after the study's, apart from others of the same name. */
export function secondPlace(secondFolder: string, vaultId: string, vaultFolder: string): BackupPlace {
  const apart = createHash('sha256')
    .update(`${vaultId} ${path.resolve(vaultFolder)}`)
    .digest('hex')
    .slice(0, 8);
  return placeFolders(path.join(secondFolder, `${path.basename(vaultFolder).replace(/\.plumb$/, '')}-${apart}`));
}

/** One backup that is there. */
export interface BackupEntry {
  name: string;
  number: number;
  folder: string;
  /** Null when backup.json is missing or was changed: the backup may still hold good files. */
  manifest: BackupManifest | null;
}

/** The backups of a place, oldest first. An empty list when there is no such folder. */
export async function listBackups(disk: Disk, place: BackupPlace): Promise<BackupEntry[]> {
  const names = await disk.readdir(place.backups).catch(() => [] as string[]);
  const entries: BackupEntry[] = [];
  for (const name of names) {
    const number = backupNumber(name);
    if (number === null) continue;
    const folder = path.join(place.backups, name);
    entries.push({ name, number, folder, manifest: await readManifest(disk, folder) });
  }
  return entries.sort((left, right) => left.number - right.number || left.name.localeCompare(right.name));
}

async function readManifest(disk: Disk, folder: string): Promise<BackupManifest | null> {
  try {
    return await readSealedJson<BackupManifest>(disk, path.join(folder, 'backup.json'), BACKUP_FORMAT);
  } catch {
    return null;
  }
}

/** The backup of a name, of a number, or `latest`; null when there is none. */
export function findBackup(entries: readonly BackupEntry[], wanted: string): BackupEntry | null {
  if (wanted === 'latest') return entries.findLast((entry) => entry.manifest !== null) ?? null;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : null;
  return entries.find((entry) => entry.name === wanted || entry.number === number) ?? null;
}

/** Bytes a backup takes, write-once files that it shares with others left out. */
export function sizeOfBackup({ manifest }: BackupEntry): number {
  return manifest?.files.reduce((sum, file) => sum + file.storedBytes, 0) ?? 0;
}

const PLACES_FORMAT = 'plumbline-backup-places-1';

/** Folders outside of the study that hold backups of it, whichever is in use now: deleting a person has to reach them all. */
export async function readPlaces(disk: Disk, files: Pick<VaultFiles, 'backupPlaces'>): Promise<string[]> {
  return (await readSealedJson<string[]>(disk, files.backupPlaces, PLACES_FORMAT)) ?? [];
}

/** Remembers such a folder before anything is written into it. */
export async function rememberPlace(disk: Disk, files: Pick<VaultFiles, 'backupPlaces'>, place: BackupPlace): Promise<void> {
  const known = await readPlaces(disk, files);
  if (!known.includes(place.root)) await writeSealedJson(disk, files.backupPlaces, PLACES_FORMAT, [...known, place.root]);
}

/** Removes everything that was copied to a place. */
export async function emptyPlace(disk: Disk, place: BackupPlace): Promise<void> {
  for (const folder of [place.backups, place.transcripts, place.attachments, place.history]) {
    await disk.rm(folder, { recursive: true, force: true });
  }
}

/** Empties every place outside of the study that can be reached. */
export async function emptyOtherPlaces(disk: Disk, files: Pick<VaultFiles, 'backupPlaces'>): Promise<void> {
  for (const root of await readPlaces(disk, files)) if (await exists(disk, root)) await emptyPlace(disk, placeFolders(root));
}
