// Creating and opening vaults by the opening rules: lock, read, back up and migrate if old, validate, ready.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { newReadout } from '#shared/model/records/readout';
import { newStudy } from '#shared/model/records/study';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';
import { currentSchemaVersion, type Migration, type RawRecords } from '#shared/model/migrations/index';
import { VaultState } from '#shared/model/vault-state';

import { makeBackup } from './backup.ts';
import { createKeyFile } from './crypto/key-file.ts';
import { createVaultCipher } from './crypto/vault-cipher.ts';
import { diskError, exists, makeFolder, syncFolder, writeAll } from './disk.ts';
import { Journal } from './journal.ts';
import { firstChain } from './journal-line.ts';
import { holdsTraces, type LoadedVault, loadVault, validatedState } from './load-vault.ts';
import { takeLock } from './lock.ts';
import { damagedError, recoverInPlace, writeAside } from './recovery.ts';
import { salvageVault } from './salvage/salvage.ts';
import { missingTranscripts } from './salvage/transcript-faults.ts';
import { snapshotDatabase } from './snapshot.ts';
import { unlockedFiles } from './unlock-vault.ts';
import { Vault, type VaultServices } from './vault.ts';
import { historyPartName, type VaultFiles, vaultFiles } from './vault-files.ts';
import { writeKeyFile } from './vault-keys.ts';

/** Folder names of vaults end so; any folder with a vault.json opens, whatever its name. */
export const VAULT_SUFFIX = '.plumb';

export interface OpenedVault {
  vault: Vault;
  /** Sentences about what happened on opening: a torn last line, a migration. */
  notices: string[];
}

export interface OpenOptions {
  migrations?: readonly Migration[];
  /** Go on with what can be saved of a damaged vault; its files are copied to quarantine/ first. */
  acceptDamage?: boolean;
  /** With acceptDamage: only up to the last good point, without the later changes that still fit. */
  lastGoodPoint?: boolean;
  /** Passphrase or recovery code of an encrypted study. */
  secret?: string | undefined;
}

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
  return openVault(folder, services, { secret: passphrase });
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
 * Opens a vault for writing.
 * @throws AppError('vault-missing' | 'vault-locked' | 'vault-newer' | 'passphrase'), or 'vault-damaged' with a sentence for each problem in
 * details.problems; nothing was changed then, and opening again with acceptDamage goes on with what can be saved.
 */
