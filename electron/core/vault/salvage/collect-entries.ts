// Gathers every line that verifies by itself from the files of a damaged study, and what lies broken between them.
import path from 'node:path';

import type { JournalEntry } from '#shared/model/journal-entry';

import type { Disk } from '../disk.ts';
import { listHistoryParts } from '../history.ts';
import { type BrokenStretch, scanFile } from '../scan-lines.ts';
import type { VaultFiles } from '../vault-files.ts';
import { findConflictCopies, mayHoldLines } from './find-copies.ts';

/** One line with where it stands. */
export interface FoundEntry {
  entry: JournalEntry;
  chain: string;
  json: Buffer;
  /** File relative to the vault, and line number from 1. */
  file: string;
  line: number;
  /** From the study's own files; others (backups, copies of sync programs) count only where the chain leads to them. */
  own: boolean;
}

/** A stretch that is no line, between the numbers of its neighbours in the same file (null: none). */
export interface FoundBreak {
  stretch: BrokenStretch;
  file: string;
  afterSeq: number | null;
  beforeSeq: number | null;
}

/** Lines by number; more than one under a number when files disagree. */
export interface FoundEntries {
  bySeq: Map<number, FoundEntry[]>;
  breaks: FoundBreak[];
  /** Own lines whose number and chain are there twice: a block that was written or copied double. */
  repeats: { file: string; line: number; seq: number }[];
  /** The highest number that the name of a history part promises. */
  promisedSeq: number;
}

/** Reads the study's own journal and the parts that reach past `fromSeq`. @throws the operating system's error. */
export async function collectOwnEntries(disk: Disk, files: VaultFiles, fromSeq: number): Promise<FoundEntries> {
  const found: FoundEntries = { bySeq: new Map(), breaks: [], repeats: [], promisedSeq: 0 };
  for (const part of await listHistoryParts(disk, files)) {
    found.promisedSeq = Math.max(found.promisedSeq, part.lastSeq);
    if (part.lastSeq > fromSeq) await collectFile(disk, files, part.file, fromSeq, found, true);
  }
  await collectFile(disk, files, files.journal, fromSeq, found, true);
  return found;
}

/** Adds what backups and copies of sync programs hold. Files that cannot be read are passed over: nothing depends on them. */
export async function collectSpareEntries(disk: Disk, files: VaultFiles, fromSeq: number, found: FoundEntries): Promise<void> {
  const spare = (await findConflictCopies(disk, files)).filter(mayHoldLines).map((name) => path.join(files.folder, name));
  for (const name of (await disk.readdir(files.backups).catch(() => [] as string[])).sort()) {
    const folder = path.join(files.backups, name);
    spare.push(path.join(folder, 'journal.ndjson'));
    const parts = await disk.readdir(path.join(folder, 'history')).catch(() => [] as string[]);
    spare.push(...parts.filter((part) => part.endsWith('.ndjson')).map((part) => path.join(folder, 'history', part)));
  }
  for (const file of spare) await collectFile(disk, files, file, fromSeq, found, false).catch(() => undefined);
}

async function collectFile(disk: Disk, files: VaultFiles, file: string, fromSeq: number, found: FoundEntries, own: boolean): Promise<void> {
  const name = path.relative(files.folder, file).replaceAll('\\', '/');
  let afterSeq: number | null = null;
  const open: FoundBreak[] = [];
  for await (const stretch of scanFile(disk, file, files.cipher)) {
    if (stretch.kind === 'broken') {
      if (own) open.push({ stretch, file: name, afterSeq, beforeSeq: null });
      continue;
    }
    const { entry, chain, json } = stretch.parsed;
    for (const gap of open.splice(0)) found.breaks.push({ ...gap, beforeSeq: entry.seq });
    afterSeq = entry.seq;
    if (entry.seq <= fromSeq) continue;
    const known = found.bySeq.get(entry.seq) ?? [];
    if (!known.some((other) => other.chain === chain && other.json.equals(json))) {
      found.bySeq.set(entry.seq, [...known, { entry, chain, json, file: name, line: stretch.line, own }]);
    } else if (own) found.repeats.push({ file: name, line: stretch.line, seq: entry.seq });
  }
  found.breaks.push(...open);
}
