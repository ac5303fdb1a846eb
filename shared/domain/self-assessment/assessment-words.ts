// Figures of the self-assessment in words.
import type { StatementReading } from './read-assessments.ts';

/** `3.4`, or `open` where nobody answered. */
export function meanInWords(mean: number | null): string {
  return mean === null ? 'open' : mean.toFixed(1);
}

/** `+0.5`, `−0.5`, `as before`, or `–` where there is nothing to compare with. */
export function changeInWords(change: number | null): string {
  if (change === null) return '–';
  const rounded = change.toFixed(1);
  if (Number(rounded) === 0) return 'as before';
  return change > 0 ? `+${rounded}` : rounded.replace('-', '−');
}

/** `2 to 5, 4 answers`. */
export function spreadInWords({ lowest, highest, answered }: StatementReading): string {
  if (lowest === null || highest === null) return 'no answer';
  const range = lowest === highest ? `all ${lowest}` : `${lowest} to ${highest}`;
  return answered === 1 ? `${lowest}, 1 answer` : `${range}, ${answered} answers`;
}
