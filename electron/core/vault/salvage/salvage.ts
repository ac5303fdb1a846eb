// Works out what can be saved of a damaged study. Reads only; nothing is written here.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { advanceUndoStack, EMPTY_UNDO_STACK, type JournalEntry, type UndoStack } from '#shared/model/journal-entry';
import { currentSchemaVersion, type Migration, migrateRecords, type RawRecords } from '#shared/model/migrations/index';
import type { LostChange, RecoveryFinding, RecoveryReport } from '#shared/model/recovery-report';
import type { VaultState } from '#shared/model/vault-state';

import type { Disk } from '../disk.ts';
import { withoutStepsUpTo } from '../edit-steps.ts';
import { loadVault } from '../load-vault.ts';
import { faultInWords, isTorn } from '../read-journal.ts';
import { listHistoryParts } from '../history.ts';
import type { HistoryStart } from '../history-start.ts';
import { firstChain } from '../journal-line.ts';
import { readSavedMark } from '../saved-mark.ts';
import type { VaultFiles } from '../vault-files.ts';
import { type AppliedLater, applyLater } from './apply-later.ts';
import { type Base, type BaseSearch, findBackupBase, findLooseBase, findOwnBase } from './choose-base.ts';
import { collectOwnEntries, collectSpareEntries, type FoundEntries } from './collect-entries.ts';
import { findChangesOf } from './earlier-forms.ts';
import { findConflictCopies } from './find-copies.ts';
import { type FollowedEntries, followEntries } from './follow-entries.ts';
import { mendRecords, type SetAsideRecord, stateOfShape } from './mend-records.ts';
import { findTranscriptFaults } from './transcript-faults.ts';
import { whatToDo } from './what-to-do.ts';
import { readWholeHistory, type WholeHistory } from './whole-history.ts';

/** What can be saved, and the way there. */
export interface Salvage {
  base: Base & { vaultId: string };
  /** Records at the end, valid and of today's version. */
  state: VaultState;
  undo: UndoStack;
  /** Entries after the base that the chain leads to, under their own numbers. */
  chained: JournalEntry[];
  /** Those behind the gap that fit, in order; they are numbered anew behind the last chained one. */
  later: JournalEntry[];
  setAside: SetAsideRecord[];
  /** Up to here the history parts on the disk are whole and stay as they are; what was saved behind it is written anew. */
  historyEnd: HistoryStart;
  /** How far back the history up to there is whole. */
  history: WholeHistory;
  report: RecoveryReport;
}

export interface SalvageOptions {
  migrations?: readonly Migration[] | undefined;
  /** Stop at the last good point: leave out what lies behind a gap. */
  lastGoodPoint?: boolean | undefined;
  now: string;
  /** For a study whose own id no file tells any more. */
  newVaultId: string;
}

/**
 * Looks at everything that is left of a study.
 * @returns the report, and what can be saved; null when nothing can be read (the report says so).
 * @throws AppError('vault-newer'), or the operating system's error.
 */
export async function salvageVault(
  disk: Disk,
  files: VaultFiles,
  options: SalvageOptions,
): Promise<{ report: RecoveryReport; salvage: Salvage | null }> {
  const own = await findOwnBase(disk, files);
  const found = await collectOwnEntries(disk, files, own.base?.seq ?? 0);
  const { base, followed } = await bestPlan(disk, files, own, found, options);
  const findings = eachOnce([...own.findings, ...breaksInWords(found), ...(await problemsOnLoading(disk, files, options.migrations))]);
  const frame = { folder: path.basename(files.folder), foundAt: options.now, conflictCopies: await findConflictCopies(disk, files) };
  if (!base) return { report: nothingLeft(frame, findings), salvage: null };
  requireKnownVersion(base, options.migrations);
  const goodSeq = base.seq + followed.chained.length;
  const chained = followed.chained.map(({ entry }) => entry);
  const { state, misshapen, later } = buildState(base, chained, followed, options);
  const mended = mendRecords(state, misshapen, await findChangesOf(disk, files, misshapen), studyName(files));
  const lost = [...followed.lost, ...later.lost].sort((left, right) => (left.fromSeq ?? Infinity) - (right.fromSeq ?? Infinity));
  const untouched = later.applied.length === 0 && mended.doubtful.length === 0 && !gapBefore(followed);
  const report: RecoveryReport = {
    ...frame,
    readable: true,
    base: { file: base.file, seq: base.seq, savedAt: base.savedAt },
    findings,
    goodSeq,
    keptAfter: later.applied.length + later.idle,
    lost,
    records: mended.doubtful,
    transcripts: await findTranscriptFaults(disk, files, mended.state),
    unverified: base.unverified,
    whatToDo: [],
  };
  const undo = untouched ? undoAfter(base, chained) : EMPTY_UNDO_STACK;
  const named = { ...base, vaultId: base.vaultId ?? options.newVaultId };
  const historyEnd = await wholeHistoryEnd(disk, files, named, found, followed);
  const [first] = followed.chained;
  // Nothing tells the hash before the first entry then: it is believed, and the history begins behind it.
  const believed =
    base.chain !== null ? null : first && historyEnd.seq > base.seq ? { seq: first.entry.seq, chain: first.chain } : historyEnd;
  const history = await readWholeHistory(disk, files, named.vaultId, historyEnd, believed);
  report.findings.push(...history.findings);
  report.whatToDo = whatToDo(report, history.findings.length === 0 ? null : history.start.seq);
  const rest = {
    state: mended.state,
    undo: withoutStepsUpTo(undo, history.start.seq),
    chained,
    later: later.applied,
    setAside: mended.setAside,
    historyEnd,
    history,
    report,
  };
  return { report, salvage: { base: named, ...rest } };
}

