// `backup` and `restore`: verified copies of a study, and a new study from one of them.
import path from 'node:path';

import { type BackupCheck, checkBackups } from '#core/backups/check-backups';
import { backUp, backUpElsewhere, type BackupServices } from '#core/backups/backup-vault';
import { findBackup, listBackups, placeFolders } from '#core/backups/backup-place';
import { restoreBackup } from '#core/backups/restore-backup';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { rowOf, verifierFor } from '#core/services/backup-service';
import { SettingsService } from '#core/services/settings';
import { userDataFolder } from '#core/services/user-data-folder';
import type { ContentCipher } from '#core/vault/crypto/content-cipher';
import { exists, nodeDisk } from '#core/vault/disk';
import { readableFiles } from '#core/vault/unlock-vault';
import type { Vault } from '#core/vault/vault';
import { type VaultFiles, vaultFiles } from '#core/vault/vault-files';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { givenSecret } from '../secrets.ts';

export const backupCommand: CliCommand = {
  usage: 'backup <vault> [--list] [--second FOLDER] [--json]   (makes a verified backup now; --list checks those that are there)',
  least: 1,
  async run(line) {
    if (line.options['list']) return listAll(line);
    const { backups } = (await SettingsService.load(nodeDisk, userDataFolder())).settings;
    const given = line.options['second'];
    const second = typeof given === 'string' ? path.resolve(given) : backups.secondFolder;
    await line.withVault(async (vault) => {
      const services = servicesFor(line, vault, backups);
      const { entry, fresh } = await backUp(vault, 'by-hand', services);
      if (second !== null) await backUpElsewhere(vault, second, services);
      const said = fresh ? `Made and verified ${entry.name}` : `Nothing has changed since ${entry.name}`;
      line.print({ ok: true, fresh, ...rowOf(entry), folder: entry.folder, second }, said);
    });
  },
};

function servicesFor(line: CommandLine, vault: Vault, bounds = DEFAULT_BOUNDS): BackupServices {
  return { disk: nodeDisk, now: line.now, bounds, verify: verifierFor(vault, nodeDisk) };
}

/** Reads the folder only, also of a study that is open elsewhere, or damaged. What is said of a backup was found just now. */
async function listAll(line: CommandLine): Promise<void> {
  const root = path.resolve(line.words[0] ?? '');
  const cipher = await cipherOf(line, vaultFiles(root));
  for await (const check of checkBackups(nodeDisk, placeFolders(root), cipher)) {
    const { entry, faults } = check;
    const ok = faults.length === 0;
    if (!ok) line.failed();
    const row = { ...rowOf(entry), verifiedAt: ok && cipher ? line.now() : null, damage: ok ? null : faults.join(' ') };
    line.print({ ok, ...row, faults, folder: entry.folder }, `${row.name}  ${row.bytes} bytes  ${foundInWords(check, cipher !== null)}`);
  }
}

function foundInWords({ faults }: BackupCheck, opened: boolean): string {
  if (faults.length > 0) return `damaged: ${faults.join(' ')}`;
  return opened ? 'verified now' : 'its checksums hold; its records were not read, for that takes the passphrase';
}

/** Null for an encrypted study whose passphrase was not given: a list asks for none. @throws AppError('passphrase') for a wrong one. */
async function cipherOf(line: CommandLine, files: VaultFiles): Promise<ContentCipher | null> {
  const secret = await givenSecret(line.options, 'passphrase');
  try {
    return (await readableFiles(nodeDisk, files, secret)).cipher;
  } catch (error) {
    // Also with a key file that is gone or damaged the sums can be compared.
    if (error instanceof AppError && (error.code === 'vault-damaged' || (error.code === 'passphrase' && secret === undefined))) return null;
    throw error;
  }
}

export const restoreCommand: CliCommand = {
  usage: 'restore <vault or second folder> --backup NAME|NUMBER|latest --to <new folder> [--json]',
  least: 1,
  async run(line) {
    const { backup, to } = line.options;
    if (typeof backup !== 'string' || typeof to !== 'string') {
      throw new AppError('bad-input', 'Say which backup and where it goes: --backup <name> --to <new folder>.');
    }
    const root = path.resolve(line.words[0] ?? '');
    const folder = path.resolve(to);
    const place = placeFolders(root);
    const entry = findBackup(await listBackups(nodeDisk, place), backup);
    if (!entry) throw new AppError('not-found', `There is no backup “${backup}” in ${path.basename(root)}. --list shows what there is.`);
    await restoreBackup(nodeDisk, place, entry, vaultFiles(root), folder);
    // Opening it deletes again whoever was deleted since, and checks every record.
    const sealed = await exists(nodeDisk, vaultFiles(folder).keys);
    const seq = sealed ? (entry.manifest?.seq ?? 0) : await line.withVaultAt(folder, async (vault) => vault.seq);
    line.print({ ok: true, backup: entry.name, vault: folder, seq, opened: !sealed }, `Restored ${entry.name} to ${folder}`);
  },
};
