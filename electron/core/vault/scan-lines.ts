// Walks through a journal file whatever state it is in: lines that verify by themselves, and the stretches between them.
import type { FileHandle } from 'node:fs/promises';

import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';
import { type Disk, errorCode } from './disk.ts';
import type { ParsedLine } from './journal-line.ts';
import { type EntryFault, readEntry } from './read-entry.ts';

/** A line that verifies by its own length and checksum. Says nothing about the chain. */
export interface SoundLine {
  kind: 'line';
  /** Line number in the file, from 1, and byte offset of its start. */
  line: number;
  offset: number;
  /** Bytes up to and including the line feed, where there is one. */
  length: number;
  parsed: ParsedLine;
  /** False when the line feed after it is missing or was changed. */
  terminated: boolean;
}

/** Bytes that are no line, or no longer. */
export interface BrokenStretch {
  kind: 'broken';
  line: number;
  offset: number;
  length: number;
  fault: EntryFault;
  /** Holds a run of raw zeros, which no line has: the place in the file was made, but never written. */
  zeros: boolean;
  /** False at the end of a file that stops in the middle of a line. */
  terminated: boolean;
  /** The first bytes, for telling the person what the line was about as far as it can still be read. */
  start: Buffer;
}

export type Stretch = SoundLine | BrokenStretch;

const LINE_FEED = 0x0a;
const LINE_START = Buffer.from('{"len":"');
/** `{"len":"0000012f","crc":"89abcdef","chain":"<64>","entry":` */
const HEAD_BYTES = '{"len":"00000000","crc":"00000000","chain":"","entry":'.length + 64;
/** Bytes kept of a broken stretch. */
const SHOWN_BYTES = 2048;
/** A line longer than this is not read: no edit makes one, and a string cannot hold it. */
const LONGEST_LINE = 256 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** One zero byte can be a flipped space; disks leave whole blocks of them. */
const ZEROS = Buffer.alloc(8);

export interface ScanOptions {
  /** Of the study; lines are plain without it. */
  cipher?: ContentCipher;
  /** Byte and line to begin with. */
  offset?: number;
  firstLine?: number;
}

/** Everything in a buffer, in order, without gap or overlap. */
export function* scanBuffer(bytes: Buffer, { cipher = plainContent, offset = 0, firstLine = 1 }: ScanOptions = {}): Generator<Stretch> {
  let line = firstLine;
  for (let at = offset; at < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, at);
    const stop = end < 0 ? bytes.length : end + 1;
    yield* scanLine(bytes.subarray(at, stop), at, line, cipher);
    at = stop;
  }
}

/**
 * The same over a file, piece by piece: memory is bounded by the longest line. Nothing for a file that is not there.
 * @throws the operating system's error.
 */
export async function* scanFile(disk: Disk, file: string, cipher: ContentCipher): AsyncGenerator<Stretch> {
  const handle = await openOrNull(disk, file);
  if (!handle) return;
  try {
    let pieces: Buffer[] = [];
    let waiting = 0;
    let offset = 0;
    let line = 1;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, offset + waiting);
      pieces.push(chunk.subarray(0, bytesRead));
      waiting += bytesRead;
      const ended = bytesRead === 0;
      const hasLineFeed = chunk.subarray(0, bytesRead).includes(LINE_FEED);
      if (!ended && !hasLineFeed && waiting < LONGEST_LINE) continue;
      const bytes = Buffer.concat(pieces);
      const whole = hasLineFeed ? bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1) : bytes;
      for (const stretch of scanBuffer(whole, { cipher, firstLine: line })) yield { ...stretch, offset: stretch.offset + offset };
      if (ended) return;
      line += countLineFeeds(whole);
      offset += whole.length;
      pieces = [bytes.subarray(whole.length)];
      waiting = bytes.length - whole.length;
    }
  } finally {
    await handle.close();
  }
}

async function openOrNull(disk: Disk, file: string): Promise<FileHandle | null> {
  try {
    return await disk.open(file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

/** One physical line, with its line feed if it has one. Where it does not hold, sound lines inside it are looked for. */
function* scanLine(bytes: Buffer, offset: number, line: number, cipher: ContentCipher): Generator<Stretch> {
  const terminated = bytes.at(-1) === LINE_FEED;
  const whole = readEntry(terminated ? bytes.subarray(0, -1) : bytes, cipher);
  if (typeof whole !== 'string') {
    yield { kind: 'line', line, offset, length: bytes.length, parsed: whole, terminated };
    return;
  }
  let brokenFrom = 0;
  for (let at = bytes.indexOf(LINE_START); at >= 0; at = bytes.indexOf(LINE_START, at + 1)) {
    const inner = lineAt(bytes, at, cipher);
    if (!inner) continue;
    if (at > brokenFrom) yield brokenStretch(bytes.subarray(brokenFrom, at), offset + brokenFrom, line, whole, true);
    const length = inner.length + (bytes[at + inner.length] === LINE_FEED ? 1 : 0);
    yield { kind: 'line', line, offset: offset + at, length, parsed: inner.parsed, terminated: length > inner.length };
    brokenFrom = at + length;
    at = brokenFrom - 1;
  }
  if (brokenFrom < bytes.length) yield brokenStretch(bytes.subarray(brokenFrom), offset + brokenFrom, line, whole, terminated);
}

/** A line that begins here and is as long as it says. */
function lineAt(bytes: Buffer, at: number, cipher: ContentCipher): { length: number; parsed: ParsedLine } | null {
  const digits = bytes.subarray(at + LINE_START.length, at + LINE_START.length + 8).toString('latin1');
  if (!/^[0-9a-f]{8}$/.test(digits)) return null;
  const length = HEAD_BYTES + Number.parseInt(digits, 16) + 1;
  if (at + length > bytes.length) return null;
  const parsed = readEntry(bytes.subarray(at, at + length), cipher);
  return typeof parsed === 'string' ? null : { length, parsed };
}

function brokenStretch(bytes: Buffer, offset: number, line: number, fault: EntryFault, terminated: boolean): BrokenStretch {
  const start = Buffer.from(bytes.subarray(0, SHOWN_BYTES));
  return { kind: 'broken', line, offset, length: bytes.length, fault, zeros: holdsZeros(bytes), terminated, start };
}

function holdsZeros(bytes: Buffer): boolean {
  return bytes.includes(ZEROS) || bytes.every((byte) => byte === 0);
}
