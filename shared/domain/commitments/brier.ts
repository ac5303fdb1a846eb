// The Brier score of forecasts of things that either happen or do not.

/** Below this many resolved forecasts a score says more of luck than of judgement. */
export const FEWEST_RESOLVED = 10;

export interface ResolvedForecast {
  /** 0 to 100. */
  probability: number;
  happened: boolean;
}

/**
 * Mean squared distance between forecast and outcome, 0 (best) to 1; saying 50 of everything gives 0.25. Null without forecasts.
 * Brier, G. W. (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78(1): 1–3, in the form used
 * for one event; his own sum over both classes is `brierOfBothClasses`.
 */
export function brierScore(forecasts: readonly ResolvedForecast[]): number | null {
  if (forecasts.length === 0) return null;
  const sum = forecasts.reduce((total, { probability, happened }) => total + (probability / 100 - (happened ? 1 : 0)) ** 2, 0);
  return sum / forecasts.length;
}

/** The score as Brier (1950) wrote it down, summed over “happens” and “does not happen”: 0 (best) to 2, twice the one above. */
export function brierOfBothClasses(forecasts: readonly ResolvedForecast[]): number | null {
  const score = brierScore(forecasts);
  return score === null ? null : score * 2;
}
