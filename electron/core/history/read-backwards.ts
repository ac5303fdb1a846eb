// Reads the history from the newest entry back: file by file, never more than one of them in memory.
import { AppError } from '#shared/lib/app-error';
import type { JournalEntry } from '#shared/model/journal-entry';

import type { Disk } from '../vault/disk.ts';
import { listHistoryParts } from '../vault/history.ts';
import { parseJournalLine } from '../vault/journal-line.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { VaultFiles } from '../vault/vault-files.ts';

/**
 * Entries from `from` down to `to`, both included. Others get their turn between two entries.
 * A checkpoint may move the journal meanwhile: where an entry lies is looked up for each file anew.
 * @throws AppError('vault-damaged') when an entry can no longer be read.
 */
export async function* entriesBackwards(disk: Disk, files: VaultFiles, from: number, to: number): AsyncGenerator<JournalEntry> {
  let expected = from;
  while (expected >= to) {
    const before = expected;
    for (const line of (await linesAround(disk, files, expected)).toReversed()) {
      const parsed = parseJournalLine(line, files.cipher);
      if (typeof parsed === 'string' || parsed.entry.seq !== expected) continue;
      yield parsed.entry;
      expected -= 1;
      if (expected < to) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (expected === before) throw unreadable(expected);
  }
}

async function linesAround(disk: Disk, files: VaultFiles, seq: number): Promise<Buffer[]> {
  const part = (await listHistoryParts(disk, files)).find(({ firstSeq, lastSeq }) => seq >= firstSeq && seq <= lastSeq);
  return linesOf((await readOrNull(disk, part?.file ?? files.journal)) ?? Buffer.alloc(0));
}

/** The complete lines of a file, without their line feeds. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let offset = 0, end = bytes.indexOf(0x0a); end >= 0; offset = end + 1, end = bytes.indexOf(0x0a, offset)) {
    lines.push(bytes.subarray(offset, end));
  }
  return lines;
}

function unreadable(seq: number): AppError {
  return new AppError(
    'vault-damaged',
    `Step ${seq} can no longer be read, so the study cannot be shown as it was before it. The study itself is untouched.`,
    {
      seq,
    },
  );
}
