// Reads vault.json in parts: the head first, then any part on its own, each verified before a word of it is believed.
import { AppError } from '#shared/lib/app-error';

import type { ByteSource } from './byte-source.ts';
import {
  glueAtEnd,
  glueBefore,
  parseHeadLine,
  partChecksum,
  RECORDS_START_LENGTH,
  SEAL_LENGTH,
  SEAL_START,
  type SnapshotHeadWithParts,
  type SnapshotPart,
} from './snapshot-layout.ts';

/** First bytes that are read; the head of a study of usual size lies within. */
const FIRST_READ = 64 * 1024;
const LINE_FEED = 0x0a;

export class SnapshotReader {
  readonly head: SnapshotHeadWithParts;
  readonly #source: ByteSource;
  readonly #name: string;
  /** Position of the records in the file. */
  readonly #body: number;

  private constructor(source: ByteSource, name: string, head: SnapshotHeadWithParts, body: number) {
    this.#source = source;
    this.#name = name;
    this.head = head;
    this.#body = body;
  }

  /**
   * Reads and verifies head and frame. @param name the file's name in messages.
   * @returns null for a file whose records are in no parts: it was written before there were any, and is read as a whole.
   * @throws AppError('vault-damaged') when the head or the length of the file is not what was written.
   */
  static async open(source: ByteSource, name: string): Promise<SnapshotReader | null> {
    const line = await firstLine(source);
    const head = line && parseHeadLine(line);
    if (!line || !head) return null;
    if (head === 'damaged' || head.format !== 'plumbline-vault') throw damaged(name);
    const reader = new SnapshotReader(source, name, head, line.length + 1 + RECORDS_START_LENGTH);
    await reader.#verifyEnd();
    return reader;
  }

  /** The text of one part: record lines. @throws AppError('vault-damaged') */
  async readPart(index: number): Promise<string> {
    const part = this.head.parts[index];
    if (!part) throw damaged(this.#name);
    const glue = glueBefore(part, this.head.parts[index - 1] ?? null);
    const read = await this.#source.read(this.#body + part.start - glue.length, glue.length + part.bytes);
    const bytes = read.subarray(glue.length);
    const holds =
      bytes.length === part.bytes && read.subarray(0, glue.length).toString('utf8') === glue && partChecksum(bytes) === part.crc32;
    if (!holds) throw damaged(this.#name, part);
    return bytes.toString('utf8');
  }

  close(): Promise<void> {
    return this.#source.close();
  }

  /** The parts must join, and the file end where they say. */
  async #verifyEnd(): Promise<void> {
    let at = 0;
    let previous: SnapshotPart | null = null;
    for (const part of this.head.parts) {
      at += glueBefore(part, previous).length;
      if (part.start !== at) throw damaged(this.#name, part);
      at += part.bytes;
      previous = part;
    }
    const end = `${glueAtEnd(previous)}${SEAL_START}`;
    const rest = await this.#source.read(this.#body + at, end.length);
    const size = this.#body + at + end.length - SEAL_START.length + SEAL_LENGTH;
    if (rest.toString('latin1') !== end || this.#source.size !== size) throw damaged(this.#name);
  }
}

async function firstLine(source: ByteSource): Promise<Buffer | null> {
  for (let length = FIRST_READ; ; length *= 8) {
    const bytes = await source.read(0, length);
    const feed = bytes.indexOf(LINE_FEED);
    if (feed >= 0) return bytes.subarray(0, feed);
    if (bytes.length < length) return null;
  }
}

function damaged(name: string, part?: SnapshotPart): AppError {
  const where = part ? ` in its ${part.collection}` : '';
  return new AppError('vault-damaged', `${name} is not what Plumbline wrote: its checksum does not match${where}.`, { file: name });
}
