// After a study was encrypted or decrypted: the backups outside of it, which were removed for that, are made anew in their new form.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type Disk, exists } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { listBackups, placeFolders, readPlaces, secondPlace } from './backup-place.ts';
import { backUp, backUpElsewhere, type BackupServices } from './backup-vault.ts';
import { mirrorBackup } from './make-backup.ts';

/** A folder outside of the study, and the names of the backups in it. */
export interface OtherPlace {
  root: string;
  /** Null: the folder is not there now, so nobody knows. */
  names: string[] | null;
}

/** What lies outside of a study, to be asked before it is converted. @throws AppError('vault-damaged') when the list of places cannot be read. */
export async function otherPlaces(disk: Disk, files: Pick<VaultFiles, 'backupPlaces'>): Promise<OtherPlace[]> {
  const places: OtherPlace[] = [];
  for (const root of await readPlaces(disk, files)) {
    const names = (await exists(disk, root)) ? (await listBackups(disk, placeFolders(root))).map(({ name }) => name) : null;
    places.push({ root, names });
  }
  return places;
}

/**
 * Makes the backups that were there anew, as far as the study still has them, and the newest one.
 * @param before from otherPlaces. @returns a finished sentence for each place. Never throws for a place that cannot be written.
 */
export async function remakeElsewhere(vault: Vault, before: readonly OtherPlace[], services: BackupServices): Promise<string[]> {
  const said: string[] = [];
  for (const place of before) said.push(await remake(vault, place, services));
  return said;
}

async function remake(vault: Vault, { root, names }: OtherPlace, services: BackupServices): Promise<string> {
  const { disk, verify, now } = services;
  const was = vault.files.cipher.encrypted ? 'not encrypted' : 'encrypted';
  if (names === null)
    return `The folder ${root} is not there now: the backups in it are still ${was}. The next backup into it replaces them.`;
  const second = path.dirname(root);
  if (secondPlace(second, vault.id, vault.files.folder).root !== root)
    return `The backups in ${root} were removed: they are of the time before the study was moved or renamed.`;
  try {
    const own = placeFolders(vault.files.folder);
    if ((await listBackups(disk, own)).length === 0) await backUp(vault, 'hourly', services);
    await backUpElsewhere(vault, second, services);
    for (const entry of await listBackups(disk, own)) {
      if (names.includes(entry.name)) await mirrorBackup(disk, entry, placeFolders(root), verify, now());
    }
    return `The backups in ${root} were made anew.`;
  } catch (error) {
    const why = error instanceof AppError ? error.message : 'Its files could not be written.';
    return `The backups in ${root} were removed and could not be made anew: ${why} The next backup tries it again.`;
  }
}
