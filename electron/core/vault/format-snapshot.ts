// Makes the bytes of vault.json out of records, in pieces, so that edits go on while a large study is being formatted.
import { createHash } from 'node:crypto';

import type { RawRecords } from '#shared/model/migrations/index';

import type { Pauses } from './pauses.ts';
import {
  formatHead,
  formatRecordLine,
  formatSeal,
  glueAtEnd,
  glueBefore,
  partChecksum,
  type SnapshotHead,
  type SnapshotPart,
} from './snapshot-layout.ts';

/** Records of a study by collection: as objects by id, or as lists of records that carry their ids. Neither may change meanwhile. */
export type RecordSource = RawRecords | Readonly<Record<string, readonly { readonly id: string }[]>>;

/** UTF-16 units of lines after which a part ends; about a megabyte at most in bytes. */
const PART_UNITS = 768 * 1024;
/** The first part of a collection is short: what a first screen shows, however large the study. */
const FIRST_PART_UNITS = 32 * 1024;

/** The whole file at once. For small studies, and for those who need all of it in memory anyway. */
export function formatSnapshotPieces(head: SnapshotHead, records: RecordSource): Buffer[] {
  const steps = formatSteps(head, records);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses. */
export async function formatSnapshotInStretches(head: SnapshotHead, records: RecordSource, pauses: Pauses): Promise<Buffer[]> {
  const steps = formatSteps(head, records);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (pauses.due) await pauses.take();
  }
}

/** Gives the pieces of the file in their order; halts after each record and each megabyte that was hashed. */
function* formatSteps(head: SnapshotHead, records: RecordSource): Generator<void, Buffer[]> {
  const parts: SnapshotPart[] = [];
  const body: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer): void => {
    body.push(bytes);
    at += bytes.length;
  };
  for (const [collection, source] of Object.entries(records)) {
    for (const { text, count } of partTexts(source)) {
      if (text === null) {
        yield;
        continue;
      }
      const bytes = Buffer.from(text, 'utf8');
      const part: SnapshotPart = { collection, start: 0, bytes: bytes.length, count, crc32: partChecksum(bytes) };
      put(Buffer.from(glueBefore(part, parts.at(-1) ?? null)));
      part.start = at;
      put(bytes);
      parts.push(part);
      yield;
    }
  }
  put(Buffer.from(glueAtEnd(parts.at(-1) ?? null)));
  const pieces = [formatHead({ ...head, parts }), ...body];
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    yield;
  }
  return [...pieces, Buffer.from(formatSeal(hash.digest('hex')))];
}

/** Lines of one collection in texts of about a part each; a null text only offers a halt. A collection without records is one empty text. */
function* partTexts(source: RecordSource[string]): Generator<{ text: string | null; count: number }> {
  const ids = Array.isArray(source) ? null : Object.keys(source);
  const total = ids ? ids.length : (source as readonly unknown[]).length;
  let text = '';
  let count = 0;
  let longest = FIRST_PART_UNITS;
  for (let index = 0; index < total; index += 1) {
    const record = ids ? (source as RawRecords[string])[ids[index] ?? ''] : (source as readonly { id: string }[])[index];
    const id = ids ? ids[index] : (record as { id: string }).id;
    text += `${formatRecordLine(id ?? '', record)}${index < total - 1 ? ',\n' : '\n'}`;
    count += 1;
    if (text.length >= longest && index < total - 1) {
      yield { text, count };
      longest = PART_UNITS;
      text = '';
      count = 0;
    } else yield { text: null, count };
  }
  yield { text, count };
}
