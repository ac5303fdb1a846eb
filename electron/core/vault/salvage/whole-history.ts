// How far back the history of a damaged study is whole, and what is wrong with the older parts.
import path from 'node:path';

import type { RecoveryFinding } from '#shared/model/recovery-report';

import type { Disk } from '../disk.ts';
import { type HistoryPart, listHistoryParts } from '../history.ts';
import { type HistoryStart, readHistoryStart } from '../history-start.ts';
import { firstChain, nextChain, type ParsedLine } from '../journal-line.ts';
import { faultInWords } from '../read-journal.ts';
import { type BrokenStretch, scanFile } from '../scan-lines.ts';
import { historyPartName, type VaultFiles } from '../vault-files.ts';

/** A file of the history, of which only the changes behind `after` are kept. */
export interface KeptPart {
  file: string;
  /** Name that says which changes are kept of it. */
  name: string;
  after: number;
  /** The whole file, byte for byte: nothing in it is damaged, missing or there twice. */
  asItIs: boolean;
}

export interface WholeHistory {
  /** The last change before it; seq 0 when it begins with the first change. */
  start: HistoryStart;
  /** What follows from there to the end without a gap. */
  parts: KeptPart[];
  /** Why older changes are not among them. No record depends on those. */
  findings: RecoveryFinding[];
}

/** The last stretch of a part in which each line follows the one before it. */
interface Run {
  start: HistoryStart;
  end: HistoryStart;
  /** It goes on from the part before. */
  follows: boolean;
  /** A change of it stands there twice. */
  repeats: boolean;
}

/**
 * Reads the parts up to `end`, oldest first. A damaged line costs itself and what lies before it: the history is whole from there on.
 * @param believed where the first entry had to be believed, because no snapshot is left; null otherwise.
 */
export async function readWholeHistory(
  disk: Disk,
  files: VaultFiles,
  vaultId: string,
  end: HistoryStart,
  believed: HistoryStart | null,
): Promise<WholeHistory> {
  const first = (await readHistoryStart(disk, files)) ?? believed ?? { seq: 0, chain: firstChain(vaultId) };
  const history: WholeHistory = { start: first, parts: [], findings: [] };
  let at: HistoryStart = first;
  for (const part of await listHistoryParts(disk, files)) {
    if (part.lastSeq > end.seq || part.lastSeq <= at.seq) continue;
    const run = await lastRun(disk, files, part, at, history.findings);
    if (run?.follows) history.parts.push({ file: part.file, name: path.basename(part.file), after: 0, asItIs: !run.repeats });
    else {
      history.start = run?.start ?? { seq: part.lastSeq, chain: '' };
      const { seq } = history.start;
      history.parts =
        run && seq < part.lastSeq ? [{ file: part.file, name: historyPartName(seq + 1, part.lastSeq), after: seq, asItIs: false }] : [];
    }
    at = run?.end ?? history.start;
  }
  if (at.seq === end.seq && at.chain === end.chain) return history;
  if (at.seq < end.seq) history.findings.push(finding('history', null, missingInWords(at.seq + 1, end.seq), end.seq));
  return { start: end, parts: [], findings: history.findings };
}

/** Null when the part does not reach the change that its name promises. @param from what the part should go on from. */
async function lastRun(
  disk: Disk,
  files: VaultFiles,
  part: HistoryPart,
  from: HistoryStart,
  findings: RecoveryFinding[],
): Promise<Run | null> {
  const faults: { line: number | null; what: string }[] = [];
  let run: Run | null = { start: from, end: from, follows: true, repeats: false };
  let broken: BrokenStretch | null = null;
  for await (const stretch of scanFile(disk, part.file, files.cipher)) {
    if (stretch.kind === 'broken') {
      if (!broken) faults.push({ line: stretch.line, what: faultInWords(stretch.fault) });
      [broken, run] = [stretch, null];
      continue;
    }
    const { seq } = stretch.parsed.entry;
    if (seq <= (run?.end.seq ?? from.seq)) {
      if (run && !run.repeats && seq > from.seq) {
        run = { ...run, repeats: true };
        findings.push(keptOnce(part, stretch.line, seq));
      }
      continue;
    }
    const end: HistoryStart = { seq, chain: stretch.parsed.chain };
    if (run && followsFrom(run.end, stretch.parsed)) run = { ...run, end };
    else {
      if (run) faults.push({ line: stretch.line, what: faultBetween(run.end.seq, seq) });
      run = { start: startBefore(broken, stretch.parsed), end, follows: false, repeats: false };
    }
    broken = null;
  }
  if (run && run.end.seq < part.lastSeq) {
    faults.push({ line: null, what: missingInWords(run.end.seq + 1, part.lastSeq) });
    run = null;
  }
  const until = run?.start.seq ?? part.lastSeq;
  findings.push(...faults.map(({ line, what }) => finding(`history/${path.basename(part.file)}`, line, what, until)));
  return run;
}

function faultBetween(before: number, seq: number): string {
  return seq > before + 1 ? missingInWords(before + 1, seq - 1) : `change ${seq} does not follow from the one before it`;
}

const followsFrom = (before: HistoryStart, { entry, chain, json }: ParsedLine): boolean =>
  entry.seq === before.seq + 1 && nextChain(before.chain, json) === chain;

/** A broken line may still show the hash that the next one follows from. Otherwise the next one is believed, and the history begins behind it. */
function startBefore(broken: BrokenStretch | null, { entry, chain, json }: ParsedLine): HistoryStart {
  const shown = /"chain":"([0-9a-f]{64})"/.exec(broken?.start.toString('latin1') ?? '')?.[1];
  const before = shown === undefined ? null : { seq: entry.seq - 1, chain: shown };
  return before && followsFrom(before, { entry, chain, json }) ? before : { seq: entry.seq, chain };
}

/** @param until the last change that can no longer be looked back at. */
function finding(file: string, line: number | null, what: string, until: number): RecoveryFinding {
  const where = line === null ? file : `${file}, line ${line}`;
  return {
    file,
    line,
    what: `${where}: ${what}. No record depends on it, but steps up to change ${until} can no longer be looked back at.`,
  };
}

function keptOnce(part: HistoryPart, line: number, seq: number): RecoveryFinding {
  const file = `history/${path.basename(part.file)}`;
  return { file, line, what: `${file}, line ${line}: change ${seq} stands there twice. Each change is kept once; nothing is lost by it.` };
}

function missingInWords(from: number, to: number): string {
  return from === to ? `change ${from} is missing` : `changes ${from} to ${to} are missing`;
}
