// Opening a vault without its lock: writes nothing, and copes with another process that is writing meanwhile.
import { AppError } from '#shared/lib/app-error';
import { currentSchemaVersion, type Migration } from '#shared/model/migrations/index';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';
import type { VaultState } from '#shared/model/vault-state';

import { type Disk, exists } from './disk.ts';
import { listHistoryParts } from './history.ts';
import { type LoadedVault, loadVault, validatedState } from './load-vault.ts';
import { damagedError } from './recovery.ts';
import { salvageVault } from './salvage/salvage.ts';
import { readableFiles } from './unlock-vault.ts';
import type { OpenedVault, OpenOptions } from './open-options.ts';
import { Vault, type VaultServices } from './vault.ts';
import type { VaultFiles } from './vault-files.ts';

/** A checkpoint of the other process takes a moment; then the files fit together again. */
const ATTEMPTS = 8;
const PAUSE_MS = 60;

/** @param reason what the window says about why nothing can be changed. @throws AppError('vault-damaged' | 'vault-newer' | 'passphrase'). */
export async function openForReading(
  place: VaultFiles,
  services: VaultServices,
  options: OpenOptions,
  reason: AppError,
): Promise<OpenedVault> {
  const files = options.cipher ? place : await readableFiles(services.disk, place, options.secret);
  const { loaded, state } = await readAsItIs(files, services, options);
  const current = currentSchemaVersion(options.migrations);
  const notices: string[] = [];
  if (loaded.schemaVersion !== current) {
    notices.push(`The study is shown as data version ${current} would have it; its files stay at version ${loaded.schemaVersion}.`);
    loaded.undo = EMPTY_UNDO_STACK;
    loaded.schemaVersion = current;
  }
  return { vault: new Vault(files, loaded, state, reason, services), notices };
}

async function readAsItIs(
  files: VaultFiles,
  services: VaultServices,
  options: OpenOptions,
): Promise<{ loaded: LoadedVault; state: VaultState }> {
  try {
    const loaded = await loadQuietly(services.disk, files, options.migrations);
    if (loaded.problems.length === 0) return { loaded, state: validatedState(loaded.records, loaded.schemaVersion, options.migrations) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault-damaged') throw error;
  }
  const { report } = await salvageVault(services.disk, files, {
    migrations: options.migrations,
    now: services.now(),
    newVaultId: services.newId(),
  });
  throw damagedError(report);
}

/** Files read while another process moved them do not fit together: they are read again until nothing moved meanwhile, or time is up. */
export async function loadQuietly(disk: Disk, files: VaultFiles, migrations?: readonly Migration[]): Promise<LoadedVault> {
  const attempts = (await exists(disk, files.lock)) ? ATTEMPTS : 1;
  for (let left = attempts; ; left -= 1) {
    const before = await layoutOf(disk, files);
    const loaded = await loadVault(disk, files, migrations).catch((error: unknown) => {
      if (left <= 1 || (error instanceof AppError && error.code === 'vault-newer')) throw error;
      return null;
    });
    const quiet = before === (await layoutOf(disk, files));
    if (loaded && ((quiet && loaded.problems.length === 0) || left <= 1)) return loaded;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** What a checkpoint changes: which file the snapshot is, and which parts there are. */
async function layoutOf(disk: Disk, files: VaultFiles): Promise<string> {
  const snapshot = (await exists(disk, files.snapshot)) ? await disk.stat(files.snapshot) : null;
  const parts = await listHistoryParts(disk, files);
  return [snapshot?.ino, snapshot?.size, snapshot?.mtimeMs, ...parts.map((part) => part.file)].join(' ');
}
