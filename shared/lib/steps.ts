// Work that can be interrupted: a generator halts wherever others may run, and gives its result at the end.

/** Work in steps. What it has done so far when it halts is its own business; nobody else may touch that meanwhile. */
export type Steps<Result> = Generator<void, Result, void>;

/** True for work in steps, false for a result that is there already. */
export function isSteps<Result>(work: Result | Steps<Result>): work is Steps<Result> {
  return typeof work === 'object' && work !== null && Symbol.iterator in work && 'throw' in work && typeof work.throw === 'function';
}

/** Does all steps at once. */
export function finishSteps<Result>(work: Result | Steps<Result>): Result {
  if (!isSteps(work)) return work;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
