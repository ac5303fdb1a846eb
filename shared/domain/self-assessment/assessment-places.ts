// Where the rounds of the self-assessment stand in their chart: months from left to right, 1 at the bottom, 5 at the top.
import type { AssessmentRound } from './read-assessments.ts';

/** Places of the rounds that have answers, oldest first. @param width and height of the field, in the chart's own units. */
export function assessmentPlaces(
  rounds: readonly AssessmentRound[],
  width: number,
  height: number,
): { month: string; x: number; y: number }[] {
  const told = rounds.flatMap(({ month, overall }) => (overall === null ? [] : [{ month, overall }]));
  const at = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const from = at(told[0]?.month ?? '');
  const span = at(told.at(-1)?.month ?? '') - from;
  return told.map(({ month, overall }) => ({
    month,
    x: span === 0 ? width / 2 : ((at(month) - from) / span) * width,
    y: ((5 - overall) / 4) * height,
  }));
}
