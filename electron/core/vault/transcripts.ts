// Transcript files: written once, verified on reading, kept in memory while they are used.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { Source } from '#shared/model/records/source';
import type { Cue, KeptText, Turn } from '#shared/model/transcript';

import type { ContentCipher, ContentName } from './crypto/content-cipher.ts';
import { type Disk, diskError, exists, makeFolderIn, writeFileDurably } from './disk.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

export interface TranscriptText {
  turns: Turn[];
  cues?: Cue[];
  /** Lines of the file before the first turn: title, date, who was there. */
  heading?: string;
  /** Of a source that came from another tool. */
  kept?: KeptText;
}

const CACHED_TRANSCRIPTS = 32;

function onlyReads(): never {
  throw new AppError('internal', 'Transcripts that were opened for reading cannot be written.');
}

export class Transcripts {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #cipher: ContentCipher;
  readonly #cache = new Map<string, TranscriptText>();

  readonly #requireWritable: () => void;

  /** @param requireWritable throws when the study can only be read; left out by those who only read. */
  constructor(disk: Disk, { transcripts, cipher }: VaultFiles, requireWritable: () => void = onlyReads) {
    this.#requireWritable = requireWritable;
    this.#disk = disk;
    this.#folder = transcripts;
    this.#cipher = cipher;
  }

  fileOf(sourceId: string, revision: number): string {
    return path.join(this.#folder, `${sourceId}.${revision}.json`);
  }

  /**
   * Stores the text of a new source or revision, durable on return. @returns SHA-256 of the content, whether it is encrypted or not.
   * @throws AppError('conflict') when that revision exists, AppError('disk' | 'read-only').
   */
  async write(sourceId: string, revision: number, text: TranscriptText): Promise<string> {
    this.#requireWritable();
    const file = this.fileOf(sourceId, revision);
    const bytes = transcriptBytes(sourceId, revision, text);
    try {
      await makeFolderIn(this.#disk, this.#folder);
      if (await exists(this.#disk, file)) {
        throw new AppError('conflict', `The transcript ${sourceId}.${revision} is there already and is never overwritten.`);
      }
      await writeFileDurably(this.#disk, file, await this.#cipher.sealFile(transcriptName(sourceId, revision), bytes));
    } catch (error) {
      throw diskError(error, 'The transcript could not be saved', 'Nothing was imported from this file.');
    }
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** The first number behind every revision of a source that lies on disk, whether a record names it or not. @throws the operating system's error. */
  async nextRevision(sourceId: string): Promise<number> {
    return Math.max(0, ...(await this.revisions(sourceId))) + 1;
  }

  /** Numbers of the revisions of a source that lie on disk, in order. */
  async revisions(sourceId: string): Promise<number[]> {
    const names = (await exists(this.#disk, this.#folder)) ? await this.#disk.readdir(this.#folder) : [];
    const found = names.flatMap((name) => {
      const [id, revision = '', ...rest] = name.split('.');
      return id === sourceId && rest.join('.') === 'json' && Number.isSafeInteger(Number(revision)) ? [Number(revision)] : [];
    });
    return found.sort((left, right) => left - right);
  }

  /** Removes a file that no record names: an import that did not come to pass. */
  async discard(sourceId: string, revision: number): Promise<void> {
    this.#cache.delete(`${sourceId}.${revision}`);
    await this.#disk.unlink(this.fileOf(sourceId, revision)).catch(() => undefined);
  }

  /** Text of a transcript file without a record to check it against. @throws AppError('vault-damaged') when it is missing. */
  async read(sourceId: string, revision: number, expected?: Source): Promise<TranscriptText> {
    const key = `${sourceId}.${revision}`;
    const cached = this.#cache.get(key);
    if (cached) return this.#keep(key, cached);
    const title = expected?.title ?? sourceId;
    const stored = await readOrNull(this.#disk, this.fileOf(sourceId, revision)).catch((error: unknown) => {
      throw diskError(error, `The transcript of “${title}” could not be read`, 'Nothing was changed. Try again in a moment.');
    });
    const bytes = stored && (await this.#cipher.openFile(transcriptName(sourceId, revision), stored));
    if (!bytes) {
      throw new AppError(
        'vault-damaged',
        `The transcript of “${title}” is missing: transcripts/${key}.json. Its snippets keep their words.`,
        { file: `transcripts/${key}.json` },
      );
    }
    if (expected && createHash('sha256').update(bytes).digest('hex') !== expected.transcript.sha256) {
      throw new AppError(
        'vault-damaged',
        bytes.length === 0
          ? `The transcript of “${title}” is empty: transcripts/${key}.json. Its snippets keep their words.`
          : `The transcript of “${title}” was changed outside Plumbline: transcripts/${key}.json does not match its checksum. Its snippets keep their words.`,
        { file: `transcripts/${key}.json` },
      );
    }
    const { turns, cues, heading, kept } = JSON.parse(bytes.toString('utf8')) as TranscriptText;
    return this.#keep(key, { turns, ...(cues ? { cues } : {}), ...(heading ? { heading } : {}), ...(kept ? { kept } : {}) });
  }

  /** The current text of a source, checked against its record. */
  readSource(source: Source): Promise<TranscriptText> {
    return this.read(source.id, source.transcript.revision, source);
  }

  #keep(key: string, text: TranscriptText): TranscriptText {
    this.#cache.delete(key);
    this.#cache.set(key, text);
    const oldest = this.#cache.keys().next().value;
    if (this.#cache.size > CACHED_TRANSCRIPTS && oldest !== undefined) this.#cache.delete(oldest);
    return text;
  }
}

/** Content of a transcript file. */
export function transcriptBytes(sourceId: string, revision: number, text: TranscriptText): Buffer {
  return Buffer.from(`${JSON.stringify({ sourceId, revision, ...text }, null, 1)}\n`, 'utf8');
}

/** Name under which a transcript is sealed. */
export const transcriptName = (sourceId: string, revision: number): ContentName => `transcript ${sourceId}.${revision}`;
