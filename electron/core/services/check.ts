// The integrity check of a study on the disk: files, chain, records, references, and every snippet against its text. Reads only.
import { AppError } from '#shared/lib/app-error';
import { currentSchemaVersion } from '#shared/model/migrations/index';
import { COLLECTIONS } from '#shared/model/records/index';
import type { VaultState } from '#shared/model/vault-state';
import type { CheckReport } from '#shared/rpc/answers';

import { type Disk, exists } from '../vault/disk.ts';
import { foreignFiles, foreignInWords } from '../vault/foreign-files.ts';
import { readPurge, readTombstones } from '../purge/tombstones.ts';
import { lockState } from '../vault/lock.ts';
import { leavingOut, requireStudy, wrongKinds } from '../vault/require-study.ts';
import { readSnapshotFile, type SnapshotReading } from '../vault/read-snapshot.ts';
import { readSavedMark } from '../vault/saved-mark.ts';
import { findConflictCopies } from '../vault/salvage/find-copies.ts';
import { salvageVault } from '../vault/salvage/salvage.ts';
import type { SnapshotData } from '../vault/snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { checkBackupPlaces } from './check/check-backup-places.ts';
import { type Anchor, HistoryChecker } from './check/check-history.ts';
import { checkRecords, compareSnapshots, recordsAfter } from './check/check-records.ts';
import { checkTranscripts } from './check/check-transcripts.ts';
import { Findings } from './check/findings.ts';

/** Another process may be in the middle of a checkpoint: what looks wrong then is looked at again. */
const ATTEMPTS = 5;
const PAUSE_MS = 200;

/** Checks the study that is open here. */
export async function checkVault(disk: Disk, vault: Vault): Promise<CheckReport> {
  await vault.settled();
  const report = await checkFolder(disk, vault.files);
  if (report.ok && report.seq < vault.seq) {
    const what = `The files hold ${report.seq} changes, the open study ${vault.seq}.`;
    return { ...report, ok: false, problems: [{ file: 'journal.ndjson', what }] };
  }
  return report;
}

/**
 * Checks everything in a study's folder, also while another process works in it. Memory: the records, and one line or one transcript at a time.
 * Problems are sentences without transcript text. @throws AppError('vault-missing') when the folder holds no study.
 */
