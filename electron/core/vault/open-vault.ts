// Creating and opening vaults by the opening rules: lock, read, back up and migrate if old, validate, ready.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { newReadout } from '#shared/model/records/readout';
import { newStudy } from '#shared/model/records/study';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';
import { currentSchemaVersion, type Migration, type RawRecords } from '#shared/model/migrations/index';
import { VaultState } from '#shared/model/vault-state';

import { sourcesBeforeOpening } from '../backups/backup-sources.ts';
import { makeBackup, type Verify } from '../backups/make-backup.ts';
import { placeFolders } from '../backups/backup-place.ts';
import { verifyBackup } from '../backups/verify-backup.ts';
import { finishExchange, finishPurge } from '../purge/run-purge.ts';
import type { ContentCipher } from './crypto/content-cipher.ts';
import { createKeyFile } from './crypto/key-file.ts';
import { createVaultCipher } from './crypto/vault-cipher.ts';
import { diskError, exists, makeFolder, syncFolder, writeFileDurably } from './disk.ts';
import { writeHistoryStart } from './history.ts';
import { Journal } from './journal.ts';
import { firstChain } from './journal-line.ts';
import { type LoadedVault, loadVault, validatedState, type VaultProblem } from './load-vault.ts';
import { takeLock } from './lock.ts';
import { quarantine, setDamagedPartsAside } from './recovery.ts';
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
  /** Go on from the last good point of a damaged vault; its files are copied to quarantine/ first. */
  acceptDamage?: boolean;
  /** Passphrase or recovery code of an encrypted study. */
  secret?: string | undefined;
  /** Known already: the study has just been made, or was closed only to be opened again. */
  cipher?: ContentCipher;
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
 * Opens a vault for writing.
 * @throws AppError('vault-missing' | 'vault-locked' | 'vault-newer' | 'passphrase'), or 'vault-damaged' with a sentence for each problem in
 * details.problems; nothing was changed then, and opening again with acceptDamage goes on from the last good point.
 */
export async function openVault(folder: string, services: VaultServices, options: OpenOptions = {}): Promise<OpenedVault> {
  const place = vaultFiles(folder);
  const { disk } = services;
  if (!(await exists(disk, folder))) {
    throw new AppError('vault-missing', `The folder “${path.basename(folder)}” is not there. It may have been moved or renamed.`, {
      folder: path.basename(folder),
    });
  }
  if (!(await exists(disk, place.snapshot)) && !(await exists(disk, place.previousSnapshot)) && !(await exists(disk, place.journal))) {
    throw new AppError('vault-missing', `There is no Plumbline study in the folder “${path.basename(folder)}”.`, {
      folder: path.basename(folder),
    });
  }
  const lock = await takeLock(disk, place.lock, services.now());
  try {
    const notices: string[] = [];
    await finishExchange(disk, place);
    const files = options.cipher ? vaultFiles(folder, options.cipher) : await unlockedFiles(disk, place, options.secret, notices);
    const loaded = await loadVault(disk, files, options.migrations);
    if (loaded.problems.length > 0) await acceptOrRefuse(files, loaded, services, options, notices);
    if (loaded.tornTail) await dropTornTail(files, loaded, services, notices);
    const state = await stateOf(files, loaded, services, options, notices);
    const deleted = await finishPurge(disk, files, loaded, services.now());
    notices.push(...(deleted?.notices ?? []));
    if (!deleted?.rewritten) return { vault: new Vault(files, loaded, state, lock, services), notices };
    const rest = await loadVault(disk, files, options.migrations);
    return { vault: new Vault(files, rest, validatedState(rest.records, rest.schemaVersion, options.migrations), lock, services), notices };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function acceptOrRefuse(
  files: VaultFiles,
  loaded: LoadedVault,
  services: VaultServices,
  options: OpenOptions,
  notices: string[],
): Promise<void> {
  if (!options.acceptDamage) throw damagedError(files, loaded.problems, loaded);
  const place = await quarantine(services.disk, files, services.now(), loaded);
  await setDamagedPartsAside(services.disk, files, loaded.seq);
  await writeSnapshot(files, loaded, loaded.records, loaded.schemaVersion, services);
  await startEmptyJournal(files, loaded, services);
  notices.push(`The study was opened at its last good point. The files as they were found, and a report, are in ${place}.`);
}

function damagedError(files: VaultFiles, problems: readonly VaultProblem[], loaded: LoadedVault): AppError {
  const sentences = problems.map((problem) => problem.what);
  return new AppError('vault-damaged', `The study “${path.basename(files.folder)}” is damaged and was not opened. Nothing was changed.`, {
    problems: sentences,
    lostEntries: problems.reduce((sum, problem) => sum + problem.lostEntries, 0),
    goodSeq: loaded.seq,
    folder: path.basename(files.folder),
  });
}

async function dropTornTail(files: VaultFiles, loaded: LoadedVault, services: VaultServices, notices: string[]): Promise<void> {
  const tail = loaded.tornTail ?? Buffer.alloc(0);
  await makeFolder(services.disk, files.quarantine);
  const name = `torn-tail-${services.now().replace(/[:.]/g, '-')}.bin`;
  await writeFileDurably(services.disk, path.join(files.quarantine, name), tail);
  const journal = new Journal(services.disk, files.journal, loaded.journalLength);
  await journal.cutTail();
  await journal.close();
  notices.push(
    `The last write before the program stopped was cut short (${tail.length} bytes) and was dropped; it had not been confirmed as saved. Everything before it is here.`,
  );
}

async function stateOf(
  files: VaultFiles,
  loaded: LoadedVault,
  services: VaultServices,
  options: OpenOptions,
  notices: string[],
): Promise<VaultState> {
  const current = currentSchemaVersion(options.migrations);
  const state = validatedState(loaded.records, loaded.schemaVersion, options.migrations);
  if (loaded.schemaVersion === current) return state;
  const backup = await backupBeforeMigration(files, loaded, services);
  await writeSnapshot(files, { ...loaded, undo: EMPTY_UNDO_STACK }, state.toRecords(), current, services);
  await startEmptyJournal(files, loaded, services);
  // Older entries hold records of the older version: looking back ends here, the backup shows what was before.
  await writeHistoryStart(services.disk, files, { seq: loaded.seq, chain: loaded.chain });
  notices.push(
    `The study was brought from data version ${loaded.schemaVersion} to ${current}. A copy from before is in backups/${backup}.`,
  );
  loaded.undo = EMPTY_UNDO_STACK;
  loaded.schemaVersion = current;
  return state;
}

/** @returns the backup's name. */
async function backupBeforeMigration(files: VaultFiles, loaded: LoadedVault, { disk, now }: VaultServices): Promise<string> {
  const sources = await sourcesBeforeOpening(disk, files, loaded.seq - loaded.entries.length, loaded.journalLength);
  const verify: Verify = (folder, copies) => verifyBackup(disk, folder, copies, files.cipher);
  return (await makeBackup(disk, placeFolders(files.folder), sources, { reason: 'before-migration', now: now(), verify })).name;
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
