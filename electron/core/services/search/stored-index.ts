// The index as bytes: a checksum, then its parts as Node writes plain data. Whatever does not read well is no index.
import { createHash } from 'node:crypto';
import { DefaultSerializer, deserialize } from 'node:v8';

import type { DocumentColumns, TextIndexData } from '#shared/domain/search/text-index';

const MAGIC = Buffer.from('PLUMSRC4', 'latin1');
const CHECKSUM_LENGTH = 32;
const HEAD_LENGTH = MAGIC.length + CHECKSUM_LENGTH;
/** Before each part stands its length (4 bytes, little-endian). */
const LENGTH_BYTES = 4;
/** Documents of one part: their texts are in memory twice while the part is written or read. */
const DOCUMENTS_A_PART = 10_000;

type StoredTexts = [sourceId: string, text: { sha256: string; turns: number }][];

interface StoredIndex {
  studyId: string;
  texts: StoredTexts;
  data: TextIndexData;
}

/** Some bytes of the file and where they stand in it. */
export interface IndexPiece {
  at: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * An index as pieces of one file, to be read back by unpackIndex: each is made when it is asked for, so that the index is never in memory
 * twice. The head comes last, with the checksum: a file that was given up halfway is no index. The data must not change meanwhile.
 */
export function* packIndex(studyId: string, texts: StoredTexts, data: TextIndexData): Generator<IndexPiece, void, void> {
  const hash = createHash('sha256');
  let at = HEAD_LENGTH;
  for (const part of partsOf(studyId, texts, data)) {
    const bytes = serialized(part);
    const length = Buffer.from(new ArrayBuffer(LENGTH_BYTES));
    length.writeUInt32LE(bytes.length);
    hash.update(length).update(bytes);
    // Whoever takes the bytes may hand them to another thread: they are gone here then.
    const place = at;
    at += LENGTH_BYTES + bytes.length;
    yield { at: place, bytes: length };
    yield { at: place + LENGTH_BYTES, bytes };
  }
  const head = Buffer.from(new ArrayBuffer(HEAD_LENGTH));
  MAGIC.copy(head);
  hash.digest().copy(head, MAGIC.length);
  yield { at: 0, bytes: head };
}

/** Null when the bytes are damaged, of another program version, or of another study: then the index is built anew. */
export function unpackIndex(bytes: Uint8Array, studyId: string): StoredIndex | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!all.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const sum = createHash('sha256').update(all.subarray(HEAD_LENGTH)).digest();
  if (!sum.equals(all.subarray(MAGIC.length, HEAD_LENGTH))) return null;
  try {
    const parts = readParts(all);
    const next = (): unknown => parts.next().value;
    const { studyId: of, texts } = next() as Omit<StoredIndex, 'data'>;
    if (of !== studyId) return null;
    const words = { words: next() as string[], starts: next() as Uint32Array, postings: next() as Uint32Array };
    const documents: DocumentColumns = { keys: [], kinds: [], texts: [], labels: [], extras: [] };
    for (const part of parts) append(documents, part as DocumentColumns);
    return { studyId, texts, data: { words, documents } };
  } catch {
    return null;
  }
}

function* partsOf(studyId: string, texts: StoredTexts, { words, documents }: TextIndexData): Generator<unknown, void, void> {
  yield { studyId, texts };
  yield words.words;
  yield words.starts;
  yield words.postings;
  for (let from = 0; from < documents.keys.length; from += DOCUMENTS_A_PART) {
    const part = <T>(column: readonly T[]): T[] => column.slice(from, from + DOCUMENTS_A_PART);
    const { keys, kinds, texts: documentTexts, labels, extras } = documents;
    yield { keys: part(keys), kinds: part(kinds), texts: part(documentTexts), labels: part(labels), extras: part(extras) };
  }
}

function* readParts(all: Buffer): Generator<unknown, undefined, void> {
  for (let at = HEAD_LENGTH; at < all.length;) {
    const from = at + LENGTH_BYTES;
    at = from + all.readUInt32LE(at);
    yield deserialize(all.subarray(from, at)) as unknown;
  }
}

function append(to: DocumentColumns, { keys, kinds, texts, labels, extras }: DocumentColumns): void {
  for (const [index, key] of keys.entries()) {
    to.keys.push(key);
    to.kinds.push(kinds[index] ?? 0);
    to.texts.push(texts[index] ?? '');
    to.labels.push(labels[index] ?? '');
    to.extras.push(extras[index] ?? '');
  }
}

function serialized(value: unknown): Uint8Array<ArrayBuffer> {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}
