// Creating and opening vaults by the opening rules: lock, read, back up and migrate if old, validate, ready.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { newReadout } from '#shared/model/records/readout';
import { newStudy } from '#shared/model/records/study';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';
import { currentSchemaVersion, type RawRecords } from '#shared/model/migrations/index';
import { VaultState } from '#shared/model/vault-state';

import { createKeyFile } from './crypto/key-file.ts';
import { createVaultCipher } from './crypto/vault-cipher.ts';
import { diskError, makeFolder, syncFolder } from './disk.ts';
import { firstChain } from './journal-line.ts';
import { takeLock, type VaultLock } from './lock.ts';
import type { OpenedVault, OpenOptions } from './open-options.ts';
import { openForReading } from './open-for-reading.ts';
import { openForWriting } from './open-for-writing.ts';
import { requireRightKinds, requireStudy } from './require-study.ts';
import { snapshotDatabase } from './snapshot.ts';
import type { VaultServices } from './vault-services.ts';
import { vaultFiles } from './vault-files.ts';
import { writeKeyFile } from './vault-keys.ts';

/** Folder names of vaults end so; any folder with a vault.json opens, whatever its name. */
export const VAULT_SUFFIX = '.plumb';

export type { OpenedVault, OpenOptions } from './open-options.ts';

/**
 * Makes a vault in a new or empty folder and opens it. @param passphrase encrypts it from the beginning.
 * @throws AppError('conflict') when the folder holds anything, 'bad-input' for a passphrase that is too short, 'disk'.
 */
export async function createVault(folder: string, name: string, services: VaultServices, passphrase?: string): Promise<OpenedVault> {
  const { disk } = services;
  const vaultId = services.newId();
  const keys = passphrase === undefined ? null : await createKeyFile(vaultId, passphrase);
  const files = vaultFiles(folder, keys ? createVaultCipher(keys.masterKey, vaultId) : undefined);
  try {
    const content = await disk.readdir(folder).catch(() => [] as string[]);
    if (content.length > 0) {
      throw new AppError('conflict', `The folder “${path.basename(folder)}” is not empty. Choose another name or an empty folder.`, {
        folder: path.basename(folder),
      });
    }
    for (const part of [folder, files.history, files.transcripts, files.backups]) await makeFolder(disk, part);
    if (keys) await writeKeyFile(disk, files, keys.keyFile);
    const database = snapshotDatabase(disk, files);
    database.data = {
      format: 'plumbline-vault',
      schemaVersion: currentSchemaVersion(),
      vaultId,
      seq: 0,
      chain: firstChain(vaultId),
      savedAt: services.now(),
      undo: EMPTY_UNDO_STACK,
      records: firstRecords(name),
    };
    await database.write();
    await syncFolder(disk, path.dirname(folder));
  } catch (error) {
    throw diskError(error, 'The study could not be created', 'Choose another folder.');
  }
  return openVault(folder, services, { cipher: files.cipher });
}

function firstRecords(name: string): RawRecords {
  const state = new VaultState();
  state.apply([
    { collection: 'study', id: 'study', before: null, after: newStudy(name) },
    { collection: 'boards', id: FIRST_BOARD_ID, before: null, after: { id: FIRST_BOARD_ID, name: 'Affinity map', focusQuestion: '' } },
    { collection: 'readout', id: 'readout', before: null, after: newReadout() },
  ]);
  return state.toRecords();
}

/**
 * Opens a vault for writing, or for reading only. A folder that cannot be written opens for reading only, with the reason.
 * @throws AppError('vault-missing' | 'vault-locked' | 'vault-newer' | 'passphrase' | 'disk'), or 'vault-damaged' with a sentence for each problem in
 * details.problems; nothing was changed then, and opening again with acceptDamage goes on with what can be saved.
 */
export async function openVault(folder: string, services: VaultServices, options: OpenOptions = {}): Promise<OpenedVault> {
  const files = vaultFiles(folder, options.cipher);
  try {
    await requireStudy(services.disk, files);
    await requireRightKinds(services.disk, files, `The study “${path.basename(folder)}” could not be opened`);
    if (options.readOnly) return await openForReading(files, services, options, READ_ONLY_ASKED);
    let lock: VaultLock;
    try {
      lock = await takeLock(services.disk, files.lock, { now: services.now(), identity: services.lockedBy, takeOver: options.takeOver });
    } catch (error) {
      const reason = notWritable(error);
      if (reason) return await openForReading(files, services, options, reason);
      throw error;
    }
    return await openForWriting(files, lock, services, options);
  } catch (error) {
    throw diskError(error, `The study “${path.basename(folder)}” could not be opened`, 'Its files are safe as they are.');
  }
}

/**
 * As openVault, and waits until all records are in. @throws also what is found damaged behind the first screen, with every problem.
 */
export async function openWholeVault(folder: string, services: VaultServices, options: OpenOptions = {}): Promise<OpenedVault> {
  const opened = await openVault(folder, services, options);
  try {
    await opened.vault.whole;
    return opened;
  } catch {
    await opened.vault.close();
    return openVault(folder, services, { ...options, wholly: true });
  }
}

const READ_ONLY_ASKED = new AppError(
  'read-only',
  'It was opened read-only and shows what was saved at that moment. To change it, open it for writing.',
);

/** Why a folder cannot be written at all, when that is what the error says (trust.md D9). */
function notWritable(error: unknown): AppError | null {
  const system = error instanceof AppError && error.code === 'disk' ? String(error.details['os']) : '';
  if (!['EACCES', 'EPERM', 'EROFS'].includes(system)) return null;
  const why = system === 'EROFS' ? 'The disk that it lies on is read-only' : 'Plumbline has no permission to write in its folder';
  return new AppError('read-only', `${why}. You can look at everything; to change it, allow writing there or save a copy elsewhere.`);
}
