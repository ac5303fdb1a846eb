// The rule that turns counts of people into a verdict, and its thresholds.
import type { Verdict } from '#shared/model/verdicts';

export { VERDICTS, type Verdict } from '#shared/model/verdicts';

/**
 * Fewer people than this in all, for and against together, is thin: one person is an anecdote, and two who agree can
 * still be chance or acquaintances. A convention of ours, stated wherever a verdict is explained.
 */
export const FEWEST_PEOPLE_FOR_A_VERDICT = 3;
/** A side carries the verdict only with this many people of its own: it never wins because the other side is weak. */
export const FEWEST_PEOPLE_TO_CARRY = 3;
/** And with this many times the people of the other side: a narrow lead such as 3 : 2 is a split, not an answer. */
export const TIMES_THE_OTHER_SIDE = 2;
/** So many people who were seen to do otherwise keep what others only say from carrying: one of them is an anecdote. */
export const FEWEST_WHO_DO_OTHERWISE = 2;

/** People on the two sides that decide. */
export interface TwoSides {
  supporting: number;
  contradicting: number;
}

/** Distinct people heard first-hand, by side; `deciding` counts somebody on both sides once. */
export interface PeopleCounts extends TwoSides {
  refining: number;
  deciding: number;
  /** Those of them who were seen doing something, not only saying it; nobody when left out. */
  done?: TwoSides | undefined;
  /** Those of them in the segment that matters most; left out when none is named. */
  target?: TwoSides | undefined;
  /** People of whom somebody else told: they never decide, and are no silence either. */
  retold?: number | undefined;
  /** People who were asked about it. */
  asked?: number | undefined;
}

/** Which rule a verdict met, for the reasons. */
export type VerdictRule =
  | 'nothing'
  | 'asked'
  | 'retold only'
  | 'refined only'
  | 'too few'
  | 'carried'
  | 'split'
  | 'done otherwise'
  | 'target otherwise';

export interface DecidedVerdict {
  verdict: Verdict;
  rule: VerdictRule;
}

/** The rule itself, on counts of people. */
export function decideVerdict(counts: PeopleCounts): Verdict {
  return decideByRule(counts).verdict;
}

/** The verdict with the rule that it met. Rules are tried in the order in which they stand here. */
export function decideByRule(counts: PeopleCounts): DecidedVerdict {
  const { supporting, contradicting, refining, deciding } = counts;
  if (deciding === 0) {
    if (refining > 0) return { verdict: 'thin', rule: 'refined only' };
    if ((counts.asked ?? 0) > 0) return { verdict: 'asked but nobody raised it', rule: 'asked' };
    return (counts.retold ?? 0) > 0 ? { verdict: 'thin', rule: 'retold only' } : { verdict: 'not tested', rule: 'nothing' };
  }
  if (deciding < FEWEST_PEOPLE_FOR_A_VERDICT) return { verdict: 'thin', rule: 'too few' };
  const carried = carriedBy(supporting, contradicting);
  if (carried === null) return { verdict: 'mixed', rule: 'split' };
  const other = carried === 'supporting' ? 'contradicting' : 'supporting';
  const { done, target } = counts;
  if (done && done[other] >= FEWEST_WHO_DO_OTHERWISE && done[other] > done[carried]) return { verdict: 'mixed', rule: 'done otherwise' };
  if (target && carriedBy(target.supporting, target.contradicting) === other) return { verdict: 'mixed', rule: 'target otherwise' };
  return { verdict: carried === 'supporting' ? 'supported' : 'contradicted', rule: 'carried' };
}

function carriedBy(supporting: number, contradicting: number): keyof TwoSides | null {
  if (carries(supporting, contradicting)) return 'supporting';
  return carries(contradicting, supporting) ? 'contradicting' : null;
}

function carries(side: number, other: number): boolean {
  return side >= FEWEST_PEOPLE_TO_CARRY && side >= TIMES_THE_OTHER_SIDE * other;
}
