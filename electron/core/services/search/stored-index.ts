// The index as bytes: a checksum, then its data as Node writes plain data. Whatever does not read well is no index.
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

import type { TextIndexData } from '#shared/domain/search/text-index';

const MAGIC = Buffer.from('PLUMSRC1', 'latin1');
const CHECKSUM_LENGTH = 32;

type StoredTexts = [sourceId: string, text: { sha256: string; turns: number }][];

interface StoredIndex {
  studyId: string;
  texts: StoredTexts;
  data: TextIndexData;
}

export function packIndex(studyId: string, texts: StoredTexts, data: TextIndexData): Uint8Array {
  const content = serialize({ studyId, texts, data } satisfies StoredIndex);
  return Buffer.concat([MAGIC, createHash('sha256').update(content).digest(), content]);
}

/** Null when the bytes are damaged, of another program version, or of another study: then the index is built anew. */
export function unpackIndex(bytes: Uint8Array, studyId: string): StoredIndex | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = MAGIC.length + CHECKSUM_LENGTH;
  if (all.length <= start || !all.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const content = all.subarray(start);
  if (!createHash('sha256').update(content).digest().equals(all.subarray(MAGIC.length, start))) return null;
  try {
    const stored = deserialize(content) as StoredIndex;
    return stored.studyId === studyId ? stored : null;
  } catch {
    return null;
  }
}
