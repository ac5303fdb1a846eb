// Spherical k-means: groups unit vectors by their angle.
import { assignToNearest } from './assign-to-nearest.ts';
import type { DenseMatrix } from './dense-matrix.ts';
import { dot, normaliseRows, zeroMatrix } from './dense-matrix.ts';
import type { SeededRandom } from './seeded-random.ts';
import { sampleIndexes } from './seeded-random.ts';
import type { WorkSteps } from './work-steps.ts';

export interface Grouping {
  /** Per row: its group, 0..groupCount-1; -1 for rows of zeros. */
  groups: Int32Array;
  /** Unit vectors, one a group. */
  centres: DenseMatrix;
  /** Sum over the rows of the cosine to their centre: what is being raised. */
  closeness: number;
}

export interface KMeansOptions {
  restarts?: number;
  /** Lloyd rounds per restart at most. */
  rounds?: number;
  /** With more rows, the centres come from a sample of this size and all rows are then given to the nearest. */
  sampleSize?: number;
}

/** A round that raises the closeness by a smaller share is the last. */
const SETTLED = 1e-3;

/**
 * Groups rows of unit length (rows of zeros stay out) into at most `groupCount` groups.
 * Spherical k-means (Dhillon & Modha 2001) with k-means++ starts (Arthur & Vassilvitskii 2007) on the distance 1 - cosine;
 * the best of several restarts. Fewer groups come back when there are fewer different rows.
 */
export function sphericalKMeans(
  rows: DenseMatrix,
  groupCount: number,
  random: SeededRandom,
  steps: WorkSteps,
  options: KMeansOptions = {},
): Grouping {
  const { restarts = 4, rounds = 40, sampleSize = 4000 } = options;
  const usable = nonZeroRows(rows);
  const picked = sampleIndexes(usable.length, sampleSize, random).map((index) => usable[index]!);
  let best: DenseMatrix = zeroMatrix(0, rows.columnCount);
  let bestCloseness = -Infinity;
  for (let restart = 0; restart < restarts; restart += 1) {
    const centres = startingCentres(rows, picked, groupCount, random);
    const closeness = improve(rows, picked, centres, rounds, steps.part(restart / (restarts + 1), (restart + 1) / (restarts + 1)));
    if (closeness > bestCloseness) {
      best = centres;
      bestCloseness = closeness;
    }
  }
  const assigned = new Int32Array(rows.rowCount).fill(-1);
  if (picked.length < usable.length) improve(rows, usable, best, 1, steps.part(restarts / (restarts + 1), 1));
  const closeness = assignToNearest(rows, usable, best, assigned);
  steps.done(1);
  return { groups: assigned, centres: best, closeness };
}

function nonZeroRows(rows: DenseMatrix): Int32Array {
  const { rowCount, columnCount, values } = rows;
  const usable: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    let at = row * columnCount;
    const end = at + columnCount;
    while (at < end && values[at] === 0) at += 1;
    if (at < end) usable.push(row);
  }
  return Int32Array.from(usable);
}

// Each next centre is a row drawn in proportion to its distance from the centres so far.
function startingCentres(rows: DenseMatrix, picked: Int32Array, groupCount: number, random: SeededRandom): DenseMatrix {
  const width = rows.columnCount;
  const centres = zeroMatrix(Math.min(groupCount, picked.length), width);
  const distance = new Float64Array(picked.length).fill(2);
  for (let centre = 0; centre < centres.rowCount; centre += 1) {
    const chosen = drawByWeight(distance, random);
    if (chosen < 0) return { rowCount: centre, columnCount: width, values: centres.values.slice(0, centre * width) };
    const from = picked[chosen]! * width;
    centres.values.set(rows.values.subarray(from, from + width), centre * width);
    for (let index = 0; index < picked.length; index += 1) {
      const apart = 1 - dot(rows.values, picked[index]! * width, centres.values, centre * width, width);
      // Equal rows differ by rounding only; they must not become two centres.
      distance[index] = apart < 1e-5 ? 0 : Math.min(distance[index]!, apart);
    }
  }
  return centres;
}

function drawByWeight(weights: Float64Array, random: SeededRandom): number {
  let total = 0;
  for (const weight of weights) total += weight;
  if (total <= 0) return -1;
  let left = random.next() * total;
  let last = -1;
  for (let index = 0; index < weights.length; index += 1) {
    if (weights[index]! <= 0) continue;
    last = index;
    left -= weights[index]!;
    if (left < 0) return index;
  }
  return last;
}

/** Lloyd rounds in place, until no row moves. Gives the closeness reached before the last move of the centres. */
function improve(rows: DenseMatrix, picked: Int32Array, centres: DenseMatrix, rounds: number, steps: WorkSteps): number {
  const groups = new Int32Array(rows.rowCount).fill(-1);
  let closeness = -Infinity;
  for (let round = 0; round < rounds; round += 1) {
    steps.done(round / rounds);
    const before = closeness;
    closeness = assignToNearest(rows, picked, centres, groups);
    if (closeness - before < SETTLED * Math.abs(closeness)) break;
    moveCentres(rows, picked, centres, groups);
  }
  return closeness;
}

// A centre that lost all its rows stays where it was.
function moveCentres(rows: DenseMatrix, picked: Int32Array, centres: DenseMatrix, groups: Int32Array): void {
  const width = rows.columnCount;
  const sums = zeroMatrix(centres.rowCount, width);
  const sizes = new Int32Array(centres.rowCount);
  for (const row of picked) {
    const group = groups[row]!;
    sizes[group]! += 1;
    for (let k = 0; k < width; k += 1) sums.values[group * width + k]! += rows.values[row * width + k]!;
  }
  normaliseRows(sums);
  for (let centre = 0; centre < centres.rowCount; centre += 1) {
    if (sizes[centre] === 0) continue;
    centres.values.set(sums.values.subarray(centre * width, (centre + 1) * width), centre * width);
  }
}
