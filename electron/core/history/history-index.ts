// All steps of a study as light rows, read once when somebody looks at the history and kept up to date from then on.
import type { EntryHead } from '#shared/domain/history/steps';

import type { ContentCipher } from '../vault/crypto/content-cipher.ts';
import type { Disk } from '../vault/disk.ts';
import { listHistoryParts } from '../vault/history.ts';
import { historyStartOf } from '../vault/history-start.ts';
import { openJournalLine } from '../vault/journal-line.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import { linesOf } from './read-backwards.ts';

/** Lines read between two chances for others. */
const LINES_A_TURN = 200;

export interface LoadedHeads {
  /** Oldest first, without a gap up to the newest. */
  heads: EntryHead[];
  /** The entry before the first one that can be looked back to. */
  startSeq: number;
  /** The last entry that should be kept and cannot be read, so that nothing before it can be reached; null for a whole history. */
  lostUpTo: number | null;
}

/** A checkpoint may move the journal while it is read. */
const ATTEMPTS = 3;

/** Reads the heads of all entries that are kept; those before a gap are left out. */
export async function loadHeads(disk: Disk, vault: Vault): Promise<LoadedHeads> {
  for (let left = ATTEMPTS; ; left -= 1) {
    await vault.settled();
    const { seq } = vault;
    const start = await historyStartOf(disk, vault.files, vault.id);
    const heads = await readHeads(disk, vault, start.seq);
    const reached = heads.at(-1)?.seq ?? start.seq;
    if (reached < seq && left > 1) continue;
    // What lies before a gap at the end cannot be reached from now either.
    const kept = reached < seq ? [] : heads;
    const startSeq = (kept[0]?.seq ?? Math.max(reached, seq) + 1) - 1;
    return { heads: kept, startSeq, lostUpTo: startSeq > start.seq ? startSeq : null };
  }
}

async function readHeads(disk: Disk, { files }: Vault, startSeq: number): Promise<EntryHead[]> {
  const sources = [...(await listHistoryParts(disk, files)).filter((part) => part.lastSeq > startSeq), { file: files.journal }];
  let heads: EntryHead[] = [];
  for (const { file } of sources) {
    const lines = linesOf((await readOrNull(disk, file)) ?? Buffer.alloc(0));
    for (const [index, line] of lines.entries()) {
      const head = headOf(line, files.cipher);
      if (!head || head.seq <= Math.max(startSeq, heads.at(-1)?.seq ?? 0)) continue;
      // What lies before a gap cannot be reached from now.
      if (head.seq !== (heads.at(-1)?.seq ?? startSeq) + 1) heads = [];
      heads.push(head);
      if (index % LINES_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return heads;
}

const CHANGES = Buffer.from(',"changes":[');
const COLLECTION = Buffer.from('"collection":"');
const COALESCE = /\],"coalesce":("(?:[^"\\]|\\.)*")\}$/;
/** Longest coalescing key that an edit may carry, as JSON, with what stands around it (bytes). */
const TAIL_LENGTH = 1300;

/**
 * What stands before and after the changes of an entry: an entry of 50,000 changes is not parsed for it. Inside JSON texts quotation marks are
 * escaped, so that the marks looked for stand only where the keys are. Null for a line that does not hold.
 */
export function headOf(line: Buffer, cipher: ContentCipher): EntryHead | null {
  try {
    const opened = openJournalLine(line, cipher);
    if (typeof opened === 'string') return null;
    const { json } = opened;
    const at = json.indexOf(CHANGES);
    if (at < 0) return null;
    const head = JSON.parse(`${json.toString('utf8', 0, at)}}`) as Omit<EntryHead, 'records'>;
    const coalesce = COALESCE.exec(json.toString('utf8', Math.max(at, json.length - TAIL_LENGTH)))?.[1];
    return {
      ...head,
      records: count(json, COLLECTION, at),
      ...(coalesce === undefined ? {} : { coalesce: JSON.parse(coalesce) as string }),
    };
  } catch {
    return null;
  }
}

function count(bytes: Buffer, wanted: Buffer, from: number): number {
  let found = 0;
  for (let at = bytes.indexOf(wanted, from); at >= 0; at = bytes.indexOf(wanted, at + wanted.length)) found += 1;
  return found;
}
