// Fills the projection with the records that did not come with the first screen, while entries go on arriving.
import { AppError } from '#shared/lib/app-error';
import type { Change } from '#shared/model/changes';
import type { RecordsPage } from '#shared/rpc/answers';
import type { Call } from '#shared/rpc/contract';

import type { Projection } from './projection.ts';

/** How far it is; null once everything is there. */
export type FillingProgress = { done: number; total: number } | null;

/** Time after which a person is told that records are still coming (ms). */
const QUIET_MS = 500;

export class Filling {
  readonly #projection: Projection;
  /** Records that announced entries touched since the first screen, with the number of the last such entry. */
  readonly #touched = new Map<string, number>();
  #stopped = false;

  constructor(projection: Projection) {
    this.#projection = projection;
  }

  /** Takes note of an entry that was applied meanwhile: pages taken before it hold older records. */
  note(seq: number, changes: readonly Change[]): void {
    for (const { collection, id } of changes) this.#touched.set(`${collection}/${id}`, seq);
  }

  stop(): void {
    this.#stopped = true;
  }

  /**
   * Asks for page after page until all records are there; listeners are told once, at the end.
   * @param progress is called when it takes longer than half a second, and with null at the end.
   * @returns 'again' when the core gave the reading up: begin with a new snapshot.
   */
  async run(reading: string, call: Call, progress: (progress: FillingProgress) => void): Promise<'done' | 'stopped' | 'again'> {
    const began = performance.now();
    try {
      for (;;) {
        const page = await call('vault.records', { reading });
        if (this.#stopped) return 'stopped';
        this.#take(page);
        if (page.last) break;
        if (performance.now() - began > QUIET_MS) progress({ done: page.done, total: page.total });
      }
    } catch (error) {
      if (this.#stopped) return 'stopped';
      if (error instanceof AppError && error.code === 'not-found') return 'again';
      throw error;
    }
    this.#projection.announceAll();
    progress(null);
    return 'done';
  }

  #take({ seq, collections }: RecordsPage): void {
    for (const { collection, records } of collections) {
      const current =
        this.#touched.size === 0 ? records : records.filter((record) => (this.#touched.get(`${collection}/${record.id}`) ?? 0) <= seq);
      this.#projection.fill(collection, current);
    }
  }
}
