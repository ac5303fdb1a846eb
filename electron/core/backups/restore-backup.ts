// Restores a backup into a new study: records, transcripts and as much history as fits, everything compared with its checksum.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type Disk, diskError, exists, makeFolder, syncFolder, writeFileDurably } from '../vault/disk.ts';
import { isPerson, pendingTombstones, readTombstones, writePurge, writeTombstones } from '../purge/tombstones.ts';
import { parseHistoryPartName, type VaultFiles, vaultFiles } from '../vault/vault-files.ts';
import { storedName } from './backup-manifest.ts';
import type { BackupEntry, BackupPlace } from './backup-place.ts';
import { readStored } from './copy-file.ts';
import { copyVerified } from './write-once-files.ts';

/** Everything but the backup itself that belongs to a study; files that are missing are simply not there afterwards. */
const BESIDE = ['vault.keys.json', 'history-start.json'] as const;

/**
 * Puts a backup into a folder that is new or empty. Whoever was deleted for good since is removed again when the study is opened for the
 * first time, which the caller does at once. @param vault the study's own files where they are still there: they know who was deleted.
 * @throws AppError('conflict') when the folder holds anything, 'vault-damaged' when the backup does not hold, 'disk'. Nothing is left behind.
 */
export async function restoreBackup(
  disk: Disk,
  place: BackupPlace,
  backup: BackupEntry,
  vault: VaultFiles | null,
  to: string,
): Promise<void> {
  const { manifest } = backup;
  if (!manifest)
    throw new AppError('vault-damaged', `The backup ${backup.name} cannot be read: its backup.json is missing or was changed.`);
  const inside = await disk.readdir(to).catch(() => null);
  if (inside && inside.length > 0) {
    throw new AppError('conflict', `The folder “${path.basename(to)}” is not empty. Choose another name or an empty folder.`);
  }
  const staging = `${to}.restoring`;
  const files = vaultFiles(staging);
  try {
    await disk.rm(staging, { recursive: true, force: true });
    for (const folder of [staging, files.history, files.transcripts, files.backups]) await makeFolder(disk, folder);
    await copyBeside(disk, place, staging);
    const ofBackup = new Set(manifest.files.map(({ name }) => path.basename(name)));
    await copyHistory(disk, place, files, manifest.seq, ofBackup);
    for (const file of manifest.files) {
      const content = await readStored(disk, path.join(backup.folder, storedName(file)), file);
      await writeFileDurably(disk, path.join(staging, file.name), content);
    }
    await bringTombstones(disk, place, vault, files);
    if (inside) await disk.rm(to, { recursive: true, force: true });
    await disk.rename(staging, to);
    await syncFolder(disk, path.dirname(to));
  } catch (error) {
    await disk.rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw diskError(error, 'The backup could not be restored', 'The study it is from is untouched. Choose another folder.');
  }
}

/** Transcripts of every source ever, also of removed ones: undo and looking back need them. */
async function copyBeside(disk: Disk, place: BackupPlace, staging: string): Promise<void> {
  for (const name of BESIDE) {
    if (await exists(disk, path.join(place.root, name))) await copyVerified(disk, path.join(place.root, name), path.join(staging, name));
  }
  for (const kind of ['transcripts', 'attachments'] as const) {
    const names = (await disk.readdir(place[kind]).catch(() => [] as string[])).filter((name) => !name.endsWith('.tmp'));
    if (names.length > 0) await makeFolder(disk, path.join(staging, kind));
    for (const name of names) await copyVerified(disk, path.join(place[kind], name), path.join(staging, kind, name));
  }
}

/** Parts of the history up to the backup's last entry; those after it belong to what is left behind. */
async function copyHistory(disk: Disk, place: BackupPlace, files: VaultFiles, seq: number, except: ReadonlySet<string>): Promise<void> {
  for (const name of await disk.readdir(place.history).catch(() => [] as string[])) {
    const range = parseHistoryPartName(name);
    if (range && range.lastSeq <= seq && !except.has(name)) {
      await copyVerified(disk, path.join(place.history, name), path.join(files.history, name));
    }
  }
}

/** Who was deleted in the study but not yet in this place is deleted when the restored study opens. */
async function bringTombstones(disk: Disk, place: BackupPlace, vault: VaultFiles | null, files: VaultFiles): Promise<void> {
  const here = await readTombstones(disk, path.join(place.root, 'tombstones.json'));
  const known = vault ? await readTombstones(disk, vault.tombstones) : here;
  if (here.length > 0) await writeTombstones(disk, files.tombstones, here);
  const pending = pendingTombstones(known, here);
  if (!pending.every(isPerson))
    throw new AppError(
      'conflict',
      'This backup was made before names were taken out of the study for good, and still holds them, so it is not restored. Make a backup of the study in this folder: that cleans it.',
    );
  if (pending.length > 0) await writePurge(disk, files, { tombstones: pending, stage: 'begun' });
}
