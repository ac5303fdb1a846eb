// Projects of other tools: read in a worker, reported, and brought in as one step when the person agrees; the study written for other tools.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { IMPORT_FILE_LIMIT } from '#shared/rpc/message-limits';

import { commitProject, type PlannedProject, planProject, type ProjectPreview } from '../exchange/import-project.ts';
import type { ReadExchange } from '../exchange/read-exchange.ts';
import type { Vault } from '../vault/vault.ts';
import type { Background } from './background.ts';
import type { Job } from './jobs.ts';

/** Time one file may take (ms). */
const FILE_TIMEOUT_MS = 120_000;

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
    return this.#background.run(
      { name: 'read-project', fileName: name, bytes },
      {
        timeoutMs: FILE_TIMEOUT_MS,
        timeoutMessage: `“${name}” took longer than ${FILE_TIMEOUT_MS / 1000} seconds to read and was given up. Nothing was imported from it.`,
      },
    );
  }

  /** Reads a file and says what its import would bring, change and leave behind. Kept until committed or discarded. */
  async inspect(vault: Vault, fileName: string, bytes: Uint8Array): Promise<ProjectPreview & { importId: string; fileName: string }> {
    const name = path.basename(fileName);
    const read = await this.read(name, bytes);
    const { preview } = this.plan(vault, name, read);
    const importId = this.#context.newId();
    this.#waiting.set(importId, { fileName: name, read });
    return { importId, fileName: name, ...preview };
  }

  /** What an import into the study as it is now would do. */
  plan(vault: Vault, fileName: string, read: ReadExchange): PlannedProject {
    return planProject(fileName, read, vault.state, { newId: this.#context.newId, now: this.#context.now(), by: this.#context.by });
  }

  /** Brings it in as one step, planned anew: the study may have changed since. @throws AppError('cancelled') when stopped; nothing is left then. */
  async commit(vault: Vault, importId: string, job: Job): Promise<ProjectPreview> {
    const waiting = this.#waiting.get(importId);
    if (!waiting) throw new AppError('not-found', 'This file has to be read again: it was not kept after its preview.');
    const { preview, plan } = this.plan(vault, waiting.fileName, waiting.read);
    await commitProject(vault, plan, job);
    this.#waiting.delete(importId);
    return preview;
  }

  discard(importId: string): void {
    this.#waiting.delete(importId);
  }

  clear(): void {
    this.#waiting.clear();
  }
}
