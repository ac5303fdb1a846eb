// Projects of other tools: read in a worker, reported, and brought in as one step when the person agrees; the study written for other tools.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { ExchangeDone, ExchangeFile, ExchangeFormat, ExchangePreview } from '#shared/rpc/exchange-answers';
import { IMPORT_FILE_LIMIT } from '#shared/rpc/message-limits';
import type { TextEncoding } from '#shared/model/transcript';

import { exportProject, type ProjectChoice } from '../exchange/export-project.ts';
import { commitProject, type PlannedProject, planProject } from '../exchange/import-project.ts';
import type { ReadCodebook } from '../exchange/read-codebook.ts';
import type { ReadExchange } from '../exchange/read-exchange.ts';
import type { Vault } from '../vault/vault.ts';
import type { Background, RunOptions } from './background.ts';
import type { Job } from './jobs.ts';

/** Time one file may take (ms). */
const FILE_TIMEOUT_MS = 120_000;

const limits = (name: string): RunOptions => ({
  timeoutMs: FILE_TIMEOUT_MS,
  timeoutMessage: `“${name}” took longer than ${FILE_TIMEOUT_MS / 1000} seconds to read and was given up. Nothing was imported from it.`,
});

interface Waiting {
  fileName: string;
  read: ReadExchange;
}

export class ExchangeService {
  readonly #background: Background;
  readonly #context: { newId: () => string; now: () => string; by: string };
  readonly #waiting = new Map<string, Waiting>();

  constructor(background: Background, context: { newId: () => string; now: () => string; by: string }) {
    this.#background = background;
    this.#context = context;
  }

  /** Reads a file in its own thread. @throws AppError('unreadable-file') */
  async read(fileName: string, bytes: Uint8Array, most = IMPORT_FILE_LIMIT): Promise<ReadExchange> {
    const name = path.basename(fileName);
    if (bytes.length > most) {
      throw new AppError(
        'unreadable-file',
        `“${name}” is larger than ${Math.floor(most / 1_048_576)} MB and was not read. Export it without recordings and pictures.`,
        {
          file: name,
        },
      );
    }
    return this.#background.run({ name: 'read-project', fileName: name, bytes }, limits(name));
  }

  /** Reads a codebook from a table in its own thread. @throws AppError('unreadable-file') */
  readCodebook(fileName: string, bytes: Uint8Array, encoding?: TextEncoding): Promise<ReadCodebook> {
    const name = path.basename(fileName);
    return this.#background.run({ name: 'read-codebook', fileName: name, bytes, ...(encoding ? { encoding } : {}) }, limits(name));
  }

  /** Reads a file and says what its import would bring, change and leave behind. Kept until committed or discarded. */
  async inspect(vault: Vault, fileName: string, bytes: Uint8Array): Promise<ExchangePreview> {
    const name = path.basename(fileName);
    const read = await this.read(name, bytes);
    const { preview } = this.plan(vault, name, read);
    const importId = this.#context.newId();
    this.#waiting.set(importId, { fileName: name, read });
    return { importId, fileName: name, name: preview.name, origin: preview.origin, report: preview.report };
  }

  /** What an import into the study as it is now would do. */
  plan(vault: Vault, fileName: string, read: ReadExchange): PlannedProject {
    return planProject(fileName, read, vault.state, { newId: this.#context.newId, now: this.#context.now(), by: this.#context.by });
  }

  /** Brings it in as one step, planned anew: the study may have changed since. A cancel leaves nothing of it, and the file stays ready. */
  async commit(vault: Vault, importId: string, job: Job): Promise<ExchangeDone> {
    const waiting = this.#waiting.get(importId);
    if (!waiting) throw new AppError('not-found', 'This file has to be read again: it was not kept after its preview.');
    const { preview, plan } = this.plan(vault, waiting.fileName, waiting.read);
    try {
      await commitProject(vault, plan, job);
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return { cancelled: true, report: preview.report };
      throw error;
    }
    this.#waiting.delete(importId);
    return { cancelled: false, report: preview.report };
  }

  discard(importId: string): void {
    this.#waiting.delete(importId);
  }

  clear(): void {
    this.#waiting.clear();
  }
}

/** The study for other tools as a file that a window can hand over. @param now ISO 8601. */
export async function exportedFile(vault: Vault, format: ExchangeFormat, now: string, choice: ProjectChoice): Promise<ExchangeFile> {
  const { bytes, report, studyName } = await exportProject(vault, format, now, choice);
  const name = studyName
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return {
    fileName: `${name || 'study'}.${format}`,
    mediaType: format === 'qdpx' ? 'application/zip' : 'application/xml',
    base64: Buffer.from(bytes).toString('base64'),
    report,
  };
}
