// Long work in stretches: says when it is time to let the event loop run, and does so.

import type { Steps } from '#shared/lib/steps';

/** Longest stretch of work without a pause (ms); edits and windows wait no longer than this for work behind them. */
const STRETCH_MS = 8;

export class Pauses {
  readonly #stretchMs: number;
  #began = performance.now();

  constructor(stretchMs = STRETCH_MS) {
    this.#stretchMs = stretchMs;
  }

  /** True when this stretch has lasted long enough. Cheap enough to ask for each record. */
  get due(): boolean {
    return performance.now() - this.#began >= this.#stretchMs;
  }

  /** Lets everything that waits run, and begins a new stretch. */
  async take(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#began = performance.now();
  }
}

/** Does all steps, with pauses between them. */
export async function withPauses<Result>(steps: Steps<Result>): Promise<Result> {
  const pauses = new Pauses();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (pauses.due) await pauses.take();
  }
}
