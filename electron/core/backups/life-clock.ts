// A clock for ageing things that a jumping wall clock cannot fool: it only ever adds up believable steps.

/** A longer step between two moments of work is taken for a clock that was set wrong (ms): two months. */
export const LONGEST_STEP_MS = 62 * 24 * 3_600_000;

/** What a step backwards or an unbelievable step forwards counts (ms). */
const UNKNOWN_STEP_MS = 60_000;

/** A moment as the wall clock told it, with the time lived through up to it. */
export interface LifeMoment {
  /** ISO 8601. */
  at: string;
  /** Begins with the wall clock of the first moment and never goes back (ms). */
  lifeMs: number;
}

/**
 * The time lived through at `at`, one step after another moment. Order is given by who comes after whom, never by the clock.
 * @param previous the moment before; null for the first one.
 */
export function lifeAfter(previous: LifeMoment | null, at: string): number {
  const now = Date.parse(at);
  if (!previous) return Number.isFinite(now) ? now : 0;
  const step = now - Date.parse(previous.at);
  const believable = step >= 0 && step <= LONGEST_STEP_MS;
  return previous.lifeMs + (believable ? step : UNKNOWN_STEP_MS);
}
