// Progress and cancelling for long sums: one object that each step reports to.
import { AppError } from '#shared/lib/app-error';

export interface WorkSteps {
  /** Says that this share (0 to 1) of the current part is done. Throws AppError('cancelled') when a person stopped the work. */
  done(share: number): void;
  /** The steps of a part that covers from..to (0 to 1) of this one. */
  part(from: number, to: number): WorkSteps;
}

export interface WorkListener {
  /** Gets a fraction in 0..1 that never falls. */
  onProgress?(fraction: number): void;
  /** Asked between steps; true stops the work. */
  isCancelled?(): boolean;
}

/** Makes the steps of one whole piece of work. */
export function createWorkSteps(listener: WorkListener): WorkSteps {
  let reported = -1;
  const report = (fraction: number): void => {
    if (listener.isCancelled?.()) {
      throw new AppError('cancelled', 'Looking for themes was stopped. Nothing was changed; start it again at any time.');
    }
    const bounded = Math.min(1, Math.max(0, fraction));
    if (bounded <= reported) return;
    reported = bounded;
    listener.onProgress?.(bounded);
  };
  const stepsOf = (from: number, to: number): WorkSteps => ({
    done: (share) => report(from + (to - from) * share),
    part: (start, end) => stepsOf(from + (to - from) * start, from + (to - from) * end),
  });
  return stepsOf(0, 1);
}

/** Steps that nobody watches, for small sums and tests. */
export function unwatchedSteps(): WorkSteps {
  return createWorkSteps({});
}
