// The index as bytes: a checksum, then its data as Node writes plain data. Whatever does not read well is no index.
import { createHash } from 'node:crypto';
import { deserialize, DefaultSerializer } from 'node:v8';

import type { TextIndexData } from '#shared/domain/search/text-index';

const MAGIC = Buffer.from('PLUMSRC1', 'latin1');
const CHECKSUM_LENGTH = 32;
const CONTENT_START = MAGIC.length + CHECKSUM_LENGTH;

type StoredTexts = [sourceId: string, text: { sha256: string; turns: number }][];

interface StoredIndex {
  studyId: string;
  texts: StoredTexts;
  data: TextIndexData;
}

/** An index as bytes with a checksum, to be read back by unpackIndex. */
export function packIndex(studyId: string, texts: StoredTexts, data: TextIndexData): Uint8Array {
  const serializer = new DefaultSerializer();
  // The checksum is put in afterwards: tens of megabytes are not copied for it.
  serializer.writeRawBytes(Buffer.concat([MAGIC, Buffer.alloc(CHECKSUM_LENGTH)]));
  serializer.writeHeader();
  serializer.writeValue({ studyId, texts, data } satisfies StoredIndex);
  const bytes = serializer.releaseBuffer();
  createHash('sha256').update(bytes.subarray(CONTENT_START)).digest().copy(bytes, MAGIC.length);
  return bytes;
}

/** Null when the bytes are damaged, of another program version, or of another study: then the index is built anew. */
export function unpackIndex(bytes: Uint8Array, studyId: string): StoredIndex | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length <= CONTENT_START || !all.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const content = all.subarray(CONTENT_START);
  if (!createHash('sha256').update(content).digest().equals(all.subarray(MAGIC.length, CONTENT_START))) return null;
  try {
    const stored = deserialize(content) as StoredIndex;
    return stored.studyId === studyId ? stored : null;
  } catch {
    return null;
  }
}
