// Looks at a damaged study that is not open, repairs it into a new folder, or restores one of its backups there. Never writes into it.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { Diagnosis, Repaired } from '#shared/rpc/answers';

import type { Disk } from '../vault/disk.ts';
import { readSnapshotFile } from '../vault/read-snapshot.ts';
import { repairVault } from '../vault/salvage/repair.ts';
import { salvageVault } from '../vault/salvage/salvage.ts';
import { readableFiles } from '../vault/unlock-vault.ts';
import { type VaultFiles, vaultFiles } from '../vault/vault-files.ts';
import { checkFolder } from './check.ts';
import { checkedFolder } from './folders.ts';

export interface RecoveryServices {
  disk: Disk;
  now(): string;
  newId(): string;
}

/** Everything there is to know about a damaged study. @param secret of an encrypted one. @throws AppError('passphrase' | 'vault-newer'). */
export async function diagnose({ disk, now, newId }: RecoveryServices, folder: string, secret: string | undefined): Promise<Diagnosis> {
  const files = await readableFiles(disk, vaultFiles(checkedFolder(folder)), secret);
  const { report } = await salvageVault(disk, files, { now: now(), newVaultId: newId() });
  return { report, backups: await listRestorable(disk, files), files: await listFiles(disk, files) };
}

/** Saves what can be saved into a new folder and checks it there. @throws AppError('conflict' | 'disk' | 'vault-damaged'). */
export async function repairInto(services: RecoveryServices, folder: string, to: string, secret: string | undefined): Promise<Repaired> {
  const files = await readableFiles(services.disk, vaultFiles(checkedFolder(folder)), secret);
  return repairFrom(services, files, checkedFolder(to));
}

/** Puts a backup of a study into a new folder, with the transcripts of the study as it stands. @throws AppError('not-found' | 'conflict' | 'disk'). */
export async function restoreInto(
  services: RecoveryServices,
  folder: string,
  backup: string,
  to: string,
  secret: string | undefined,
): Promise<Repaired> {
  const files = await readableFiles(services.disk, vaultFiles(checkedFolder(folder)), secret);
  const source = await filesOfBackup(services.disk, files, path.basename(backup));
  if (!source) throw new AppError('not-found', `There is no backup “${path.basename(backup)}” that can be read in this study.`, { backup });
  return repairFrom(services, source, checkedFolder(to));
}

async function repairFrom({ disk, now, newId }: RecoveryServices, from: VaultFiles, folder: string): Promise<Repaired> {
  const to = vaultFiles(folder, from.cipher);
  const report = await repairVault(disk, from, to, { now: now(), newVaultId: newId() });
  if (!report.readable) {
    throw new AppError('vault-damaged', 'Nothing of this study can be read, so nothing was written. Restore a backup of the folder.');
  }
  const check = await checkFolder(disk, to);
  return { folder, report, sound: check.ok, problems: check.problems.map(({ what }) => what) };
}

/** The files of a backup in the place of the study's own; what backups do not hold is the study's. Null when its snapshot does not hold. */
async function filesOfBackup(disk: Disk, files: VaultFiles, name: string): Promise<VaultFiles | null> {
  const folder = path.join(files.backups, name);
  for (const snapshot of ['vault.json', 'vault.json.gz']) {
    const file = path.join(folder, snapshot);
    if ((await readSnapshotFile(disk, file, snapshot, files.cipher)).kind !== 'good') continue;
    const { transcripts, attachments, keys } = files;
    return { ...vaultFiles(folder, files.cipher), snapshot: file, transcripts, attachments, keys };
  }
  return null;
}

async function listRestorable(disk: Disk, files: VaultFiles): Promise<Diagnosis['backups']> {
  const names = await disk.readdir(files.backups).catch(() => [] as string[]);
  const backups: Diagnosis['backups'] = [];
  for (const name of names
    .filter((each) => !each.startsWith('.'))
    .sort()
    .reverse()) {
    const source = await filesOfBackup(disk, files, name);
    const reading = source && (await readSnapshotFile(disk, source.snapshot, name, files.cipher));
    if (reading?.kind === 'good') backups.push({ name, seq: reading.data.seq, savedAt: reading.data.savedAt });
  }
  return backups;
}

async function listFiles(disk: Disk, files: VaultFiles): Promise<Diagnosis['files']> {
  const entries = await disk.readdir(files.folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const listed: Diagnosis['files'] = [];
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(files.folder, file).replaceAll('\\', '/');
    if (!entry.isFile() || name.startsWith('.lock') || name.startsWith('backups/')) continue;
    const stat = await disk.stat(file).catch(() => null);
    if (stat) listed.push({ name, bytes: stat.size, changedAt: stat.mtime.toISOString() });
  }
  return listed.sort((left, right) => left.name.localeCompare(right.name, 'en'));
}
