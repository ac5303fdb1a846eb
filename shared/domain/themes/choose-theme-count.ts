// Decides into how many themes the snippets fall, when nobody said it.
import { pickRows } from './dense-matrix.ts';
import type { DenseMatrix } from './dense-matrix.ts';
import { sphericalKMeans } from './k-means.ts';
import { sampleIndexes } from './seeded-random.ts';
import type { SeededRandom } from './seeded-random.ts';
import { silhouettes } from './silhouette.ts';
import type { WorkSteps } from './work-steps.ts';

/** More drafts than this nobody reads through. */
const MOST_THEMES = 40;
/** Rows on which the counts are compared. */
const SAMPLE_SIZE = 1000;
/** Of the best mean silhouette, the share that is good enough for fewer themes. */
const GOOD_ENOUGH = 0.9;

/**
 * The number of groups for rows of unit length, 1 to 40.
 * Rule: for counts from 1 to the square root of the number of rows, group a sample and take the mean silhouette (Rousseeuw 1987);
 * choose the smallest count from 2 that reaches 90 % of the best, or 1 when 1 is the best. On real interviews the silhouette keeps
 * creeping up with the count, so the best itself would always sit at the upper bound. The square root as bound is a usual rule of
 * thumb; the 90 % are our own, tried on planted topics and on coded interviews.
 * The answer 1 means: no division is better than none.
 */
export function chooseThemeCount(rows: DenseMatrix, random: SeededRandom, steps: WorkSteps): number {
  const sample = pickRows(rows, sampleIndexes(rows.rowCount, SAMPLE_SIZE, random));
  const counts = candidateCounts(rows.rowCount);
  const scores = counts.map((count, index) => {
    steps.done(index / counts.length);
    const part = steps.part(index / counts.length, (index + 1) / counts.length);
    const { groups, centres } = sphericalKMeans(sample, count, random, part, { restarts: 2, rounds: 12 });
    return silhouettes(sample, groups, centres.rowCount).mean;
  });
  const best = Math.max(...scores);
  if (scores[0] === best) return 1;
  return counts.find((_, index) => index > 0 && (scores[index] ?? 0) >= GOOD_ENOUGH * best) ?? 1;
}

// 1, 2, 3 … 10, then in steps of about a sixth.
function candidateCounts(rowCount: number): number[] {
  const most = Math.max(1, Math.min(MOST_THEMES, Math.round(Math.sqrt(rowCount))));
  const counts: number[] = [];
  for (let count = 1; count <= most; count = count < 10 ? count + 1 : Math.ceil(count * 1.15)) counts.push(count);
  return counts;
}
