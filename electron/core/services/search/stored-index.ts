// The index as bytes: a checksum, then its parts as Node writes plain data. Whatever does not read well is no index.
import { createHash } from 'node:crypto';
import { DefaultSerializer, deserialize } from 'node:v8';

import type { TextIndexData } from '#shared/domain/search/text-index';

const MAGIC = Buffer.from('PLUMSRC2', 'latin1');
const CHECKSUM_LENGTH = 32;
/** Magic, checksum, then the length of each part (4 bytes, little-endian). */
const LENGTHS_START = MAGIC.length + CHECKSUM_LENGTH;

type StoredTexts = [sourceId: string, text: { sha256: string; turns: number }][];

interface StoredIndex {
  studyId: string;
  texts: StoredTexts;
  data: TextIndexData;
}

/** Each part is written by itself: a writer of everything at once would hold up to twice the bytes while it grows. */
const partsOf = ({ studyId, texts, data: { words, documents } }: StoredIndex) => [
  { studyId, texts },
  words.words,
  words.starts,
  words.postings,
  documents.keys,
  documents.kinds,
  documents.texts,
  documents.labels,
  documents.extras,
];
const PARTS = 9;

/** An index as pieces of one file, with a checksum, to be read back by unpackIndex. */
export function packIndex(studyId: string, texts: StoredTexts, data: TextIndexData): Uint8Array<ArrayBuffer>[] {
  const pieces = partsOf({ studyId, texts, data }).map(serialized);
  const head = Buffer.from(new ArrayBuffer(LENGTHS_START + 4 * PARTS));
  MAGIC.copy(head);
  for (const [index, piece] of pieces.entries()) head.writeUInt32LE(piece.length, LENGTHS_START + 4 * index);
  const hash = createHash('sha256').update(head.subarray(LENGTHS_START));
  for (const piece of pieces) hash.update(piece);
  hash.digest().copy(head, MAGIC.length);
  return [head, ...pieces];
}

/** Null when the bytes are damaged, of another program version, or of another study: then the index is built anew. */
export function unpackIndex(bytes: Uint8Array, studyId: string): StoredIndex | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length <= LENGTHS_START + 4 * PARTS || !all.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const sum = createHash('sha256').update(all.subarray(LENGTHS_START)).digest();
  if (!sum.equals(all.subarray(MAGIC.length, LENGTHS_START))) return null;
  try {
    let at = LENGTHS_START + 4 * PARTS;
    const parts = Array.from({ length: PARTS }, (_, index) => {
      const piece = all.subarray(at, at + all.readUInt32LE(LENGTHS_START + 4 * index));
      at += piece.length;
      return deserialize(piece) as unknown;
    });
    const [of, words, starts, postings, keys, kinds, texts, labels, extras] = parts;
    const data = { words: { words, starts, postings }, documents: { keys, kinds, texts, labels, extras } };
    const stored = { ...(of as Omit<StoredIndex, 'data'>), data: data as TextIndexData };
    return stored.studyId === studyId ? stored : null;
  } catch {
    return null;
  }
}

function serialized(value: unknown): Uint8Array<ArrayBuffer> {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}
