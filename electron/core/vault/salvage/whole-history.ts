// How far back the history of a damaged study is whole, and what is wrong with the older parts.
import path from 'node:path';

import type { RecoveryFinding } from '#shared/model/recovery-report';

import type { Disk } from '../disk.ts';
import { type HistoryPart, listHistoryParts } from '../history.ts';
import { type HistoryStart, readHistoryStart } from '../history-start.ts';
import { firstChain, nextChain } from '../journal-line.ts';
import { scanFile } from '../scan-lines.ts';
import type { VaultFiles } from '../vault-files.ts';

export interface WholeHistory {
  /** The last change before it; seq 0 when it begins with the first change. */
  start: HistoryStart;
  /** Files that follow each other from there to the end, each whole. */
  parts: string[];
  /** Why older parts are not among them. No record depends on those. */
  findings: RecoveryFinding[];
}

/**
 * Reads the parts up to `end`, oldest first.
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
    const following = await readPart(disk, files, part, at);
    const alone = following ?? (await readPart(disk, files, part, null));
    if (!following) {
      history.findings.push(findingOf(part, at.seq, alone !== null));
      history.parts = [];
      history.start = alone?.first ?? { seq: part.lastSeq, chain: '' };
    }
    if (alone) history.parts.push(part.file);
    at = alone?.end ?? { seq: part.lastSeq, chain: '' };
  }
  if (at.seq === end.seq && at.chain === end.chain) return history;
  if (at.seq < end.seq) history.findings.push({ file: 'history', line: null, what: missingInWords(at.seq + 1, end.seq) });
  return { start: end, parts: [], findings: history.findings };
}

/** First and last place of a part that is whole and goes on from `from` (null: its first line is believed); null when it does not. */
async function readPart(
  disk: Disk,
  files: VaultFiles,
  part: HistoryPart,
  from: HistoryStart | null,
): Promise<{ first: HistoryStart; end: HistoryStart } | null> {
  let first: HistoryStart | null = null;
  let at = from;
  for await (const stretch of scanFile(disk, part.file, files.cipher)) {
    if (stretch.kind === 'broken' || !stretch.terminated) return null;
    const { entry, chain, json } = stretch.parsed;
    if (from && entry.seq <= from.seq) continue;
    if (at && (entry.seq !== at.seq + 1 || nextChain(at.chain, json) !== chain)) return null;
    at = { seq: entry.seq, chain };
    first ??= at;
  }
  return first && at?.seq === part.lastSeq ? { first, end: at } : null;
}

function findingOf(part: HistoryPart, before: number, whole: boolean): RecoveryFinding {
  const file = `history/${path.basename(part.file)}`;
  if (whole && part.firstSeq > before + 1) return { file, line: null, what: missingInWords(before + 1, part.firstSeq - 1) };
  const fault = whole ? 'does not follow from the part before it' : 'is damaged';
  return { file, line: null, what: `${file} ${fault}. No record depends on it, but steps before it can no longer be looked back at.` };
}

function missingInWords(from: number, to: number): string {
  const which = from === to ? `change ${from} is` : `changes ${from} to ${to} are`;
  return `In the history ${which} missing. No record depends on that, but steps before can no longer be looked back at.`;
}
