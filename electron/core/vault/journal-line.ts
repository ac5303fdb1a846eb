// One line of the journal: a JSON object whose fixed-width head holds length, checksum and chain hash of the entry.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import type { JournalEntry } from '#shared/model/journal-entry';

import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';

// {"len":"0000012f","crc":"89abcdef","chain":"<64 hex digits>","entry":{…}}
const HEAD = /^\{"len":"([0-9a-f]{8})","crc":"([0-9a-f]{8})","chain":"([0-9a-f]{64})","entry":$/;
export const HEAD_LENGTH = '{"len":"00000000","crc":"00000000","chain":"","entry":'.length + 64;
const TAIL = '}';

/** The chain hash before the first entry; bound to the vault, so that lines of another vault do not fit. */
export function firstChain(vaultId: string): string {
  return createHash('sha256').update(`plumbline vault ${vaultId}`).digest('hex');
}

/** The chain hash after an entry: SHA-256 of the one before, a line feed, and the entry's JSON. */
export function nextChain(previous: string, entryJson: string | Buffer): string {
  return createHash('sha256').update(previous).update('\n').update(entryJson).digest('hex');
}

/** Writes one line, with its line feed. @returns the line and the chain hash after it. */
export function formatJournalLine(
  entry: JournalEntry,
  previousChain: string,
  cipher: ContentCipher = plainContent,
): { line: Buffer; chain: string } {
  const json = Buffer.from(JSON.stringify(entry), 'utf8');
  const chain = nextChain(previousChain, json);
  return { line: lineOf(json, chain, cipher), chain };
}

/** The line of an entry whose JSON and chain hash are known: the same content under another cipher. */
export function lineOf(json: Buffer, chain: string, cipher: ContentCipher): Buffer {
  const { payload, shownChain } = cipher.sealEntry(json, chain);
  const length = payload.length.toString(16).padStart(8, '0');
  const head = `{"len":"${length}","crc":"${checksum(length, shownChain, payload)}","chain":"${shownChain}","entry":`;
  return Buffer.concat([Buffer.from(head), payload, Buffer.from(`${TAIL}\n`)]);
}

/** CRC-32 over length, chain hash and entry, 8 hex digits. */
function checksum(length: string, chain: string, json: Buffer): string {
  return crc32(json, crc32(length + chain))
    .toString(16)
    .padStart(8, '0');
}

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
    return { entry: JSON.parse(json.toString('utf8')) as JournalEntry, chain, json };
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
