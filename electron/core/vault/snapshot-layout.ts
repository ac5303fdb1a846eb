// The layout of vault.json: a head in one line, then the records one a line in parts that can be read on their own, then the seal.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import type { UndoStack } from '#shared/model/journal-entry';

/** A range of whole record lines of one collection. Collections without records have one empty part, so that the parts name them all. */
export interface SnapshotPart {
  collection: string;
  /** First byte, counted from the first byte after `"records":{` and its line feed. */
  start: number;
  bytes: number;
  /** Records in it. */
  count: number;
  /** CRC-32 of the bytes, 8 hex digits. */
  crc32: string;
}

/** Everything in vault.json but the records. */
export interface SnapshotHead {
  format: 'plumbline-vault';
  schemaVersion: number;
  vaultId: string;
  /** The last journal entry that the records include, and the chain hash after it. */
  seq: number;
  chain: string;
  savedAt: string;
  undo: UndoStack;
}

export type SnapshotHeadWithParts = SnapshotHead & { parts: SnapshotPart[] };

const RECORDS_START = ',\n"records":{\n';
const RECORDS_END = '\n}';
const HEAD_SEAL = /,"headSha256":"([0-9a-f]{64})",$/;
export const SEAL_START = ',\n"sha256":"';
export const SEAL_LENGTH = SEAL_START.length + 64 + '"}\n'.length;

/** SHA-256 in lower-case hex. */
export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** CRC-32 in 8 hex digits: half the time of SHA-256 here; against accidents, as the seal over the whole file is too. */
export const partChecksum = (bytes: Buffer): string => crc32(bytes).toString(16).padStart(8, '0');

/** The bytes before the records. */
export function formatHead(head: SnapshotHeadWithParts): Buffer {
  const text = JSON.stringify(head).slice(0, -1);
  return Buffer.from(`${text},"headSha256":"${sha256(text)}"${RECORDS_START}`);
}

/**
 * Reads the first line of a vault.json, without its line feed.
 * @returns null when it has no parts (written before there were any), 'damaged' when its checksum does not match.
 */
export function parseHeadLine(line: Buffer): SnapshotHeadWithParts | 'damaged' | null {
  const seal = HEAD_SEAL.exec(line.subarray(-120).toString('latin1'));
  if (!seal) return null;
  const text = line.subarray(0, line.length - seal[0].length);
  return sha256(text) === seal[1] ? (JSON.parse(`${text.toString('utf8')}}`) as SnapshotHeadWithParts) : 'damaged';
}

/** Length of `,\n"records":{\n` after the line feed that ends the head's line. */
export const RECORDS_START_LENGTH = RECORDS_START.length - RECORDS_START.indexOf('\n') - 1;

/** What stands between the record lines: the collections' names and brackets. */
export function glueBefore(part: SnapshotPart, previous: SnapshotPart | null): string {
  if (previous?.collection === part.collection) return '';
  return `${previous ? `},\n` : ''}${JSON.stringify(part.collection)}:{${part.count > 0 ? '\n' : ''}`;
}

/** What stands after the last record line and before the seal. */
export function glueAtEnd(last: SnapshotPart | null): string {
  return `${last ? '}' : ''}${RECORDS_END}`;
}

/** The end of the file: SHA-256 of everything before it. */
export function formatSeal(digest: string): string {
  return `${SEAL_START}${digest}"}\n`;
}

/** A record's line without what separates it from the next. */
export function formatRecordLine(id: string, record: unknown): string {
  return `${JSON.stringify(id)}:${JSON.stringify(record)}`;
}

/**
 * The JSON text of each record in the text of a part, in order. Reading line by line is faster than one object of
 * thousands of keys, and can pause between lines.
 */
export function* recordTexts(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const last = text.charCodeAt(end - 1) === COMMA ? end - 1 : end;
    yield text.slice(text.indexOf('":', at) + 2, last);
    at = end + 1;
  }
}

const COMMA = ','.charCodeAt(0);
