// Reads a vault folder without changing it: newest good snapshot plus every entry after it, and what is wrong.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { finishSteps, type Steps } from '#shared/lib/steps';
import { describeRecord } from '#shared/model/changes';
import { validateRecord } from '#shared/model/draft';
import { EMPTY_UNDO_STACK, type JournalEntry, type UndoStack } from '#shared/model/journal-entry';
import { currentSchemaVersion, type Migration, migrateRecords, type RawRecords } from '#shared/model/migrations/index';
import { COLLECTIONS, type RecordOf } from '#shared/model/records/index';
import { VaultState } from '#shared/model/vault-state';

import { openBytes } from './byte-source.ts';
import type { Disk } from './disk.ts';
import { foreignFiles, foreignInWords } from './foreign-files.ts';
import { listHistoryParts } from './history.ts';
import { Pauses, withPauses } from './pauses.ts';
import { type JournalReading, readJournal, unfinishedStep } from './read-journal.ts';
import { readSnapshotFile, seqInHead } from './read-snapshot.ts';
import { requireStudy } from './require-study.ts';
import { type RestOfSnapshot, readFirstRecords } from './rest-of-snapshot.ts';
import { readSavedMark } from './saved-mark.ts';
import { readOrNull, type SnapshotData } from './snapshot.ts';
import { SnapshotReader } from './snapshot-reader.ts';
import { UndoSteps } from './undo-steps.ts';
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
  /** The torn tail begins with whole entries of a step whose end is missing. */
  tornStep: boolean;
  /** The torn tail holds what is left of a change that had been saved. */
  savedTail: boolean;
  /** Good lines of the journal that stand there twice: byte ranges of the second ones. */
  repeats: JournalReading['repeats'];
  /** The journal's last good line lacks its line feed; journalLength ends before it. */
  lineFeedMissing: boolean;
  /** Anything worse than a torn tail. Empty: the vault may be opened. */
  problems: VaultProblem[];
  /** Records of the snapshot that are still to be loaded; null when `records` are all there are. */
  rest: RestOfSnapshot | null;
  /** True for records of a large study that verified and were written by this version of the data: they were checked then (ADR 7). */
  checked: boolean;
}

/**
 * Reads a vault. Does not throw for damage: it is listed in `problems`, and what was read up to there is given.
 * @throws AppError('vault-missing') when there is no vault, 'vault-newer' when a newer version wrote it,
 * 'vault-damaged' when there is nothing at all that can be read.
 */
export async function loadVault(disk: Disk, files: VaultFiles, migrations?: readonly Migration[]): Promise<LoadedVault> {
  const problems: VaultProblem[] = [];
  // Before the journal: another process may be writing, and the mark must not be newer than what is read.
  const saved = await readSavedMark(disk, files);
  const snapshot = await readSnapshot(disk, files, problems);
  requireReadableVersion(snapshot.schemaVersion, currentSchemaVersion(migrations));
  return withEntries(disk, files, saved, { ...beginningAt(snapshot, problems), checked: false });
}

/**
 * As loadVault, but reads only what a first screen needs when the snapshot allows it; the caller loads `rest`, or closes it.
 * Whatever is not as it should be is left to loadVault, which reads everything and says what is wrong.
 */
export async function loadVaultFirst(disk: Disk, files: VaultFiles, migrations?: readonly Migration[]): Promise<LoadedVault> {
  const saved = await readSavedMark(disk, files);
  const first = await readFirst(disk, files, currentSchemaVersion(migrations));
  if (first) {
    const loaded = await withEntries(disk, files, saved, {
      ...beginningAt(first.snapshot, []),
      rest: first.rest,
      checked: first.rest !== null,
    });
    if (loaded.problems.length === 0) return loaded;
    await first.rest?.close();
  }
  return loadVault(disk, files, migrations);
}

