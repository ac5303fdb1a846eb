// Turns the changes of one step into journal entries and their lines; a step of thousands of records becomes several entries.
import type { Steps } from '#shared/lib/steps';
import type { JournalEntry } from '#shared/model/journal-entry';

import type { ContentCipher } from './crypto/content-cipher.ts';
import type { EntryContent } from './edit-options.ts';
import { formatJournalLine } from './journal-line.ts';

/** Changes of one entry at most: its line takes a few milliseconds to write, read and announce. */
const ENTRY_CHANGES = 500;

/**
 * The entry of a step, with its changes at the end of the line: the history reads what stands before.
 * @param batch first entry of the batch it is written with; null when that is itself.
 */
export function firstEntry(
  { kind, edit, label, changes, coalesce }: EntryContent,
  head: Pick<JournalEntry, 'seq' | 'at' | 'by'>,
  batch: number | null,
): JournalEntry {
  const entry = { ...head, kind, edit, label } as JournalEntry;
  if (batch !== null) entry.batch = batch;
  if (coalesce !== undefined) entry.coalesce = coalesce;
  entry.changes = changes;
  return entry;
}

/**
 * Entries of a step, numbered from `first.seq` on. All but the last say that more follow: reading a journal drops a step without its end.
 * @param chain hash before the first entry.
 */
export function* entryLines(
  first: JournalEntry,
  chain: string,
  cipher: ContentCipher,
): Steps<{ entries: JournalEntry[]; lines: Buffer; chain: string }> {
  if (first.changes.length <= ENTRY_CHANGES) {
    const { line, chain: only } = formatJournalLine(first, chain, cipher);
    return { entries: [first], lines: line, chain: only };
  }
  const entries: JournalEntry[] = [];
  const lines: Buffer[] = [];
  let after = chain;
  const { changes, ...fields } = first;
  for (let from = 0; from < changes.length; from += ENTRY_CHANGES) {
    const isLast = from + ENTRY_CHANGES >= changes.length;
    const entry: JournalEntry = {
      ...fields,
      seq: first.seq + entries.length,
      // All lines of a step are written at once.
      ...(entries.length > 0 ? { batch: first.batch ?? first.seq } : {}),
      ...(isLast ? {} : { more: true }),
      changes: changes.slice(from, from + ENTRY_CHANGES),
    };
    const formatted = formatJournalLine(entry, after, cipher);
    entries.push(entry);
    lines.push(formatted.line);
    after = formatted.chain;
    yield;
  }
  return { entries, lines: yield* joined(lines), chain: after };
}

/** As Buffer.concat, which takes too long at once for a hundred megabytes. */
function* joined(lines: readonly Buffer[]): Steps<Buffer> {
  const bytes = Buffer.allocUnsafe(lines.reduce((sum, line) => sum + line.length, 0));
  let at = 0;
  for (const line of lines) {
    at += line.copy(bytes, at);
    yield;
  }
  return bytes;
}
