// Checks the backups of a study, in its own folder and in every other one that holds backups of it.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type BackupCheck, checkBackup, checkBackups, damageInWords } from '../../backups/check-backups.ts';
import { type BackupPlace, placeFolders, readPlaces } from '../../backups/backup-place.ts';
import { type Disk, exists } from '../../vault/disk.ts';
import { readOrNull } from '../../vault/snapshot.ts';
import type { VaultFiles } from '../../vault/vault-files.ts';
import type { Findings } from './findings.ts';

/** Another process may be removing one just then (ms). */
const PAUSE_MS = 200;

/** @param busy another process has the study open. @returns the number of backups that were looked at. */
export async function checkBackupPlaces(disk: Disk, files: VaultFiles, findings: Findings, busy: boolean): Promise<number> {
  const checkPlace = async (place: BackupPlace, shown: string): Promise<number> => {
    let checked = 0;
    for await (const check of checkBackups(disk, place, files.cipher)) {
      checked += 1;
      const sure = check.faults.length > 0 && busy ? await lookedAtAgain(disk, files, place, check) : check;
      if (sure.faults.length > 0) findings.problem(`${shown}/${sure.entry.name}`, damageInWords(sure));
    }
    return checked;
  };
  const key = await readOrNull(disk, files.keys).catch(() => null);
  let checked = await checkPlace(placeFolders(files.folder), 'backups');
  await checkKeyCopy(disk, key, files.backups, 'backups', findings);
  for (const root of await placesOf(disk, files, findings)) {
    // A disk that is not connected is no fault of the study.
    if (!(await exists(disk, root).catch(() => false)))
      findings.note(`The backups in ${root} were not checked: that folder is not there now.`);
    else {
      checked += await checkPlace(placeFolders(root), `${root}/backups`);
      await checkKeyCopy(disk, key, root, root, findings);
    }
  }
  return checked;
}

/** Without its key file nobody opens an encrypted study: the copies must be there, and open with the passphrase of today. @param key the study's own; null: not encrypted. */
async function checkKeyCopy(disk: Disk, key: Buffer | null, folder: string, shown: string, findings: Findings): Promise<void> {
  if (!key) return;
  const copy = await readOrNull(disk, path.join(folder, 'vault.keys.json')).catch(() => null);
  if (copy?.equals(key)) return;
  const next = 'A new recovery code or another passphrase writes it anew.';
  if (copy)
    findings.problem(`${shown}/vault.keys.json`, `The copy of the key file in ${shown} is not the one that opens the study today. ${next}`);
  else findings.note(`There is no copy of the key file vault.keys.json in ${shown}. ${next}`);
}

async function lookedAtAgain(disk: Disk, files: VaultFiles, place: BackupPlace, { entry }: BackupCheck): Promise<BackupCheck> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  const faults = await checkBackup(disk, place, entry, files.cipher);
  return { entry, faults: (await exists(disk, entry.folder)) ? faults : [] };
}

async function placesOf(disk: Disk, files: VaultFiles, findings: Findings): Promise<string[]> {
  try {
    return await readPlaces(disk, files);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    findings.problem('backup-places.json', `${error.message} Backups outside of the study’s folder were not checked.`);
    return [];
  }
}