export async function openVault(folder: string, services: VaultServices, options: OpenOptions = {}): Promise<OpenedVault> {
  const place = vaultFiles(folder);
  const { disk } = services;
  if (!(await exists(disk, folder))) {
    throw new AppError('vault-missing', `The folder “${path.basename(folder)}” is not there. It may have been moved or renamed.`, {
      folder: path.basename(folder),
    });
  }
  if (!(await holdsTraces(disk, place))) {
    throw new AppError('vault-missing', `There is no Plumbline study in the folder “${path.basename(folder)}”.`, {
      folder: path.basename(folder),
    });
  }
  const lock = await takeLock(disk, place.lock, services.now());
  try {
    const notices: string[] = [];
    const files = await unlockedFiles(disk, place, options.secret, notices);
    const { loaded, state } =
      (await readSound(files, services, options, notices)) ?? (await readDamaged(files, services, options, notices));
    return { vault: new Vault(files, loaded, state, lock, services), notices };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface ReadVault {
  loaded: LoadedVault;
  state: VaultState;
}

/** A vault without damage, its torn tail dropped and its version today's. Null when it is damaged: then nothing was written. */
async function readSound(files: VaultFiles, services: VaultServices, options: OpenOptions, notices: string[]): Promise<ReadVault | null> {
  let read: ReadVault;
  try {
    const loaded = await loadVault(services.disk, files, options.migrations);
    if (loaded.problems.length > 0) return null;
    read = { loaded, state: validatedState(loaded.records, loaded.schemaVersion, options.migrations) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-damaged') return null;
    throw error;
  }
  const { loaded, state } = read;
  if (loaded.tornTail) await dropTornTail(files, loaded, services, notices);
  if (loaded.lineFeedMissing) await endLastLine(files, loaded, services);
  await bringUpToDate(files, loaded, state, services, options, notices);
  notices.push(...(await missingTranscripts(services.disk, files, state)));
  return read;
}

async function readDamaged(files: VaultFiles, services: VaultServices, options: OpenOptions, notices: string[]): Promise<ReadVault> {
  const { acceptDamage, ...rest } = options;
  const salvageOptions = { ...rest, now: services.now(), newVaultId: services.newId() };
  if (!acceptDamage) throw damagedError((await salvageVault(services.disk, files, salvageOptions)).report);
  const { loaded, salvage, notice } = await recoverInPlace(services.disk, files, salvageOptions);
  notices.push(notice, ...salvage.report.transcripts.map(({ what }) => what));
  return { loaded, state: salvage.state };
}

async function dropTornTail(files: VaultFiles, loaded: LoadedVault, services: VaultServices, notices: string[]): Promise<void> {
  const tail = loaded.tornTail ?? Buffer.alloc(0);
  await makeFolder(services.disk, files.quarantine);
  const name = `torn-tail-${services.now().replace(/[:.]/g, '-')}.bin`;
  await writeAside(services.disk, files, path.join(files.quarantine, name), tail);
  const journal = new Journal(services.disk, files.journal, loaded.journalLength);
  await journal.cutTail();
  await journal.close();
  notices.push(
    `The end of the journal was cut short (${tail.length} bytes that are no whole change) and was put into the folder “quarantine”. A program that is stopped while it writes leaves that; such a change was not yet confirmed as saved. Everything before it is here.`,
  );
}

/** A line that holds but for its line feed is given one, before anything is written behind it. */
async function endLastLine(files: VaultFiles, loaded: LoadedVault, { disk }: VaultServices): Promise<void> {
  const handle = await disk.open(files.journal, 'r+');
  try {
    await writeAll(handle, Buffer.from('\n'), loaded.journalLength);
    await handle.truncate(loaded.journalLength + 1);
    await handle.sync();
  } finally {
    await handle.close();
  }
  loaded.journalLength += 1;
}

/** Writes a vault of an older version anew in today's, with a backup from before. */
async function bringUpToDate(
  files: VaultFiles,
  loaded: LoadedVault,
  state: VaultState,
  services: VaultServices,
  options: OpenOptions,
  notices: string[],
): Promise<void> {
  const current = currentSchemaVersion(options.migrations);
  if (loaded.schemaVersion === current) return;
  const place = await makeBackup(services.disk, files, services.now(), `before-version-${current}`);
  await writeSnapshot(files, { ...loaded, undo: EMPTY_UNDO_STACK }, state.toRecords(), current, services);
  await startEmptyJournal(files, loaded, services);
  notices.push(
    `The study was brought from data version ${loaded.schemaVersion} to ${current}. A copy from before is in backups/${path.basename(place)}.`,
  );
  loaded.undo = EMPTY_UNDO_STACK;
  loaded.schemaVersion = current;
}

async function writeSnapshot(
  files: VaultFiles,
  loaded: LoadedVault,
  records: RawRecords,
  schemaVersion: number,
  services: VaultServices,
): Promise<void> {
  const database = snapshotDatabase(services.disk, files);
  const { vaultId, seq, chain, undo } = loaded;
  database.data = { format: 'plumbline-vault', schemaVersion, vaultId, seq, chain, savedAt: services.now(), undo, records };
  await database.write();
}

/** After a snapshot that includes all of it, the journal's lines go to the history and a new file begins. */
async function startEmptyJournal(files: VaultFiles, loaded: LoadedVault, services: VaultServices): Promise<void> {
  const journal = new Journal(services.disk, files.journal, loaded.journalLength);
  await journal.cutTail();
  if (journal.length > 0) await journal.rotate(path.join(files.history, partNameOf(loaded)));
  await journal.close();
  loaded.journalLength = 0;
  loaded.journalFirstSeq = loaded.seq + 1;
  loaded.entries = [];
}

function partNameOf(loaded: LoadedVault): string {
  return historyPartName(Math.min(loaded.journalFirstSeq, loaded.seq), loaded.seq);
}
