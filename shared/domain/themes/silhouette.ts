// How much closer each row is to its own group than to the next one.
import type { DenseMatrix } from './dense-matrix.ts';
import { dot, zeroMatrix } from './dense-matrix.ts';

export interface Silhouettes {
  /** Per row, -1..1; 0 for rows without a group and for rows alone in their group. */
  values: Float32Array;
  /** Mean over the rows that have a group; 0 when there are none. */
  mean: number;
}

/**
 * Silhouettes (Rousseeuw 1987) with the distance 1 - cosine between rows of unit length. For this distance the mean to a group
 * is 1 - row * (sum of the group) / size, so the exact values cost no pairwise comparison.
 * Unlike the original, the next group is never taken to be farther than 1, where texts share nothing; so a single group can be judged too.
 */
export function silhouettes(rows: DenseMatrix, groups: Int32Array, groupCount: number): Silhouettes {
  const { sums, sizes } = groupSums(rows, groups, groupCount);
  const width = rows.columnCount;
  const values = new Float32Array(rows.rowCount);
  let count = 0;
  let total = 0;
  for (let row = 0; row < rows.rowCount; row += 1) {
    const own = groups[row]!;
    if (own < 0) continue;
    count += 1;
    if (sizes[own]! < 2) continue;
    let inside = 1;
    let outside = 1;
    for (let group = 0; group < groupCount; group += 1) {
      if (sizes[group] === 0) continue;
      const sum = dot(rows.values, row * width, sums.values, group * width, width);
      if (group === own) inside = 1 - (sum - 1) / (sizes[own]! - 1);
      else outside = Math.min(outside, 1 - sum / sizes[group]!);
    }
    const value = (outside - inside) / Math.max(outside, inside, 1e-6);
    values[row] = value;
    total += value;
  }
  return { values, mean: count === 0 ? 0 : total / count };
}

/** Per group: the sum of its rows and how many they are. */
function groupSums(rows: DenseMatrix, groups: Int32Array, groupCount: number): { sums: DenseMatrix; sizes: Int32Array } {
  const width = rows.columnCount;
  const sums = zeroMatrix(groupCount, width);
  const sizes = new Int32Array(groupCount);
  for (let row = 0; row < rows.rowCount; row += 1) {
    const group = groups[row]!;
    if (group < 0) continue;
    sizes[group]! += 1;
    for (let k = 0; k < width; k += 1) sums.values[group * width + k]! += rows.values[row * width + k]!;
  }
  return { sums, sizes };
}
