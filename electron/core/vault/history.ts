// Older journal parts, kept for ever unless the person wants otherwise: for undo after a restart, rebuilding, and looking back.
import path from 'node:path';

import type { JournalEntry, UndoStep } from '#shared/model/journal-entry';

import { type Disk, diskError, isAbsent } from './disk.ts';
import { Pauses } from './pauses.ts';
import { readEntry } from './read-entry.ts';
import { readOrNull } from './snapshot.ts';
import { parseHistoryPartName, type VaultFiles } from './vault-files.ts';

export interface HistoryPart {
  file: string;
  firstSeq: number;
  lastSeq: number;
}

/** The parts in history/, oldest first. */
export async function listHistoryParts(disk: Disk, files: VaultFiles): Promise<HistoryPart[]> {
  const names = await disk.readdir(files.history).catch((error: unknown) => {
    // Unseen is not absent: without its parts a study would open in an older state.
    if (isAbsent(error)) return [] as string[];
    throw error;
  });
  return names
    .flatMap((name) => {
      const range = parseHistoryPartName(name);
      return range ? [{ file: path.join(files.history, name), ...range }] : [];
    })
    .sort((left, right) => left.firstSeq - right.firstSeq || left.lastSeq - right.lastSeq);
}

/** Bounds of what is kept in memory; older entries are read from the disk when an undo goes back that far. */
const KEPT_ENTRIES = 1000;
const KEPT_CHANGES = 10_000;
/** Entries over the bound before the oldest are let go. */
const SLACK = 500;

/** Entries by number: the latest from memory, older ones from the journal and the parts on disk. */
export class History {
  readonly #disk: Disk;
  readonly #files: VaultFiles;
  /** Oldest first. */
  readonly #recent = new Map<number, JournalEntry>();
  #changes = 0;

  constructor(disk: Disk, files: VaultFiles, recent: readonly JournalEntry[]) {
    this.#disk = disk;
    this.#files = files;
    for (const entry of recent) this.remember(entry);
  }

  remember(entry: JournalEntry): void {
    this.#recent.set(entry.seq, entry);
    this.#changes += entry.changes.length;
    // Many at once and seldom: a map from which the first is taken again and again is slow to find its first.
    if (this.#recent.size <= KEPT_ENTRIES + SLACK && this.#changes <= KEPT_CHANGES) return;
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= KEPT_ENTRIES && this.#changes <= KEPT_CHANGES) break;
      this.forget(oldest);
    }
  }

  forget(seq: number): void {
    this.#changes -= this.#recent.get(seq)?.changes.length ?? 0;
    this.#recent.delete(seq);
  }

  /**
   * The entries of these numbers, in the same order; null for one that can no longer be read.
   * @param settled waits until every entry is on the disk.
   */
  async entries(seqs: readonly number[], settled: () => Promise<void>): Promise<(JournalEntry | null)[]> {
    const known = new Map(seqs.flatMap((seq) => [[seq, this.#recent.get(seq)] as const]).filter(([, entry]) => entry !== undefined));
    const missing = new Set(seqs.filter((seq) => !known.has(seq)));
    if (missing.size > 0) {
      await settled();
      for (const entry of await this.#read(missing)) known.set(entry.seq, entry);
    }
    return seqs.map((seq) => known.get(seq) ?? null);
  }

  /** As `entries`, for taking a step back or doing it again. @throws AppError('disk') with a sentence about that. */
  async entriesOf(kind: 'undo' | 'redo', { seqs, label }: UndoStep, settled: () => Promise<void>): Promise<(JournalEntry | null)[]> {
    try {
      return await this.entries(seqs, settled);
    } catch (error) {
      const what = `Cannot ${kind} “${label}”, its history could not be read`;
      throw diskError(error, what, 'Nothing was changed. Try again in a moment.');
    }
  }

  /** The journal first: should a checkpoint move it meanwhile, its lines are found among the parts. */
  async #read(wanted: ReadonlySet<number>): Promise<JournalEntry[]> {
    const found = await this.#readFile(this.#files.journal, wanted);
    for (const part of await listHistoryParts(this.#disk, this.#files)) {
      const isNeeded = [...wanted].some((seq) => seq >= part.firstSeq && seq <= part.lastSeq);
      if (isNeeded) found.push(...(await this.#readFile(part.file, wanted)));
    }
    return found;
  }

  async #readFile(file: string, wanted: ReadonlySet<number>): Promise<JournalEntry[]> {
    const pauses = new Pauses();
    const found: JournalEntry[] = [];
    for (const line of splitLines((await readOrNull(this.#disk, file)) ?? Buffer.alloc(0))) {
      if (pauses.due) await pauses.take();
      const parsed = readEntry(line, this.#files.cipher);
      if (typeof parsed !== 'string' && wanted.has(parsed.entry.seq)) found.push(parsed.entry);
    }
    return found;
  }
}

function* splitLines(bytes: Buffer): Generator<Buffer> {
  for (let offset = 0; offset < bytes.length;) {
    const end = bytes.indexOf(0x0a, offset);
    if (end < 0) return;
    yield bytes.subarray(offset, end);
    offset = end + 1;
  }
}
