// Decides into how many themes the snippets fall, when nobody said it.
import { pickRows } from './dense-matrix.ts';
import type { DenseMatrix } from './dense-matrix.ts';
import { sphericalKMeans } from './k-means.ts';
import { sampleIndexes } from './seeded-random.ts';
import type { SeededRandom } from './seeded-random.ts';
import { silhouettes } from './silhouette.ts';
import type { WorkSteps } from './work-steps.ts';

/** More drafts than this nobody reads through. */
export const MOST_THEMES = 40;
/** Rows on which the counts are compared. */
const SAMPLE_SIZE = 1000;
/** Of the best mean silhouette, the share that is good enough for fewer themes. */
const GOOD_ENOUGH = 0.9;

/**
 * The number of groups for rows of unit length, 1..MOST_THEMES.
 * Rule: for counts from 1 to the square root of the number of rows, group a sample and take the mean silhouette (Rousseeuw 1987);
 * choose the smallest count from 2 that reaches 90 % of the best, or 1 when 1 is the best. On real interviews the silhouette keeps creeping up with the count, so
 * the best itself would always sit at the upper bound; the square root as bound is the usual rule of thumb, the 90 % are our own.
 * The answer 1 means: no division is better than none.
 */
export function chooseThemeCount(rows: DenseMatrix, random: SeededRandom, steps: WorkSteps): number {
  const sample = pickRows(rows, sampleIndexes(rows.rowCount, SAMPLE_SIZE, random));
  const counts = candidateCounts(rows.rowCount);
  const scores = counts.map((count, index) => {
    steps.done(index / counts.length);
    const { groups, centres } = sphericalKMeans(sample, count, random, steps.part(index / counts.length, (index + 1) / counts.length), {
      restarts: 2,
      rounds: 20,
    });
    return silhouettes(sample, groups, centres.rowCount).mean;
  });
  const best = Math.max(...scores);
  if (scores[0] === best) return 1;
  return counts.find((_, index) => index > 0 && (scores[index] ?? 0) >= GOOD_ENOUGH * best) ?? 1;
}

/** 1, 2, 3 … 12, then in steps of about an eighth. */
export function candidateCounts(rowCount: number): number[] {
  const most = Math.max(1, Math.min(MOST_THEMES, Math.round(Math.sqrt(rowCount))));
  const counts: number[] = [];
  for (let count = 1; count <= most; count = count < 12 ? count + 1 : Math.ceil(count * 1.12)) counts.push(count);
  return counts;
}