/** The end of the last history part behind the base up to which every part holds the very entries that were followed, and nothing else. */
async function wholeHistoryEnd(
  disk: Disk,
  files: VaultFiles,
  base: Base & { vaultId: string },
  found: FoundEntries,
  followed: FollowedEntries,
): Promise<HistoryStart> {
  let end: HistoryStart = { seq: base.seq, chain: base.chain ?? firstChain(base.vaultId) };
  const faulty = new Set([...found.breaks, ...found.repeats].map(({ file }) => file));
  for (const part of await listHistoryParts(disk, files)) {
    if (part.lastSeq <= base.seq) continue;
    const name = `history/${path.basename(part.file)}`;
    const held = followed.chained.filter(({ file }) => file === name);
    const last = held.at(-1);
    const whole =
      part.firstSeq <= end.seq + 1 && last?.entry.seq === part.lastSeq && held.length === part.lastSeq - end.seq && !faulty.has(name);
    if (!whole) break;
    end = { seq: part.lastSeq, chain: last.chain };
  }
  return end;
}

/** The study's own files first; backups and copies of sync programs only where those leave a gap. */
async function bestPlan(
  disk: Disk,
  files: VaultFiles,
  own: BaseSearch,
  found: FoundEntries,
  options: SalvageOptions,
): Promise<{ base: Base | null; followed: FollowedEntries }> {
  const reached = Math.max(own.claimedSeq, found.promisedSeq, await readSavedMark(disk, files));
  const follow = (base: Base): FollowedEntries => followEntries(found, base.seq, base.chain, reached);
  if (own.base) {
    const followed = follow(own.base);
    if (followed.lost.length === 0 && followed.later.length === 0) return { base: own.base, followed };
  }
  await collectSpareEntries(disk, files, own.base?.seq ?? 0, found);
  const backup = await findBackupBase(disk, files, own.base?.vaultId ?? null);
  const bases = [own.base, backup, found.bySeq.has(1) ? beginning(found, options.migrations) : null].filter((base) => base !== null);
  const plans = bases.map((base) => ({ base, followed: follow(base) }));
  const reachOf = (plan: { base: Base; followed: FollowedEntries }): number => plan.base.seq + plan.followed.chained.length;
  const [best] = plans.sort((left, right) => reachOf(right) - reachOf(left));
  if (best) return best;
  const loose = await findLooseBase(disk, files, currentSchemaVersion(options.migrations));
  return { base: loose, followed: loose ? follow(loose) : { chained: [], later: [], lost: [] } };
}

/** The study as it was before its first change, as far as the changes tell: records that were there from the start are seen as `before`. */
function beginning(found: FoundEntries, migrations: readonly Migration[] | undefined): Base {
  const records: RawRecords = {};
  const seen = new Set<string>();
  for (const seq of [...found.bySeq.keys()].sort((left, right) => left - right)) {
    for (const { collection, id, before } of found.bySeq.get(seq)?.[0]?.entry.changes ?? []) {
      const key = `${collection}/${id}`;
      if (!seen.has(key) && before !== null) (records[collection] ??= {})[id] = before;
      seen.add(key);
    }
  }
  const schemaVersion = currentSchemaVersion(migrations);
  return { file: 'the history', vaultId: null, schemaVersion, seq: 0, chain: null, undo: null, savedAt: null, records, unverified: false };
}

