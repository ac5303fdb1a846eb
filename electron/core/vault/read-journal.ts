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
      reading.problem = describeProblem(bytes, line, offset, end, fault ?? 'incomplete', cipher);
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

function describeProblem(bytes: Buffer, line: number, offset: number, end: number, fault: string, cipher: ContentCipher): JournalProblem {
  const laterEntries = end < 0 ? 0 : countVerifyingLines(bytes, end + 1, cipher);
  const torn = fault === 'incomplete' && laterEntries === 0;
  const reasons: Record<string, string> = {
    incomplete: torn ? 'the last write was cut short' : 'the line is not complete',
    checksum: 'the checksum does not match: the line was changed after it was written',
    sealed: 'the line does not open with the key of this study: it was changed, or belongs to another study',
  };
  return { kind: torn ? 'torn-tail' : 'damage', line, offset, reason: reasons[fault] ?? fault, laterEntries };
}

function countVerifyingLines(bytes: Buffer, from: number, cipher: ContentCipher): number {
  let count = 0;
  for (let offset = from; offset < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, offset);
    if (end < 0) break;
    if (typeof parseJournalLine(bytes.subarray(offset, end), cipher) !== 'string') count += 1;
    offset = end + 1;
  }
  return count;
}
