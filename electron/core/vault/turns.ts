// Edits take turns: a short one runs at once, a long one with pauses in which everything but edits may run.
import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';

import { Pauses } from './pauses.ts';

/** Who waits for long work: may stop it, and is told how far it is. */
export interface LongJob {
  signal: AbortSignal;
  /** Called at most a few times a second. `total` is 0 while it is not known. */
  report(done: number, total: number, message: string): void;
}

/** Time between two reports (ms). */
const REPORT_MS = 100;

export class Turns {
  #long: Promise<unknown> | null = null;

  /** True while a long edit is under way: records are half changed then. */
  get busy(): boolean {
    return this.#long !== null;
  }

  /** Resolves when no long edit is under way; look at `busy` again, another one may have begun. */
  async free(): Promise<void> {
    while (this.#long) await this.#long;
  }

  /**
   * Does the steps, all at once when that is quick. To be called when nothing is under way.
   * @throws what the steps throw; AppError('cancelled') goes into the steps where they halt, and they take back what they did.
   */
  run<Result>(steps: Steps<Result>, message: string, job?: LongJob): Result | Promise<Result> {
    if (job?.signal.aborted) throw stopped();
    const pauses = new Pauses();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (pauses.due) return this.#goOn(steps, pauses, message, job);
    }
  }

  #goOn<Result>(steps: Steps<Result>, pauses: Pauses, message: string, job: LongJob | undefined): Promise<Result> {
    const work = finishWithPauses(steps, pauses, message, job);
    const over = work.then(
      () => undefined,
      () => undefined,
    );
    this.#long = over;
    void over.then(() => (this.#long = null));
    return work;
  }
}

async function finishWithPauses<Result>(steps: Steps<Result>, pauses: Pauses, message: string, job: LongJob | undefined): Promise<Result> {
  let cancelled = false;
  let done = 0;
  let reported = 0;
  for (;;) {
    if (pauses.due) await pauses.take();
    const stop: boolean = job?.signal.aborted === true && !cancelled;
    cancelled ||= stop;
    const step = stop ? steps.throw(stopped()) : steps.next();
    if (step.done) return step.value;
    done += 1;
    if (job && !cancelled && performance.now() - reported > REPORT_MS) {
      reported = performance.now();
      job.report(done, 0, message);
    }
  }
}

const stopped = (): AppError => new AppError('cancelled', 'Stopped. Nothing was changed.');
