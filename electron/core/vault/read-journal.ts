// Reads journal files: entries in order with their chain checked, and what is wrong where reading stops.
import type { JournalEntry } from '#shared/model/journal-entry';

import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';
import { nextChain, parseJournalLine } from './journal-line.ts';

/** What stopped the reading. `torn-tail`: nothing that verifies follows, the last write was cut short. */
export interface JournalProblem {
  kind: 'torn-tail' | 'damage';
  /** Line number in the file, from 1, and byte offset of its start. */
  line: number;
  offset: number;
  reason: string;
  /** Lines after the bad one that verify on their own. */
  laterEntries: number;
}

export interface JournalReading {
  entries: JournalEntry[];
  /** Chain hash after the last good entry. */
  chain: string;
  /** Bytes up to and including the last good line. */
  goodLength: number;
  problem: JournalProblem | null;
}

const LINE_FEED = 0x0a;

/**
 * Reads the lines of one file after a known state.
 * @param seq the entry before the first one expected; lines up to it are skipped (they are in the snapshot already).
 * @param chain chain hash after entry `seq`.
 */
export function readJournal(bytes: Buffer, seq: number, chain: string, cipher: ContentCipher = plainContent): JournalReading {
  const reading: JournalReading = { entries: [], chain, goodLength: 0, problem: null };
  let expected = seq + 1;
  let offset = 0;
  for (let line = 1; offset < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, offset);
    const parsed = end < 0 ? 'incomplete' : parseJournalLine(bytes.subarray(offset, end), cipher);
    const fault = typeof parsed === 'string' ? parsed : chainFault(parsed, expected, reading.chain);
    if (fault !== null || typeof parsed === 'string') {
      reading.problem = describeProblem(bytes, { line, offset, end, seq: expected }, fault ?? 'incomplete', cipher);
      return reading;
    }
    if (parsed.entry.seq === expected) {
      reading.entries.push(parsed.entry);
      reading.chain = parsed.chain;
      expected += 1;
    }
    offset = end + 1;
    reading.goodLength = offset;
  }
  return reading;
}

function chainFault(parsed: { entry: JournalEntry; chain: string; json: Buffer }, expected: number, chain: string): string | null {
  if (parsed.entry.seq < expected) return null;
  if (parsed.entry.seq > expected) return `entry ${expected} is missing, ${parsed.entry.seq} follows`;
  return nextChain(chain, parsed.json) === parsed.chain ? null : `entry ${expected} does not follow from the one before it`;
}

interface BadLine {
  line: number;
  offset: number;
  /** Place of its line feed; negative when there is none. */
  end: number;
  /** The entry that was expected there. */
  seq: number;
}

function describeProblem(bytes: Buffer, { line, offset, end, seq }: BadLine, fault: string, cipher: ContentCipher): JournalProblem {
  const later = end < 0 ? [] : verifyingLines(bytes, end + 1, cipher);
  // Pages of one write reach the disk in any order: a hole of zeros with lines of the same batch after it was never answered.
  const hole = bytes.subarray(offset, end < 0 ? bytes.length : end).includes(0);
  const sameBatch = later.every((entry) => (entry.batch ?? entry.seq) <= seq);
  const torn = fault === 'incomplete' && (later.length === 0 || (hole && sameBatch));
  const reasons: Record<string, string> = {
    incomplete: torn ? 'the last write was cut short' : 'the line is not complete',
    checksum: 'the checksum does not match: the line was changed after it was written',
    sealed: 'the line does not open with the key of this study: it was changed, or belongs to another study',
  };
  const laterEntries = torn ? 0 : later.length;
  return { kind: torn ? 'torn-tail' : 'damage', line, offset, reason: reasons[fault] ?? fault, laterEntries };
}

function verifyingLines(bytes: Buffer, from: number, cipher: ContentCipher): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (let offset = from; offset < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, offset);
    if (end < 0) break;
    const parsed = parseJournalLine(bytes.subarray(offset, end), cipher);
    if (typeof parsed !== 'string') entries.push(parsed.entry);
    offset = end + 1;
  }
  return entries;
}
