// Writes what could be saved as a sound study: in its own folder, or into a new one.
import path from 'node:path';

import type { JournalEntry } from '#shared/model/journal-entry';
import { currentSchemaVersion, type Migration } from '#shared/model/migrations/index';

import type { ContentCipher } from '../crypto/content-cipher.ts';
import { type Disk, makeFolder, syncFolder, writeFileDurably } from '../disk.ts';
import { listHistoryParts } from '../history.ts';
import { writeHistoryStart } from '../history-start.ts';
import { formatJournalLine } from '../journal-line.ts';
import { resetSavedMark } from '../saved-mark.ts';
import { scanBuffer } from '../scan-lines.ts';
import { readOrNull, type SnapshotData, snapshotDatabase } from '../snapshot.ts';
import { historyPartName, type VaultFiles } from '../vault-files.ts';
import type { Salvage } from './salvage.ts';
import type { KeptPart } from './whole-history.ts';

export interface WriteOptions {
  now: string;
  migrations?: readonly Migration[] | undefined;
}

/** The saved study as a snapshot, and its entries behind the whole parts as one history part, numbered without a gap. */
export interface WrittenStudy {
  data: SnapshotData;
  part: { name: string; bytes: Buffer } | null;
}

/** Forms both in memory. Entries behind a gap get new numbers; the chain goes on from the last whole part. */
export function formStudy(salvage: Salvage, cipher: ContentCipher, options: WriteOptions): WrittenStudy {
  const end = salvage.historyEnd;
  const behind = [...salvage.chained.filter(({ seq }) => seq > end.seq), ...salvage.later];
  const lines: Buffer[] = [];
  let { seq, chain } = end;
  for (const entry of behind) {
    seq += 1;
    const written: JournalEntry = { ...entry, seq };
    const { line, chain: after } = formatJournalLine(written, chain, cipher);
    lines.push(line);
    chain = after;
  }
  const data: SnapshotData = {
    format: 'plumbline-vault',
    schemaVersion: currentSchemaVersion(options.migrations),
    vaultId: salvage.base.vaultId,
    seq,
    chain,
    savedAt: options.now,
    undo: salvage.undo,
    records: salvage.state.toRecords(),
  };
  return { data, part: lines.length > 0 ? { name: historyPartName(end.seq + 1, seq), bytes: Buffer.concat(lines) } : null };
}

/**
 * Writes into the study's own folder. The caller has copied every file to quarantine/ before.
 * The snapshot comes first: stopped in the middle, the next opening finds the old damage again, and nothing is lost.
 * @throws the operating system's error.
 */
export async function writeInPlace(disk: Disk, files: VaultFiles, salvage: Salvage, options: WriteOptions): Promise<SnapshotData> {
  const { data, part } = formStudy(salvage, files.cipher, options);
  const database = snapshotDatabase(disk, files);
  database.data = data;
  await database.write();
  await makeFolder(disk, files.history);
  const end = salvage.historyEnd.seq;
  let straddling: Buffer = Buffer.alloc(0);
  let firstSeq = end + 1;
  for (const old of await listHistoryParts(disk, files)) {
    if (old.lastSeq <= end) continue;
    if (old.firstSeq <= end) {
      straddling = await linesOf(disk, files.cipher, old.file, (seq) => seq <= end);
      firstSeq = old.firstSeq;
    }
    await disk.unlink(old.file);
  }
  const bytes = Buffer.concat([straddling, part?.bytes ?? Buffer.alloc(0)]);
  if (bytes.length > 0) await writeFileDurably(disk, path.join(files.history, historyPartName(firstSeq, data.seq)), bytes);
  await trimHistory(disk, files, salvage);
  await disk.rm(files.journal, { force: true });
  await resetSavedMark(disk, files, data.seq);
  await syncFolder(disk, files.history);
  await syncFolder(disk, files.folder);
  await mendPrevious(disk, files);
  return data;
}

/** The history begins where it is whole; what lies before is in quarantine/ since before this began. */
async function trimHistory(disk: Disk, files: VaultFiles, { history, historyEnd }: Salvage): Promise<void> {
  if (history.start.seq > 0) await writeHistoryStart(disk, files, history.start);
  if (history.findings.length === 0) return;
  const whole = new Set(history.parts.filter(({ asItIs }) => asItIs).map(({ file }) => file));
  for (const part of history.parts) if (!part.asItIs) await writeKeptPart(disk, files.cipher, part, files.history);
  for (const old of await listHistoryParts(disk, files)) {
    const kept = whole.has(old.file) || history.parts.some(({ name }) => name === path.basename(old.file));
    if (!kept && old.lastSeq <= historyEnd.seq) await disk.unlink(old.file);
  }
}

/** Writes what is kept of a part into a folder. @throws the operating system's error. */
export async function writeKeptPart(disk: Disk, cipher: ContentCipher, { file, name, after }: KeptPart, folder: string): Promise<void> {
  await writeFileDurably(disk, path.join(folder, name), await linesOf(disk, cipher, file, (seq) => seq > after));
}

/** The sound lines of a part whose numbers are wanted, each change once: of two, the one behind the damage, as what follows goes on from it. */
async function linesOf(disk: Disk, cipher: ContentCipher, file: string, isWanted: (seq: number) => boolean): Promise<Buffer> {
  const bytes = (await readOrNull(disk, file)) ?? Buffer.alloc(0);
  const lines = new Map<number, { line: Buffer; damagesBefore: number }>();
  let damages = 0;
  for (const stretch of scanBuffer(bytes, { cipher })) {
    if (stretch.kind !== 'line') {
      damages += 1;
      continue;
    }
    const { seq } = stretch.parsed.entry;
    if (!isWanted(seq) || lines.get(seq)?.damagesBefore === damages) continue;
    const line = bytes.subarray(stretch.offset, stretch.offset + stretch.length);
    lines.set(seq, { line: stretch.terminated ? line : Buffer.concat([line, Buffer.from('\n')]), damagesBefore: damages });
  }
  const inOrder = [...lines].sort(([left], [right]) => left - right);
  return Buffer.concat(inOrder.map(([, { line }]) => line));
}

/** The snapshot from before is damaged, or no longer leads to this one by the history: the new one takes its place too. */
async function mendPrevious(disk: Disk, files: VaultFiles): Promise<void> {
  const bytes = await readOrNull(disk, files.snapshot);
  if (bytes) await writeFileDurably(disk, files.previousSnapshot, bytes);
}
