// The core's end of the thread in which the search runs: requests with their answers.
import { Worker } from 'node:worker_threads';

import { AppError, fromErrorReply } from '#shared/lib/app-error';

import { THREAD_YOUNG_MB } from '../background.ts';
import type { SearchReply, SearchRequestName, SearchRequests } from './search-messages.ts';

/** What the worker's entry is told, so that it serves the search. */
export const SEARCH_THREAD = 'search';

type Waiting = { resolve(answer: unknown): void; reject(error: unknown): void };

export class SearchThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #requests = 0;
  #stopped = false;
  #outOfMemory = false;

  /** @param heapMB what the thread may hold (MB); the tighter, the sooner it tidies up. */
  constructor(workerUrl: URL, heapMB: number) {
    this.#worker = new Worker(workerUrl, {
      workerData: SEARCH_THREAD,
      resourceLimits: { maxOldGenerationSizeMb: heapMB, maxYoungGenerationSizeMb: THREAD_YOUNG_MB },
    });
    this.#worker.unref();
    this.#worker.on('message', (reply: SearchReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if ('error' in reply) waiting?.reject(fromErrorReply(reply.error));
      else waiting?.resolve(reply.answer);
    });
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#end();
    });
    this.#worker.on('exit', () => this.#end());
  }

  /** True when it can be asked no more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** True when it stopped because it would have held more than it may. */
  get outOfMemory(): boolean {
    return this.#outOfMemory;
  }

  /** @throws AppError of the request, or 'internal' when the thread has stopped. */
  ask<N extends SearchRequestName>(
    name: N,
    given: SearchRequests[N]['given'],
    transfer: ArrayBuffer[] = [],
  ): Promise<SearchRequests[N]['answer']> {
    if (this.#stopped) return Promise.reject(stoppedError());
    const id = (this.#requests += 1);
    // While something is asked, the program waits for the answer.
    if (this.#waiting.size === 0) this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (answer) => resolve(answer as SearchRequests[N]['answer']), reject });
      this.#worker.postMessage({ id, name, ...given }, transfer);
    });
  }

  stop(): void {
    this.#end();
    void this.#worker.terminate();
  }

  #end(): void {
    this.#stopped = true;
    for (const { reject } of this.#waiting.values()) reject(stoppedError());
    this.#waiting.clear();
  }
}

const stoppedError = (): AppError =>
  new AppError('internal', 'The search has stopped. Nothing of the study was touched. Search once more.');
