// Running jobs by the id their window gave them: progress announced, cancel by id.
import type { Emitter } from '#shared/lib/emitter';
import type { CoreEvent } from '#shared/rpc/answers';

export interface Job {
  signal: AbortSignal;
  report(done: number, total: number, message: string): void;
}

export class Jobs {
  readonly #events: Emitter<CoreEvent>;
  readonly #running = new Map<string, AbortController>();

  constructor(events: Emitter<CoreEvent>) {
    this.#events = events;
  }

  /** Runs work under an id. The signal fires when somebody cancels that id. */
  async run<T>(jobId: string, work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.set(jobId, controller);
    const report: Job['report'] = (done, total, message) => this.#events.emit({ type: 'progress', jobId, done, total, message });
    try {
      return await work({ signal: controller.signal, report });
    } finally {
      this.#running.delete(jobId);
    }
  }

  /** Cancels a job; unknown ids (jobs that are over) are fine. */
  cancel(jobId: string): void {
    this.#running.get(jobId)?.abort();
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }
}