export async function checkFolder(disk: Disk, files: VaultFiles): Promise<CheckReport> {
  await requireStudy(disk, files);
  for (let left = ATTEMPTS; ; left -= 1) {
    const lock = await lockState(disk, files.lock);
    const report = await checkOnce(disk, files, lock);
    if (report.ok || lock !== 'held' || left <= 1) return withBackups(disk, files, report, lock === 'held');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Backups are not part of what a checkpoint moves: they are read once, whatever else is looked at again. */
async function withBackups(disk: Disk, files: VaultFiles, report: CheckReport, busy: boolean): Promise<CheckReport> {
  const findings = new Findings();
  const readable = leavingOut(disk, files, await wrongKinds(disk, files));
  const backups = await checkBackupPlaces(readable, files, findings, busy);
  const problems = [...report.problems, ...findings.problems];
  return { ...report, backups, ok: problems.length === 0, problems, notes: [...report.notes, ...findings.notes] };
}

async function checkOnce(given: Disk, files: VaultFiles, lock: 'free' | 'held' | 'left-behind'): Promise<CheckReport> {
  const findings = new Findings();
  const wrong = await wrongKinds(given, files);
  for (const { file, what } of wrong) findings.problem(file, what);
  const disk = leavingOut(given, files, wrong);
  // Before the journal: another process may be writing.
  const saved = await readSavedMark(disk, files);
  const present = await readSnapshotFile(disk, files.snapshot, 'vault.json', files.cipher);
  const previous = await readSnapshotFile(disk, files.previousSnapshot, 'vault.previous.json', files.cipher);
  listSnapshotProblems(present, previous, findings);
  const good = [goodAnchor('vault.json', present), goodAnchor('vault.previous.json', previous)].filter((anchor) => anchor !== null);
  const newest = good.toSorted((left, right) => right.data.seq - left.data.seq)[0];
  const checker = new HistoryChecker(disk, files, findings, good, Math.min(...good.map(({ data }) => data.seq)));
  const history = await checker.run(newest?.data.vaultId ?? null);
  const foreign = present.kind === 'good' ? await foreignFiles(disk, files, present.data.vaultId) : [];
  if (foreign.length > 0) findings.problem('vault.json', foreignInWords(foreign));
  if (newest && newest.data.seq > history.seq) missingHistory(newest.data.seq, history.seq, findings);
  const reached = Math.max(history.seq, newest?.data.seq ?? 0);
  if (saved > reached) {
    const which = saved === reached + 1 ? `Change ${saved} had` : `Changes ${reached + 1} to ${saved} had`;
    findings.problem('journal.ndjson', `${which} been saved, but no file holds them any more.`);
  }
  noteTornEnd(history.tornBytes, lock, findings);
  if (present.kind === 'good' && previous.kind === 'good') compareSnapshots(previous.data, present.data, history.kept, findings);
  const state = newest ? stateOf(newest.data, history.kept, findings) : null;
  const transcripts = state ? await checkTranscripts(disk, files, state, findings) : 0;
  for (const name of await findConflictCopies(disk, files)) {
    findings.problem(name, `${name} was made by a program that synchronises folders; what it holds is not in the study.`);
  }
  await checkSideFiles(disk, files, saved, findings);
  await noteLeftovers(disk, files, findings);
  findings.close();
  const { problems, notes } = findings;
  const readable = state !== null || (await canBeRepaired(disk, files));
  const counts = COLLECTIONS.map((name) => [name, state?.all(name).size ?? 0] as const);
  const records = Object.fromEntries(counts);
  return { ok: problems.length === 0, readable, seq: history.seq, records, transcripts, backups: 0, problems, notes };
}

function listSnapshotProblems(present: SnapshotReading, previous: SnapshotReading, findings: Findings): void {
  if (present.kind === 'missing') findings.problem('vault.json', 'vault.json is missing.');
  if (present.kind === 'damaged') findings.problem('vault.json', present.what);
  if (previous.kind === 'damaged') findings.problem('vault.previous.json', previous.what);
  if (present.kind === 'good' && previous.kind === 'good' && previous.data.seq > present.data.seq) {
    findings.problem(
      'vault.json',
      `vault.json is an older copy: it holds change ${present.data.seq}, vault.previous.json holds change ${previous.data.seq}.`,
    );
  }
  if (present.kind === 'good' && present.data.schemaVersion > currentSchemaVersion()) {
    throw new AppError(
      'vault-newer',
      `This study was saved by a newer version of Plumbline (data version ${present.data.schemaVersion}). Update Plumbline to check it.`,
    );
  }
}

function goodAnchor(file: string, reading: SnapshotReading): (Anchor & { data: SnapshotData }) | null {
  return reading.kind === 'good' && reading.data.schemaVersion <= currentSchemaVersion() ? { file, data: reading.data } : null;
}

function missingHistory(snapshotSeq: number, historySeq: number, findings: Findings): void {
  findings.problem(
    'history',
    `history: changes ${historySeq + 1} to ${snapshotSeq} are missing. The study itself holds them; they can no longer be looked back at or undone.`,
  );
}

/** A program that was stopped leaves its lock behind; an unfinished line without that was cut off by something else. */
function noteTornEnd(bytes: number, lock: 'free' | 'held' | 'left-behind', findings: Findings): void {
  if (bytes === 0 || lock === 'held') return;
  const what = `journal.ndjson ends in ${bytes} bytes that are no whole change.`;
  if (lock === 'left-behind') findings.note(`${what} A program was stopped while it wrote; opening the study puts them aside.`);
  else findings.problem('journal.ndjson', `${what} The end of the file was cut off.`);
}

function stateOf(data: SnapshotData, entries: Parameters<typeof recordsAfter>[1], findings: Findings): VaultState {
  const later = entries.filter(({ seq }) => seq > data.seq);
  return checkRecords(recordsAfter(data.records, later), data.schemaVersion, findings);
}

/** Files that hold no records, and that something relies on all the same. @param saved what the mark of the last saved change says; 0 for nothing. */
async function checkSideFiles(disk: Disk, files: VaultFiles, saved: number, findings: Findings): Promise<void> {
  const reading: [string, () => Promise<unknown>, string][] = [
    [
      'tombstones.json',
      () => readTombstones(disk, files.tombstones),
      'Older backups are not restored while it stands there, lest they bring deleted people back.',
    ],
    ['purge.json', () => readPurge(disk, files), 'A deletion that was under way cannot be finished.'],
  ];
  for (const [file, read, consequence] of reading) {
    await read().catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      findings.problem(file, `${error.message} ${consequence}`);
    });
  }
  if (saved === 0 && (await exists(disk, files.savedMark).catch(() => false)))
    findings.note(
      'journal.mark cannot be read: it only helps to notice when whole changes at the end go missing, and is written anew with the next change.',
    );
}

async function noteLeftovers(disk: Disk, files: VaultFiles, findings: Findings): Promise<void> {
  const names = await disk.readdir(files.folder).catch(() => [] as string[]);
  const leftovers = names.filter((name) => name.endsWith('.tmp')).length;
  if (leftovers > 0)
    findings.note(`${leftovers} temporary ${leftovers === 1 ? 'file was' : 'files were'} left by a program that was stopped.`);
}

async function canBeRepaired(disk: Disk, files: VaultFiles): Promise<boolean> {
  const { report } = await salvageVault(disk, files, { now: new Date(0).toISOString(), newVaultId: 'unknown' });
  return report.readable;
}
