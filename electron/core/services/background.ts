// Runs slow work in worker threads with progress, cancel and limits, so that neither the core nor a hostile file can stall the app.
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
/** What one thread may fill before it tidies up (MB): with Node's own choice the garbage of a large study alone takes a hundred. */
export const THREAD_YOUNG_MB = 16;

export class Background {
  readonly #workerUrl: URL;
  /** A thread that has finished its task waits here for the next: starting one costs more than reading a transcript. */
  #idle: Worker | null = null;

  constructor(workerUrl: URL) {
    this.#workerUrl = workerUrl;
  }

  /** Runs one task in a thread of its own. @throws AppError of the task, 'cancelled', or 'unreadable-file' when the time is up. */
  run<T extends WorkerTask['name']>(task: Extract<WorkerTask, { name: T }>, options: RunOptions): Promise<WorkerTaskResult[T]> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(cancelled());
    const worker = this.#take();
    return new Promise((resolve, reject) => {
      const finish = (reusable: boolean, settle: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        this.#giveBack(worker, reusable);
        settle();
      };
      const cancel = (): void => finish(false, () => reject(cancelled()));
      const giveUp = (): void => finish(false, () => reject(new AppError('unreadable-file', options.timeoutMessage)));
      const timer = setTimeout(giveUp, options.timeoutMs);
      signal?.addEventListener('abort', cancel);
      const onMessage = (message: WorkerMessage): void => {
        if (message.type === 'progress') options.onProgress?.(message.fraction);
        else if (message.type === 'done') finish(true, () => resolve(message.result as WorkerTaskResult[T]));
        else finish(true, () => reject(fromErrorReply(message.error)));
      };
      const onError = (error: unknown): void => finish(false, () => reject(workerFailure(error)));
      const onExit = (): void => finish(false, () => reject(workerFailure(null)));
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(task);
    });
  }

  #take(): Worker {
    const worker = this.#idle ?? this.#start();
    this.#idle = null;
    worker.ref();
    return worker;
  }

  #start(): Worker {
    const worker = new Worker(this.#workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: THREAD_YOUNG_MB },
    });
    // A thread that fails while it waits is simply gone; without a listener it would take the process with it.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#idle === worker) this.#idle = null;
    });
    return worker;
  }

  /** One thread is kept, without keeping the process alive; a thread that was stopped or failed is not used again. */
  #giveBack(worker: Worker, reusable: boolean): void {
    if (reusable && this.#idle === null) {
      worker.unref();
      this.#idle = worker;
    } else void worker.terminate();
  }
}

const cancelled = (): AppError => new AppError('cancelled', 'Stopped. Nothing was changed.');

function workerFailure(error: unknown): AppError {
  const outOfMemory = (error as { code?: string } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? new AppError('unreadable-file', 'This needs more memory than is allowed. Nothing was changed.')
    : new AppError('internal', 'A background task failed. Nothing was changed.', { kind: error instanceof Error ? error.name : '' });
}