function buildState(
  base: Base,
  chained: readonly JournalEntry[],
  followed: FollowedEntries,
  { migrations, lastGoodPoint }: SalvageOptions,
): { state: VaultState; misshapen: SetAsideRecord[]; later: AppliedLater } {
  const raw = copyOf(base.records);
  for (const entry of chained) replay(raw, entry);
  const migrated = base.schemaVersion === currentSchemaVersion(migrations) ? raw : migrateRecords(raw, base.schemaVersion, migrations);
  const { state, misshapen } = stateOfShape(migrated);
  return { state, misshapen, later: lastGoodPoint === true ? leftOut(followed) : applyLater(state, followed.later) };
}

/** At the last good point nothing later is taken; each is named, with where its bytes are. */
function leftOut({ later }: FollowedEntries): AppliedLater {
  const lost = later.map(({ found: { entry, file, line } }): LostChange => {
    const why = `it lies behind the last good point and was left out; it can still be read (${file}, line ${line})`;
    return { fromSeq: entry.seq, toSeq: entry.seq, label: entry.label, at: entry.at, why };
  });
  return { applied: [], idle: 0, lost };
}

function copyOf(records: RawRecords): RawRecords {
  return Object.fromEntries(Object.entries(records).map(([name, byId]) => [name, { ...byId }]));
}

function replay(records: RawRecords, { changes }: JournalEntry): void {
  for (const { collection, id, after } of changes) {
    const byId = (records[collection] ??= {});
    if (after === null) delete byId[id];
    else byId[id] = after;
  }
}

function undoAfter(base: Base, chained: readonly JournalEntry[]): UndoStack {
  return chained.reduce<UndoStack>((stack, entry) => advanceUndoStack(stack, entry), base.undo ?? EMPTY_UNDO_STACK);
}

/** Something later is kept or known: then the steps of undo no longer follow one another. */
const gapBefore = ({ later }: FollowedEntries): boolean => later.length > 0;

function breaksInWords({ breaks, repeats }: FoundEntries): RecoveryFinding[] {
  const broken = breaks.map(({ file, stretch, beforeSeq }): RecoveryFinding => {
    const torn = beforeSeq === null && isTorn([stretch]);
    const what = torn ? `the end was cut short (${stretch.length} bytes that are no whole change)` : faultInWords(stretch.fault);
    return { file, line: stretch.line, what: `${file}, line ${stretch.line}: ${what}.` };
  });
  const twice = repeats.map(({ file, line, seq }): RecoveryFinding => ({
    file,
    line,
    what: `${file}, line ${line}: change ${seq} stands there twice.`,
  }));
  return [...broken, ...twice];
}

/** What an ordinary opening stumbles over; some of it no single file shows. */
async function problemsOnLoading(disk: Disk, files: VaultFiles, migrations: readonly Migration[] | undefined): Promise<RecoveryFinding[]> {
  try {
    const { problems } = await loadVault(disk, files, migrations);
    return problems.map(({ file, what }) => ({ file, line: null, what }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-damaged') return [];
    throw error;
  }
}

function eachOnce(findings: readonly RecoveryFinding[]): RecoveryFinding[] {
  return [...new Map(findings.toReversed().map((finding) => [finding.what, finding])).values()].reverse();
}

function nothingLeft(frame: Pick<RecoveryReport, 'folder' | 'foundAt' | 'conflictCopies'>, findings: RecoveryFinding[]): RecoveryReport {
  const empty = { base: null, goodSeq: 0, keptAfter: 0, lost: [], records: [], transcripts: [], unverified: false };
  const report: RecoveryReport = { ...frame, ...empty, readable: false, findings, whatToDo: [] };
  return { ...report, whatToDo: whatToDo(report) };
}

function requireKnownVersion(base: Base, migrations: readonly Migration[] | undefined): void {
  const known = currentSchemaVersion(migrations);
  if (base.schemaVersion <= known) return;
  throw new AppError(
    'vault-newer',
    `This study was saved by a newer version of Plumbline (data version ${base.schemaVersion}; this one knows ${known}). Update Plumbline to open it. Nothing was changed.`,
    { version: base.schemaVersion },
  );
}

const studyName = (files: VaultFiles): string =>
  path
    .basename(files.folder)
    .replace(/\.plumb$/, '')
    .slice(0, 200) || 'Study';
