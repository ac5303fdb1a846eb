// Opening a vault whose lock is held: a torn tail dropped, an old version brought up to date, damage only with consent.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';
import { currentSchemaVersion, type RawRecords } from '#shared/model/migrations/index';
import { VaultState } from '#shared/model/vault-state';

import { placeFolders } from '../backups/backup-place.ts';
import { sourcesBeforeOpening } from '../backups/backup-sources.ts';
import { makeBackup, type Verify } from '../backups/make-backup.ts';
import { verifyBackup } from '../backups/verify-backup.ts';
import { clearInterruptedImport } from '../purge/orphan-transcripts.ts';
import { finishExchange, finishPurge } from '../purge/run-purge.ts';
import { exists, makeFolder, syncFolder, writeAll, writeFileDurably } from './disk.ts';
import { writeHistoryStart } from './history-start.ts';
import { Journal } from './journal.ts';
import { type LoadedVault, loadVault, loadVaultFirst, validatedState } from './load-vault.ts';
import type { VaultLock } from './lock.ts';
import type { OpenedVault, OpenOptions } from './open-options.ts';
import { damagedError, recoverInPlace, writeAside } from './recovery.ts';
import { resetSavedMark } from './saved-mark.ts';
import { salvageVault } from './salvage/salvage.ts';
import { missingTranscripts } from './salvage/transcript-faults.ts';
import { snapshotDatabase } from './snapshot.ts';
import { unlockedFiles } from './unlock-vault.ts';
import { Vault, type VaultServices } from './vault.ts';
import { historyPartName, type VaultFiles } from './vault-files.ts';

/** Reads what is there, mends what may be mended without asking, and gives the vault. @throws as openVault; the lock is given back then. */
export async function openForWriting(
  place: VaultFiles,
  lock: VaultLock,
  services: VaultServices,
  options: OpenOptions,
): Promise<OpenedVault> {
  const { disk } = services;
  try {
    const notices: string[] = [];
    const files = options.cipher ? { ...place, cipher: options.cipher } : await unlockedFiles(disk, place, options.secret, notices);
    // A deletion that is under way rewrites every record.
    const purging = await exists(disk, place.purge);
    if (purging) await finishExchange(disk, place);
    const read = await readSoundOrDamaged(files, services, { ...options, wholly: options.wholly || purging }, notices);
    const deleted = purging ? await finishPurge(disk, files, read.loaded, services.now()) : null;
    notices.push(...(deleted?.notices ?? []));
    const { loaded, state } = deleted?.rewritten ? await readSoundOrDamaged(files, services, options, notices) : read;
    if (lock.takenOver && !(await exists(disk, place.purge))) await clearInterruptedImport(disk, files, state.all('sources'));
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

async function readSoundOrDamaged(files: VaultFiles, services: VaultServices, options: OpenOptions, notices: string[]): Promise<ReadVault> {
  return (await readSound(files, services, options, notices)) ?? readDamaged(files, services, options, notices);
}

/** A vault without damage, its torn tail dropped and its version today's. Null when it is damaged: then nothing was written. */
async function readSound(files: VaultFiles, services: VaultServices, options: OpenOptions, notices: string[]): Promise<ReadVault | null> {
  let read: ReadVault;
  try {
    const load = options.wholly ? loadVault : loadVaultFirst;
    const loaded = await load(services.disk, files, options.migrations);
    if (loaded.problems.length > 0) return null;
    // What verified and was written by this version was checked when it was written (ADR 7).
    const state = loaded.checked
      ? new VaultState(loaded.records)
      : validatedState(loaded.records, loaded.schemaVersion, options.migrations);
    read = { loaded, state };
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-damaged') return null;
    throw error;
  }
  const { loaded, state } = read;
  if (loaded.tornTail) await keepTornTail(files, loaded, services, notices);
  if (loaded.lineFeedMissing) await endLastLine(files, loaded, services);
  if (loaded.repeats.length > 0) await takeOutRepeats(files, loaded, services, notices);
  if (loaded.tornTail || loaded.entries.length > 0) await settle(files, loaded, services);
  await bringUpToDate(files, loaded, state, services, options, notices);
  if (!loaded.rest) notices.push(...(await missingTranscripts(services.disk, files, state)));
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

/** After a program that did not end well, what it left is made certain before anything is built on it. */
async function settle(files: VaultFiles, loaded: LoadedVault, { disk }: VaultServices): Promise<void> {
  if (await exists(disk, files.history)) await syncFolder(disk, files.history);
  await new Journal(disk, files.journal, loaded.journalLength).renew();
}

/** Sets the bytes of a torn tail aside. */
async function keepTornTail(files: VaultFiles, loaded: LoadedVault, services: VaultServices, notices: string[]): Promise<void> {
  const tail = loaded.tornTail ?? Buffer.alloc(0);
  await makeFolder(services.disk, files.quarantine);
  const name = `torn-tail-${services.now().replace(/[:.]/g, '-')}.bin`;
  await writeAside(services.disk, files, path.join(files.quarantine, name), tail);
  if (loaded.savedTail) await resetSavedMark(services.disk, files, loaded.seq);
  const what = `The end of the journal was cut short (${tail.length} bytes that are no whole change) and was put into the folder “quarantine”.`;
  const why = loaded.savedTail
    ? `Change ${loaded.seq + 1}, the last one, had been saved and is lost with it.`
    : 'A program that is stopped while it writes leaves that; such a change was not yet confirmed as saved.';
  notices.push(`${what} ${why} Everything before it is here.`);
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

/** A block of the journal that some program copied double: the second one says nothing new and goes. */
async function takeOutRepeats(files: VaultFiles, loaded: LoadedVault, { disk }: VaultServices, notices: string[]): Promise<void> {
  const bytes = (await disk.readFile(files.journal)).subarray(0, loaded.journalLength);
  const kept: Buffer[] = [];
  let at = 0;
  for (const { offset, length } of loaded.repeats) {
    kept.push(bytes.subarray(at, offset));
    at = offset + length;
  }
  const once = Buffer.concat([...kept, bytes.subarray(at)]);
  await writeFileDurably(disk, files.journal, once);
  loaded.journalLength = once.length;
  const [{ line } = { line: 0 }] = loaded.repeats;
  const which = loaded.repeats.length === 1 ? 'A change stood' : `${loaded.repeats.length} changes stood`;
  notices.push(`${which} in journal.ndjson twice, word for word (from line ${line} on). The second was taken out; nothing is missing.`);
  loaded.repeats = [];
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
  await journal.renew();
  await journal.rotate(path.join(files.history, partNameOf(loaded)));
  await journal.close();
  loaded.journalLength = 0;
  loaded.journalFirstSeq = loaded.seq + 1;
  loaded.entries = [];
}

function partNameOf(loaded: LoadedVault): string {
  return historyPartName(Math.min(loaded.journalFirstSeq, loaded.seq), loaded.seq);
}
