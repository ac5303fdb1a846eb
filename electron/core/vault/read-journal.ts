// Reads journal files: entries in order with their chain checked, and what is wrong where reading stops.
import type { Steps } from '#shared/lib/steps';
import type { JournalEntry } from '#shared/model/journal-entry';

import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';
import { nextChain, type ParsedLine } from './journal-line.ts';
import type { EntryFault } from './read-entry.ts';
import { type BrokenStretch, scanBuffer, type Stretch } from './scan-lines.ts';

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
  /** The last good line is whole but for its line feed, which the file lost or never got. */
  lineFeedMissing: boolean;
  /** Lines that stand there a second time, word for word, as byte ranges: a block that was copied double. */
  repeats: { line: number; offset: number; length: number }[];
  /** The highest number among the skipped lines; 0 when none was skipped. */
  skippedTo: number;
  problem: JournalProblem | null;
}

/**
 * Reads the lines of one file after a known state, in steps of one line: a study that was never checkpointed may have thousands.
 * @param seq the entry before the first one expected; lines up to it are skipped (they are in the snapshot already).
 * @param chain chain hash after entry `seq`.
 */
export function* readJournal(bytes: Buffer, seq: number, chain: string, cipher: ContentCipher = plainContent): Steps<JournalReading> {
  const reading: JournalReading = { entries: [], chain, goodLength: 0, lineFeedMissing: false, repeats: [], skippedTo: 0, problem: null };
  const chains = new Map<number, string>();
  for (const stretch of scanBuffer(bytes, { cipher })) {
    yield;
    const expected = seq + reading.entries.length + 1;
    const reason = stretch.kind === 'broken' ? stretch.fault : chainFault(stretch.parsed, seq, expected, reading.chain, chains);
    if (reason !== null || stretch.kind === 'broken') {
      reading.problem = describeProblem(bytes, stretch, reason ?? 'incomplete', cipher, expected);
      return reading;
    }
    const { entry, chain: after } = stretch.parsed;
    if (entry.seq === expected) {
      reading.entries.push(entry);
      reading.chain = after;
      chains.set(entry.seq, after);
    } else if (entry.seq > seq) reading.repeats.push(stretch);
    else reading.skippedTo = Math.max(reading.skippedTo, entry.seq);
    reading.goodLength = stretch.offset + stretch.length;
    reading.lineFeedMissing = !stretch.terminated;
  }
  return reading;
}

function chainFault(parsed: ParsedLine, before: number, expected: number, chain: string, chains: Map<number, string>): string | null {
  const { seq } = parsed.entry;
  if (seq <= before) return null;
  if (seq > expected) return `change ${expected} is missing, ${seq} follows`;
  if (seq < expected) return chains.get(seq) === parsed.chain ? null : `change ${seq} stands there twice, each time a different one`;
  return nextChain(chain, parsed.json) === parsed.chain ? null : `change ${expected} does not follow from the one before it`;
}

function describeProblem(bytes: Buffer, first: Stretch, reason: string, cipher: ContentCipher, seq: number): JournalProblem {
  const rest = [...scanBuffer(bytes, { cipher, offset: first.offset })];
  const broken = rest.filter((stretch): stretch is BrokenStretch => stretch.kind === 'broken');
  const later = rest.flatMap((stretch) => (stretch.kind === 'line' ? [stretch.parsed.entry] : [])).slice(first.kind === 'line' ? 1 : 0);
  // Pages of one write reach the disk in any order: a hole of zeros with lines of the same batch after it was never answered.
  const hole = first.kind === 'broken' && first.zeros && later.every((entry) => (entry.batch ?? entry.seq) <= seq);
  const torn = first.kind === 'broken' && (later.length === 0 ? isTorn(broken) : hole);
  const { line, offset } = first;
  return {
    kind: torn ? 'torn-tail' : 'damage',
    line,
    offset,
    reason: torn ? 'the last write was cut short' : faultInWords(reason),
    laterEntries: torn ? 0 : later.length,
  };
}

/**
 * What a write leaves behind that was cut short: a line without its end, or zeros where nothing was written yet.
 * Broken bytes that end with a line feed and hold no zeros were written whole, and changed later.
 */
export function isTorn(broken: readonly BrokenStretch[]): boolean {
  return broken.length > 0 && (broken.at(-1)?.terminated === false || broken.some((stretch) => stretch.zeros));
}

const FAULTS: Readonly<Record<EntryFault, string>> = {
  incomplete: 'the line is not complete',
  checksum: 'the checksum does not match: the line was changed after it was written',
  sealed: 'the line does not open with the key of this study: it was changed, or belongs to another study',
  shape: 'the line is whole, but what it holds is no change of a study',
};

/** What is wrong with a line, for a sentence; texts that are no fault's name are given back as they are. */
export function faultInWords(fault: string): string {
  return Object.hasOwn(FAULTS, fault) ? FAULTS[fault as EntryFault] : fault;
}

/** Bytes at the end of the good lines that belong to a step of several entries whose last one is missing: it was never answered. */
export function unfinishedStep(bytes: Buffer, { entries, goodLength }: JournalReading): number {
  let start = goodLength;
  for (let index = entries.length - 1; entries[index]?.more; index -= 1) start = bytes.lastIndexOf(LINE_FEED, start - 2) + 1;
  return goodLength - start;
}

const LINE_FEED = 0x0a;