/** Null when the snapshot is missing, damaged, without parts or of another version. */
async function readFirst(
  disk: Disk,
  files: VaultFiles,
  version: number,
): Promise<{ snapshot: SnapshotData; rest: RestOfSnapshot | null } | null> {
  // A sealed file is opened as a whole; a plain one in its place must not open at all.
  const source = files.cipher.encrypted ? null : await openBytes(disk, files.snapshot);
  try {
    const reader = source && (await SnapshotReader.open(source, 'vault.json'));
    if (reader?.head.schemaVersion === version) {
      const { records, rest } = await readFirstRecords(reader);
      return { snapshot: { ...reader.head, records }, rest };
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  await source?.close();
  return null;
}

function beginningAt(snapshot: SnapshotData, problems: VaultProblem[]): LoadedVault {
  return {
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
    tornStep: false,
    savedTail: false,
    repeats: [],
    lineFeedMissing: false,
    problems,
    rest: null,
    checked: false,
  };
}

/** Adds the entries after the snapshot, from the history and the journal. @param saved how far the study is known to have been saved. */
async function withEntries(disk: Disk, files: VaultFiles, saved: number, loaded: LoadedVault): Promise<LoadedVault> {
  const from = loaded.seq;
  const parts = (await listHistoryParts(disk, files)).filter((part) => part.lastSeq > from);
  for (const part of parts) await readPart(disk, files, part, loaded);
  loaded.journalFirstSeq = loaded.seq + 1;
  await readPart(disk, files, { file: files.journal }, loaded);
  await refuseForeignFiles(disk, files, loaded);
  await refuseOldSnapshot(disk, files, loaded);
  if (loaded.problems.length === 0 && saved > loaded.seq) noticeShortJournal(loaded, saved);
  const undo = new UndoSteps(loaded.undo);
  const pauses = new Pauses();
  for (const entry of loaded.entries) {
    if (pauses.due) await pauses.take();
    replayRaw(loaded, entry);
    undo.advance([entry]);
  }
  loaded.undo = undo.stack;
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
  const present = await readSnapshotFile(disk, files.snapshot, 'vault.json', files.cipher);
  if (present.kind === 'good') return present.data;
  const previous = await readSnapshotFile(disk, files.previousSnapshot, 'vault.previous.json', files.cipher);
  if (present.kind === 'missing' && previous.kind === 'missing') await requireStudy(disk, files);
  problems.push({ file: 'vault.json', what: present.kind === 'missing' ? 'vault.json is missing.' : present.what, lostEntries: 0 });
  if (previous.kind === 'good') return previous.data;
  problems.push({
    file: 'vault.previous.json',
    what: previous.kind === 'missing' ? 'vault.previous.json is missing as well.' : previous.what,
    lostEntries: 0,
  });
  throw new AppError(
    'vault-damaged',
    `This study cannot be read: ${problems.map((problem) => problem.what).join(' ')} Nothing was changed.`,
    { folder: path.basename(files.folder), problems: problems.map((problem) => problem.what) },
  );
}

async function readPart(disk: Disk, files: VaultFiles, part: { file: string; lastSeq?: number }, loaded: LoadedVault): Promise<void> {
  const isHistory = part.file !== files.journal;
  const bytes = (await readOrNull(disk, part.file)) ?? Buffer.alloc(0);
  const name = isHistory ? `history/${path.basename(part.file)}` : path.basename(part.file);
  if (loaded.problems.some((problem) => problem.lostEntries > 0)) return;
  const read = (from: Buffer): Promise<JournalReading> => withPauses(readJournal(from, loaded.seq, loaded.chain, files.cipher));
  const whole = await read(bytes);
  const unfinished = isHistory ? 0 : unfinishedStep(bytes, whole);
  const reading = unfinished === 0 ? whole : await read(bytes.subarray(0, whole.goodLength - unfinished));
  loaded.entries.push(...reading.entries);
  loaded.seq += reading.entries.length;
  loaded.chain = reading.chain;
  if (!isHistory) {
    loaded.journalLength = reading.goodLength;
    loaded.repeats = reading.repeats;
    loaded.lineFeedMissing = reading.lineFeedMissing;
    loaded.tornStep = unfinished > 0;
  }
  if (!isHistory && reading.entries.length === 0 && reading.skippedTo > 0) await refuseOldCopy(disk, files, loaded, reading.skippedTo);
  const { problem } = whole;
  const short = (part.lastSeq ?? 0) - loaded.seq;
  if (!isHistory && (problem?.kind === 'torn-tail' || (!problem && unfinished > 0))) loaded.tornTail = bytes.subarray(reading.goodLength);
  else if (problem) {
    const what = `${name}, line ${problem.line}: ${problem.reason}.`;
    loaded.problems.push({ file: name, what, lostEntries: Math.max(1, problem.laterEntries + 1, short) });
  } else if (short > 0) {
    const what = `${name} ends at change ${loaded.seq}, though by its name it reached change ${part.lastSeq}.`;
    loaded.problems.push({ file: name, what, lostEntries: short });
  }
}

/**
 * A checkpoint moves the journal to the history before it writes the snapshot: a journal that holds only what both have already
 * was put back from an older copy of the folder, and the one that stood in its place is gone.
 */
async function refuseOldCopy(disk: Disk, files: VaultFiles, loaded: LoadedVault, reached: number): Promise<void> {
  // Behind the snapshot it is a move that a power cut left half done: both names hold the same, and the journal begins anew.
  if (reached > loaded.seq - loaded.entries.length) {
    if (reached === loaded.seq) loaded.journalLength = 0;
    return;
  }
  const parts = await listHistoryParts(disk, files);
  if (!parts.some((part) => part.firstSeq <= reached && reached <= part.lastSeq)) return;
  loaded.problems.push({
    file: 'journal.ndjson',
    what: `journal.ndjson is an older copy: it ends at change ${reached}, which is in the history already. Changes after ${loaded.seq} may be missing.`,
    lostEntries: 0,
  });
}

/** A snapshot of another study that reaches further than this one's history hides all of it. */
async function refuseForeignFiles(disk: Disk, files: VaultFiles, loaded: LoadedVault): Promise<void> {
  const foreign = loaded.problems.length > 0 ? [] : await foreignFiles(disk, files, loaded.vaultId);
  if (foreign.length > 0) loaded.problems.push({ file: 'vault.json', what: foreignInWords(foreign), lostEntries: 0 });
}

/** vault.previous.json is always the older one of the two; a vault.json that does not even reach it was put back from somewhere. */
async function refuseOldSnapshot(disk: Disk, files: VaultFiles, loaded: LoadedVault): Promise<void> {
  const reached = loaded.problems.length > 0 ? 0 : await seqInHead(disk, files.previousSnapshot);
  if (reached <= loaded.seq) return;
  const previous = await readSnapshotFile(disk, files.previousSnapshot, 'vault.previous.json', files.cipher);
  if (previous.kind !== 'good') return;
  loaded.problems.push({
    file: 'vault.json',
    what: `vault.json is an older copy: with the history it reaches change ${loaded.seq}, vault.previous.json reaches change ${reached}.`,
    lostEntries: reached - loaded.seq,
  });
}

/**
 * The end of the journal is gone without a trace in the file itself, or more of it than one unfinished step. A single cut step counts as a torn
 * tail even if it had been answered: there is nothing to decide, only something to say.
 */
function noticeShortJournal(loaded: LoadedVault, saved: number): void {
  if (loaded.tornTail && (saved === loaded.seq + 1 || loaded.tornStep)) {
    loaded.savedTail = true;
    return;
  }
  const which = saved === loaded.seq + 1 ? `Change ${saved} had` : `Changes ${loaded.seq + 1} to ${saved} had`;
  loaded.problems.push({
    file: 'journal.ndjson',
    what: `${which} been saved, but no file holds them any more.`,
    lostEntries: saved - loaded.seq,
  });
}

/** Puts the changes of an entry into raw records, whatever their version. */
function replayRaw({ records, rest }: LoadedVault, entry: JournalEntry): void {
  for (const change of entry.changes) {
    if (rest?.change(change)) continue;
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
  return finishSteps(validationSteps(records, fromVersion, migrations));
}

/** The same, halting after each record. */
export function validationSteps(records: RawRecords, fromVersion: number, migrations?: readonly Migration[]): Steps<VaultState> {
  const current = fromVersion === currentSchemaVersion(migrations) ? records : migrateRecords(records, fromVersion, migrations);
  return checkedStateSteps(new Map(Object.entries(current).map(([name, byId]) => [name, Object.values(byId)])));
}

/** A state of records of today's version, each of them checked. @throws AppError('vault-damaged') as `validatedState`. */
export function* checkedStateSteps(records: ReadonlyMap<string, Iterable<Record<string, unknown>>>): Steps<VaultState> {
  const unknown = [...records.keys()].find((name) => !(COLLECTIONS as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new AppError('vault-damaged', `The vault holds records of an unknown kind, “${unknown}”. Nothing was changed.`, {
      collection: unknown,
    });
  }
  const state = yield* stateOfRecords(records);
  for (const collection of COLLECTIONS) {
    for (const [id, record] of state.all(collection)) {
      yield;
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

const LOADED_AT_ONCE = 1000;

/** Records of a wrong shape can trip the state over before they are looked at one by one. */
function* stateOfRecords(records: ReadonlyMap<string, Iterable<Record<string, unknown>>>): Steps<VaultState> {
  try {
    const state = new VaultState();
    for (const collection of COLLECTIONS) {
      let some: RecordOf<typeof collection>[] = [];
      for (const record of records.get(collection) ?? []) {
        some.push(record as unknown as RecordOf<typeof collection>);
        if (some.length < LOADED_AT_ONCE) continue;
        state.load(collection, some);
        some = [];
        yield;
      }
      state.load(collection, some);
    }
    return state;
  } catch {
    throw new AppError('vault-damaged', 'The vault holds records that are not of their declared shape. Nothing was changed.');
  }
}
