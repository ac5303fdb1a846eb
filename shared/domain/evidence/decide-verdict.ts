// The rule that turns counts of people into a verdict, and its thresholds.

export const VERDICTS = ['supported', 'contradicted', 'mixed', 'thin', 'not tested'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Fewer people than this in all, for and against together, is thin: one person is an anecdote, and two who agree can
 * still be chance or acquaintances. A convention of ours, stated wherever a verdict is explained.
 */
export const FEWEST_PEOPLE_FOR_A_VERDICT = 3;
/** A side carries the verdict only with this many people of its own: it never wins because the other side is weak. */
export const FEWEST_PEOPLE_TO_CARRY = 3;
/** And with this many times the people of the other side: a narrow lead such as 3 : 2 is a split, not an answer. */
export const TIMES_THE_OTHER_SIDE = 2;

/** Distinct people by side; `deciding` counts somebody on both sides once. */
export interface PeopleCounts {
  supporting: number;
  contradicting: number;
  refining: number;
  deciding: number;
}

/** The rule itself, on counts of people. */
export function decideVerdict({ supporting, contradicting, refining, deciding }: PeopleCounts): Verdict {
  if (deciding === 0) return refining === 0 ? 'not tested' : 'thin';
  if (deciding < FEWEST_PEOPLE_FOR_A_VERDICT) return 'thin';
  if (carries(supporting, contradicting)) return 'supported';
  if (carries(contradicting, supporting)) return 'contradicted';
  return 'mixed';
}

function carries(side: number, other: number): boolean {
  return side >= FEWEST_PEOPLE_TO_CARRY && side >= TIMES_THE_OTHER_SIDE * other;
}
