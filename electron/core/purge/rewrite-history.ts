// Writes the history anew without the person: every entry keeps its number, the chain is computed again.
import path from 'node:path';

import type { JournalEntry } from '#shared/model/journal-entry';

import { type Disk, makeFolder, writeFileDurably } from '../vault/disk.ts';
import { listHistoryParts } from '../vault/history.ts';
import { type HistoryStart, historyStartOf } from '../vault/history-start.ts';
import { firstChain, formatJournalLine, parseJournalLine } from '../vault/journal-line.ts';
import { readOrNull } from '../vault/snapshot.ts';
import { historyPartName, type VaultFiles } from '../vault/vault-files.ts';
import { changesWithout, type Deletion, noteSnippets } from './without-person.ts';

/** A run of entries in one file, numbered without a gap. */
interface Part {
  firstSeq: number;
  lastSeq: number;
  entries(): Promise<JournalEntry[]>;
}

/** The parts of the history from its beginning (or from behind the last damage) to the last entry, the journal among them. */
export interface RewritableHistory {
  parts: Part[];
  start: HistoryStart;
}

export interface RewrittenHistory {
  start: HistoryStart;
  /** Chain hash after the last entry. */
  chain: string;
  /** Entries that held something of the person. */
  touched: Set<number>;
}

/**
 * Finds what can be rewritten. Parts before a gap or damage cannot be: they are left out here, and dropped with everything before them.
 * @param seq the last entry of the study.
 */
export async function readRewritableHistory(disk: Disk, files: VaultFiles, vaultId: string, seq: number): Promise<RewritableHistory> {
  const start = await historyStartOf(disk, files, vaultId);
  const named = (await listHistoryParts(disk, files)).filter((part) => part.lastSeq > start.seq);
  const journal = await readEntries(disk, files, files.journal);
  const candidates: { file: string; firstSeq: number; lastSeq: number }[] = [...named];
  const [first] = journal ?? [];
  if (journal && first) candidates.push({ file: files.journal, firstSeq: first.seq, lastSeq: journal.at(-1)?.seq ?? first.seq });
  const parts: Part[] = [];
  let expected = seq;
  for (const { file, firstSeq, lastSeq } of candidates.toReversed()) {
    const entries = await readEntries(disk, files, file);
    // A journal whose lines were moved to the history already, by a move that a power cut left half done.
    if (firstSeq > expected) continue;
    const whole =
      lastSeq === expected && entries?.length === lastSeq - firstSeq + 1 && entries.every((entry, at) => entry.seq === firstSeq + at);
    if (!whole) break;
    parts.unshift({ firstSeq, lastSeq, entries: async () => (await readEntries(disk, files, file)) ?? [] });
    expected = firstSeq - 1;
  }
  // The chain begins anew behind a gap: what it was there can no longer be computed.
  return { parts, start: expected === start.seq ? start : { seq: expected, chain: firstChain(`${vaultId} from ${expected}`) } };
}

/** Every line of a file that holds; null when one does not. */
async function readEntries(disk: Disk, files: VaultFiles, file: string): Promise<JournalEntry[] | null> {
  const bytes = await readOrNull(disk, file);
  if (!bytes) return [];
  const entries: JournalEntry[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const end = bytes.indexOf(0x0a, offset);
    const parsed = end < 0 ? 'incomplete' : parseJournalLine(bytes.subarray(offset, end), files.cipher);
    if (typeof parsed === 'string') return null;
    entries.push(parsed.entry);
    offset = end + 1;
  }
  return entries;
}

/** Remembers every snippet that holds the person's words in any entry. */
export async function noteHistory(history: RewritableHistory, deletion: Deletion): Promise<void> {
  for (const part of history.parts) for (const entry of await part.entries()) noteSnippets(deletion, entry.changes);
}

/** Writes the rewritten parts into a folder. @throws the operating system's error. */
export async function rewriteHistory(
  disk: Disk,
  history: RewritableHistory,
  deletion: Deletion,
  target: Pick<VaultFiles, 'history' | 'cipher'>,
): Promise<RewrittenHistory> {
  await makeFolder(disk, target.history);
  const touched = new Set<number>();
  let { chain } = history.start;
  for (const part of history.parts) {
    const lines: Buffer[] = [];
    for (const entry of await part.entries()) {
      const rewritten = entryWithout(entry, deletion);
      if (rewritten !== entry) touched.add(entry.seq);
      const formatted = formatJournalLine(rewritten, chain, target.cipher);
      lines.push(formatted.line);
      ({ chain } = formatted);
    }
    await writeFileDurably(disk, path.join(target.history, historyPartName(part.firstSeq, part.lastSeq)), Buffer.concat(lines));
  }
  return { start: history.start, chain, touched };
}

/** Labels that may hold the title of an interview. */
const TITLED: Readonly<Record<string, string>> = { importSources: 'Import transcripts', removeSources: 'Remove sources' };

/** The entry itself when nothing in it is about the person. */
function entryWithout(entry: JournalEntry, deletion: Deletion): JournalEntry {
  const changes = changesWithout(entry.changes, deletion);
  const label = deletion.mask?.(entry.label) ?? entry.label;
  if (!changes && label === entry.label) return entry;
  // The key under which typing is joined may hold the name of an attribute.
  const { coalesce: _gone, ...rest } = entry;
  return { ...rest, label: changes && !deletion.renaming ? (TITLED[entry.edit] ?? label) : label, changes: changes ?? entry.changes };
}

/** The chain hash after each of the given entries, read from a history that was rewritten. */
export async function chainsAt(disk: Disk, files: VaultFiles, vaultId: string, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
  const start = await historyStartOf(disk, files, vaultId);
  const chains = new Map([[start.seq, start.chain]]);
  for (const part of await listHistoryParts(disk, files)) {
    if (![...wanted].some((seq) => seq >= part.firstSeq && seq <= part.lastSeq)) continue;
    const bytes = (await readOrNull(disk, part.file)) ?? Buffer.alloc(0);
    for (let offset = 0, end = bytes.indexOf(0x0a); end >= 0; offset = end + 1, end = bytes.indexOf(0x0a, offset)) {
      const parsed = parseJournalLine(bytes.subarray(offset, end), files.cipher);
      if (typeof parsed !== 'string' && wanted.has(parsed.entry.seq)) chains.set(parsed.entry.seq, parsed.chain);
    }
  }
  return chains;
}
