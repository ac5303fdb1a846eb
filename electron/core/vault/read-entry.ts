// Reads one journal line for good: checksum by journal-line.ts, then that what it holds is an entry at all.
import type { JournalEntry } from '#shared/model/journal-entry';

import type { ContentCipher } from './crypto/content-cipher.ts';
import { type LineFault, type ParsedLine, parseJournalLine } from './journal-line.ts';

/** `shape`: the checksum holds, yet the content is no entry. A program wrote it wrongly, or somebody by hand. */
export type EntryFault = LineFault | 'shape';

/** Reads a line without its line feed. Never throws, whatever the bytes are. */
export function readEntry(line: Buffer, cipher: ContentCipher): ParsedLine | EntryFault {
  try {
    const parsed = parseJournalLine(line, cipher);
    if (typeof parsed === 'string') return parsed;
    return isEntry(parsed.entry) ? parsed : 'shape';
  } catch {
    return 'shape';
  }
}

/** True for anything with the fields of an entry; the records in it are checked where they are used. */
function isEntry(value: unknown): value is JournalEntry {
  if (!isObject(value)) return false;
  const { seq, batch, at, by, kind, edit, label, changes, coalesce } = value;
  const words = [at, by, edit, label].every((word) => typeof word === 'string');
  const known = kind === 'edit' || kind === 'undo' || kind === 'redo';
  return (
    words &&
    known &&
    Number.isSafeInteger(seq) &&
    (seq as number) > 0 &&
    (batch === undefined || Number.isSafeInteger(batch)) &&
    (coalesce === undefined || typeof coalesce === 'string') &&
    Array.isArray(changes) &&
    changes.every(isChange)
  );
}

function isChange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { collection, id, before, after } = value;
  const named = typeof collection === 'string' && !UNSAFE.has(collection) && typeof id === 'string' && id !== '__proto__';
  return named && isRecordOrNull(before, id) && isRecordOrNull(after, id);
}

/** Names that mean something else to a JavaScript object than to a person. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

function isRecordOrNull(value: unknown, id: string): boolean {
  return value === null || (isObject(value) && value['id'] === id);
}

/** True for a plain JSON object: no list, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
