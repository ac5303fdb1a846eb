// Runs slow work in a worker thread with progress, cancel and limits, so that neither the core nor a hostile file can stall the app.
import { Worker } from 'node:worker_threads';

import { AppError, fromErrorReply } from '#shared/lib/app-error';

import type { WorkerMessage, WorkerTask, WorkerTaskResult } from './worker-messages.ts';

export interface RunOptions {
  onProgress?(fraction: number): void;
  signal?: AbortSignal;
  /** Wall time after which the worker is stopped (ms). */
  timeoutMs: number;
  /** What to say when the time is up. */
  timeoutMessage: string;
}

/** Heap of one worker (MB): enough for the largest input that is accepted. */
const WORKER_HEAP_MB = 1024;

export class Background {
  readonly #workerUrl: URL;

  constructor(workerUrl: URL) {
    this.#workerUrl = workerUrl;
  }

  /** Runs one task in its own thread. @throws AppError of the task, 'cancelled', or 'unreadable-file' when the time is up. */
  run<T extends WorkerTask['name']>(
    task: Extract<WorkerTask, { name: T }>,
    options: RunOptions,
  ): Promise<WorkerTaskResult[T]> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.#workerUrl, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB } });
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', cancel);
        void worker.terminate();
        settle();
      };
      const cancel = (): void => finish(() => reject(new AppError('cancelled', 'Stopped. Nothing was changed.')));
      const timer = setTimeout(
        () => finish(() => reject(new AppError('unreadable-file', options.timeoutMessage))),
        options.timeoutMs,
      );
      if (options.signal?.aborted) return cancel();
      options.signal?.addEventListener('abort', cancel);
      worker.on('message', (message: WorkerMessage) => {
        if (message.type === 'progress') options.onProgress?.(message.fraction);
        else if (message.type === 'done') finish(() => resolve(message.result as WorkerTaskResult[T]));
        else finish(() => reject(fromErrorReply(message.error)));
      });
      worker.on('error', (error) => finish(() => reject(workerFailure(error))));
    });
  }
}

function workerFailure(error: unknown): AppError {
  const outOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? new AppError('unreadable-file', 'This needs more memory than is allowed. Nothing was changed.')
    : new AppError('internal', 'A background task failed. Nothing was changed.', { kind: error instanceof Error ? error.name : '' });
}
