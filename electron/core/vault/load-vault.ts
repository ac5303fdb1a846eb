// Reads a vault folder without changing it: newest good snapshot plus every entry after it, and what is wrong.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { describeRecord } from '#shared/model/changes';
import { validateRecord } from '#shared/model/draft';
import { advanceUndoStack, EMPTY_UNDO_STACK, type JournalEntry, type UndoStack } from '#shared/model/journal-entry';
import { currentSchemaVersion, type Migration, migrateRecords, type RawRecords } from '#shared/model/migrations/index';
import { COLLECTIONS } from '#shared/model/records/index';
import { VaultState } from '#shared/model/vault-state';

import type { Disk } from './disk.ts';
import { listHistoryParts } from './history.ts';
import { readJournal } from './read-journal.ts';
import { parseSnapshot, readOrNull, type SnapshotData, snapshotDatabase } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/** One thing that is wrong with a vault, as sentences for a person. Holds no transcript text. */
export interface VaultProblem {
  /** File inside the vault folder. */
  file: string;
  what: string;
  /** Entries (edits) that are known to be unreachable because of it. */
  lostEntries: number;
}

export interface LoadedVault {
  vaultId: string;
  schemaVersion: number;
  seq: number;
  chain: string;
  undo: UndoStack;
  records: RawRecords;
  /** Entries after the snapshot, oldest first. */
  entries: JournalEntry[];
  /** Bytes of journal.ndjson that hold good lines. */
  journalLength: number;
  /** First entry number in journal.ndjson, for naming the part when it moves to history. */
  journalFirstSeq: number;
  /** Bytes after the good lines that were cut short by a crash; null when there are none. */
  tornTail: Buffer | null;
  /** Anything worse than a torn tail. Empty: the vault may be opened. */
  problems: VaultProblem[];
}

/**
 * Reads a vault. Does not throw for damage: it is listed in `problems`, and what was read up to there is given.
 * @throws AppError('vault-missing') when there is no vault, 'vault-newer' when a newer version wrote it,
 * 'vault-damaged' when there is nothing at all that can be read.
 */
export async function loadVault(disk: Disk, files: VaultFiles, migrations?: readonly Migration[]): Promise<LoadedVault> {
  const problems: VaultProblem[] = [];
  const snapshot = await readSnapshot(disk, files, problems);
  requireReadableVersion(snapshot.schemaVersion, currentSchemaVersion(migrations));
  const loaded: LoadedVault = {
    vaultId: snapshot.vaultId,
    schemaVersion: snapshot.schemaVersion,
    seq: snapshot.seq,
    chain: snapshot.chain,
    undo: snapshot.undo ?? EMPTY_UNDO_STACK,
    records: snapshot.records,
    entries: [],
    journalLength: 0,
    journalFirstSeq: snapshot.seq + 1,
    tornTail: null,
    problems,
  };
  const parts = (await listHistoryParts(disk, files)).filter((part) => part.lastSeq > snapshot.seq);
  for (const part of parts) await readPart(disk, part.file, files, loaded, true);
  loaded.journalFirstSeq = loaded.seq + 1;
  await readPart(disk, files.journal, files, loaded, false);
  for (const entry of loaded.entries) {
    replayRaw(loaded.records, entry);
    loaded.undo = advanceUndoStack(loaded.undo, entry);
  }
  return loaded;
}

function requireReadableVersion(version: number, known: number): void {
  if (version <= known) return;
  throw new AppError(
    'vault-newer',
    `This study was saved by a newer version of Plumbline (data version ${version}; this one knows ${known}). Update Plumbline to open it. Nothing was changed.`,
    { version },
  );
}

async function readSnapshot(disk: Disk, files: VaultFiles, problems: VaultProblem[]): Promise<SnapshotData> {
  const database = snapshotDatabase(disk, files);
  try {
    await database.read();
    if (database.data) return database.data;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    problems.push({ file: 'vault.json', what: error.message, lostEntries: 0 });
  }
  const previous = await readOrNull(disk, files.previousSnapshot);
  if (problems.length === 0 && !previous) await requireNoTraces(disk, files);
  if (problems.length === 0) problems.push({ file: 'vault.json', what: 'vault.json is missing.', lostEntries: 0 });
  if (previous) {
    try {
      return parseSnapshot(await files.cipher.openFile('snapshot', previous), 'vault.previous.json');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problems.push({ file: 'vault.previous.json', what: error.message, lostEntries: 0 });
    }
  }
  throw new AppError(
    'vault-damaged',
    `This study cannot be read: ${problems.map((problem) => problem.what).join(' ')} Restore a backup from its backups folder. Nothing was changed.`,
    { folder: path.basename(files.folder) },
  );
}

/** A folder with a journal but no snapshot is damaged, not new. */
async function requireNoTraces(disk: Disk, files: VaultFiles): Promise<void> {
  if (await readOrNull(disk, files.journal)) return;
  throw new AppError('vault-missing', `There is no Plumbline study in the folder “${path.basename(files.folder)}”.`, {
    folder: path.basename(files.folder),
  });
}

async function readPart(disk: Disk, file: string, files: VaultFiles, loaded: LoadedVault, isHistory: boolean): Promise<void> {
  const bytes = (await readOrNull(disk, file)) ?? Buffer.alloc(0);
  const name = isHistory ? `history/${path.basename(file)}` : path.basename(file);
  if (loaded.problems.some((problem) => problem.lostEntries > 0)) return;
  const reading = readJournal(bytes, loaded.seq, loaded.chain, files.cipher);
  loaded.entries.push(...reading.entries);
  loaded.seq += reading.entries.length;
  loaded.chain = reading.chain;
  if (!isHistory) loaded.journalLength = reading.goodLength;
  const { problem } = reading;
  if (!problem) return;
  if (problem.kind === 'torn-tail' && !isHistory) {
    loaded.tornTail = bytes.subarray(reading.goodLength);
    return;
  }
  loaded.problems.push({
    file: name,
    what: `${name}, line ${problem.line}: ${problem.reason}.`,
    lostEntries: Math.max(1, problem.laterEntries + 1),
  });
}

/** Puts the changes of an entry into raw records, whatever their version. */
function replayRaw(records: RawRecords, entry: JournalEntry): void {
  for (const change of entry.changes) {
    const collection = (records[change.collection] ??= {});
    if (change.after === null) delete collection[change.id];
    else collection[change.id] = change.after;
  }
}

/**
 * Migrates raw records to today's version and checks every one of them.
 * @throws AppError('vault-damaged') naming the first record and field that do not hold.
 */
export function validatedState(records: RawRecords, fromVersion: number, migrations?: readonly Migration[]): VaultState {
  const current = fromVersion === currentSchemaVersion(migrations) ? records : migrateRecords(records, fromVersion, migrations);
  const unknown = Object.keys(current).find((name) => !(COLLECTIONS as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new AppError('vault-damaged', `The vault holds records of an unknown kind, “${unknown}”. Nothing was changed.`, {
      collection: unknown,
    });
  }
  const state = new VaultState(current);
  for (const collection of COLLECTIONS) {
    for (const [id, record] of state.all(collection)) {
      try {
        validateRecord(state, collection, record);
      } catch (error) {
        const why = error instanceof AppError ? error.message : 'it is not a record';
        throw new AppError('vault-damaged', `The record ${describeRecord(collection, id)} does not hold: ${why} Nothing was changed.`, {
          collection,
          id,
        });
      }
    }
  }
  return state;
}
