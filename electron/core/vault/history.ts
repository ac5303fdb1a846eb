// Older journal parts, kept for ever unless the person wants otherwise: for undo after a restart, rebuilding, and looking back.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { JournalEntry } from '#shared/model/journal-entry';

import { type Disk, writeFileDurably } from './disk.ts';
import { firstChain, parseJournalLine } from './journal-line.ts';
import { readOrNull } from './snapshot.ts';
import { parseHistoryPartName, type VaultFiles } from './vault-files.ts';

export interface HistoryPart {
  file: string;
  firstSeq: number;
  lastSeq: number;
}

/** The entry before the first one that is kept, and the chain hash after it. */
export interface HistoryStart {
  seq: number;
  chain: string;
}

const START_NAME = 'attachment history-start';

/** Where the history of a study begins: before entry 1, unless older parts were dropped on purpose. @throws AppError('vault-damaged') */
export async function readHistoryStart(disk: Disk, files: VaultFiles, vaultId: string): Promise<HistoryStart> {
  const bytes = await readOrNull(disk, files.historyStart);
  if (!bytes) return { seq: 0, chain: firstChain(vaultId) };
  try {
    const { seq, chain } = JSON.parse((await files.cipher.openFile(START_NAME, bytes)).toString('utf8')) as Partial<HistoryStart>;
    if (Number.isSafeInteger(seq) && /^[0-9a-f]{64}$/.test(chain ?? '')) return { seq: seq ?? 0, chain: chain ?? '' };
  } catch {
    // Said below: the engine's own message would quote the file.
  }
  throw new AppError('vault-damaged', 'history-start.json was changed outside Plumbline.', { file: 'history-start.json' });
}

/** Says where the history begins from now on. Sealed in an encrypted study: a chain hash in the open would let entries be guessed. */
export async function writeHistoryStart(disk: Disk, files: VaultFiles, start: HistoryStart): Promise<void> {
  const content = Buffer.from(`${JSON.stringify(start)}\n`);
  await writeFileDurably(disk, files.historyStart, await files.cipher.sealFile(START_NAME, content));
}

/** The parts in history/, oldest first. */
export async function listHistoryParts(disk: Disk, files: VaultFiles): Promise<HistoryPart[]> {
  const names = await disk.readdir(files.history).catch(() => [] as string[]);
  return names
    .flatMap((name) => {
      const range = parseHistoryPartName(name);
      return range ? [{ file: path.join(files.history, name), ...range }] : [];
    })
    .sort((left, right) => left.firstSeq - right.firstSeq);
}

/** Entries by number: those of this session from memory, older ones from the parts on disk. */
export class History {
  readonly #disk: Disk;
  readonly #files: VaultFiles;
  readonly #recent = new Map<number, JournalEntry>();

  constructor(disk: Disk, files: VaultFiles, recent: readonly JournalEntry[]) {
    this.#disk = disk;
    this.#files = files;
    for (const entry of recent) this.remember(entry);
  }

  remember(entry: JournalEntry): void {
    this.#recent.set(entry.seq, entry);
  }

  forget(seq: number): void {
    this.#recent.delete(seq);
  }

  /** The entries of these numbers, in the same order; null for one that can no longer be read. */
  async entries(seqs: readonly number[]): Promise<(JournalEntry | null)[]> {
    const missing = seqs.filter((seq) => !this.#recent.has(seq));
    if (missing.length > 0) await this.#load(new Set(missing));
    return seqs.map((seq) => this.#recent.get(seq) ?? null);
  }

  async #load(wanted: ReadonlySet<number>): Promise<void> {
    const parts = await listHistoryParts(this.#disk, this.#files);
    const needed = parts.filter((part) => [...wanted].some((seq) => seq >= part.firstSeq && seq <= part.lastSeq));
    const current = { file: this.#files.journal };
    for (const part of [...needed, current]) {
      const bytes = (await readOrNull(this.#disk, part.file)) ?? Buffer.alloc(0);
      for (const line of splitLines(bytes)) {
        const parsed = parseJournalLine(line, this.#files.cipher);
        if (typeof parsed !== 'string' && wanted.has(parsed.entry.seq)) this.remember(parsed.entry);
      }
    }
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
