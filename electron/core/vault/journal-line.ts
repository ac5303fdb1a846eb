// One line of the journal: a JSON object whose fixed-width head holds length, checksum and chain hash of the entry.
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import type { JournalEntry } from '#shared/model/journal-entry';

import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';

// {"len":"0000012f","crc":"89abcdef","chain":"<64 hex digits>","entry":{…}}
const HEAD = /^\{"len":"([0-9a-f]{8})","crc":"([0-9a-f]{8})","chain":"([0-9a-f]{64})","entry":$/;
export const HEAD_LENGTH = '{"len":"00000000","crc":"00000000","chain":"","entry":'.length + 64;
const TAIL = '}';
const LINE_FEED = 0x0a;

/** The chain hash before the first entry; bound to the vault, so that lines of another vault do not fit. */
export function firstChain(vaultId: string): string {
  return hash('sha256', `plumbline vault ${vaultId}`);
}

/** The chain hash after an entry: SHA-256 of the one before, a line feed, and the entry's JSON. */
export function nextChain(previous: string, entryJson: Buffer): string {
  const start = previous.length + 1;
  // One call on one piece: three updates of a hash object cost more than the copy of a short line.
  const bytes = Buffer.allocUnsafe(start + entryJson.length);
  bytes.write(previous, 0, 'latin1');
  bytes[start - 1] = LINE_FEED;
  entryJson.copy(bytes, start);
  return hash('sha256', bytes);
}

/** Writes one line, with its line feed. @returns the line and the chain hash after it. */
export function formatJournalLine(
  entry: JournalEntry,
  previousChain: string,
  cipher: ContentCipher = plainContent,
): { line: Buffer; chain: string } {
  const text = JSON.stringify(entry);
  if (!cipher.encrypted && text.length <= DESK_UNITS) return lineAtTheDesk(text, previousChain);
  const json = Buffer.from(text, 'utf8');
  const chain = nextChain(previousChain, json);
  return { line: lineOf(json, chain, cipher), chain };
}

/** Longest entry (UTF-16 units) that is put together at the desk; a unit is at most three bytes. */
const DESK_UNITS = 10_000;
const LONGEST_AT_DESK = HEAD_LENGTH + 3 * DESK_UNITS + TAIL.length + 1;
const DESK_BYTES = 256 * 1024;
/** Where short lines are put together, one behind the other: pieces of memory of their own for each step cost more than the steps. */
let desk = Buffer.allocUnsafeSlow(DESK_BYTES);
let deskUsed = 0;

/**
 * The same line, put together in place: the entry stands where it will stand, and what the chain and the checksum are taken over is written
 * right before it, one after the other, until the head takes that place. The line stays where it is; the next one comes behind it.
 */
function lineAtTheDesk(text: string, previousChain: string): { line: Buffer; chain: string } {
  if (deskUsed + LONGEST_AT_DESK > DESK_BYTES) {
    desk = Buffer.allocUnsafeSlow(DESK_BYTES);
    deskUsed = 0;
  }
  const start = deskUsed;
  const entryAt = start + HEAD_LENGTH;
  const chained = entryAt - previousChain.length - 1;
  desk.write(previousChain, chained, 'latin1');
  desk[entryAt - 1] = LINE_FEED;
  const end = entryAt + desk.write(text, entryAt, 'utf8');
  const chain = hash('sha256', desk.subarray(chained, end));
  const length = (end - entryAt).toString(16).padStart(8, '0');
  const summed = length + chain;
  desk.write(summed, entryAt - summed.length, 'latin1');
  const crc = hexOf(crc32(desk.subarray(entryAt - summed.length, end)));
  desk.write(`{"len":"${length}","crc":"${crc}","chain":"${chain}","entry":`, start, 'latin1');
  deskUsed = end + desk.write(`${TAIL}\n`, end, 'latin1');
  return { line: desk.subarray(start, deskUsed), chain };
}

/** The line of an entry whose JSON and chain hash are known: the same content under another cipher. */
export function lineOf(json: Buffer, chain: string, cipher: ContentCipher): Buffer {
  const { payload, shownChain } = cipher.sealEntry(json, chain);
  const length = payload.length.toString(16).padStart(8, '0');
  const head = `{"len":"${length}","crc":"${checksum(length, shownChain, payload)}","chain":"${shownChain}","entry":`;
  const line = Buffer.allocUnsafe(HEAD_LENGTH + payload.length + TAIL.length + 1);
  line.write(head, 0, 'latin1');
  payload.copy(line, HEAD_LENGTH);
  line.write(`${TAIL}\n`, HEAD_LENGTH + payload.length, 'latin1');
  return line;
}

/** CRC-32 over length, chain hash and entry, 8 hex digits. */
function checksum(length: string, chain: string, json: Buffer): string {
  return hexOf(crc32(json, crc32(length + chain)));
}

/** Two hex digits of each byte: making them of a number that needs 32 bits takes as long as the checksum itself. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexOf = (sum: number): string => `${HEX[sum >>> 24]}${HEX[(sum >>> 16) & 255]}${HEX[(sum >>> 8) & 255]}${HEX[sum & 255]}`;

export interface ParsedLine {
  entry: JournalEntry;
  chain: string;
  json: Buffer;
}

/** Why a line does not hold: cut short, complete in form but with a wrong checksum, or changed by somebody who mended the checksum. */
export type LineFault = 'incomplete' | 'checksum' | 'sealed';

/**
 * Reads one line without its line feed and checks length and checksum. Does not look at the chain.
 */
export function parseJournalLine(line: Buffer, cipher: ContentCipher = plainContent): ParsedLine | LineFault {
  const opened = openJournalLine(line, cipher);
  if (typeof opened === 'string') return opened;
  try {
    return { entry: JSON.parse(opened.json.toString('utf8')) as JournalEntry, ...opened };
  } catch {
    return 'sealed';
  }
}

/** The same without taking the entry in: for those who only want to know that the line holds. */
export function openJournalLine(line: Buffer, cipher: ContentCipher): Omit<ParsedLine, 'entry'> | LineFault {
  const head = HEAD.exec(line.subarray(0, HEAD_LENGTH).toString('latin1'));
  if (!head) return looksComplete(line) ? 'checksum' : 'incomplete';
  const [, length = '', crc = '', shownChain = ''] = head;
  const payload = line.subarray(HEAD_LENGTH, -TAIL.length);
  if (payload.length !== Number.parseInt(length, 16) || line.at(-1) !== TAIL.charCodeAt(0)) {
    return looksComplete(line) ? 'checksum' : 'incomplete';
  }
  if (checksum(length, shownChain, payload) !== crc) return looksComplete(line) ? 'checksum' : 'incomplete';
  try {
    const { json, chain } = cipher.openEntry(payload, shownChain);
    return { json, chain };
  } catch {
    return 'sealed';
  }
}

/** A torn write leaves a stump or zeros; a line that is still whole JSON was written whole and changed later. */
function looksComplete(line: Buffer): boolean {
  try {
    return typeof JSON.parse(line.toString('utf8')) === 'object';
  } catch {
    return false;
  }
}
