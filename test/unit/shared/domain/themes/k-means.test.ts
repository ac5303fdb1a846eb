// Grouping by angle, and how far groups are set apart.
import { describe, expect, it } from 'vitest';

import type { DenseMatrix } from '#shared/domain/themes/dense-matrix';
import { normaliseRows } from '#shared/domain/themes/dense-matrix';
import { sphericalKMeans } from '#shared/domain/themes/k-means';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { silhouettes } from '#shared/domain/themes/silhouette';
import { unwatchedSteps } from '#shared/domain/themes/work-steps';
import { adjustedRandIndex } from '#test/builders/cluster-quality';

/** Directions scattered around `topics` axes of a space of 12 dimensions. */
function scattered(count: number, topics: number, spread: number, seed: number): { rows: DenseMatrix; topicOf: number[] } {
  const random = createSeededRandom(seed);
  const rows = { rowCount: count, columnCount: 12, values: new Float32Array(count * 12) };
  const topicOf = Array.from({ length: count }, (_, row) => {
    const topic = random.below(topics);
    for (let k = 0; k < 12; k += 1) rows.values[row * 12 + k] = (k === topic ? 1 : 0) + (random.next() - 0.5) * spread;
    return topic;
  });
  normaliseRows(rows);
  return { rows, topicOf };
}

describe('sphericalKMeans', () => {
  it('finds planted directions', () => {
    const { rows, topicOf } = scattered(400, 6, 0.6, 5);
    const { groups } = sphericalKMeans(rows, 6, createSeededRandom(1), unwatchedSteps());
    expect(adjustedRandIndex(topicOf, [...groups])).toBe(1);
  });

  it('gives every row of a large set to a group although the centres come from a sample', () => {
    const { rows, topicOf } = scattered(3000, 6, 0.6, 6);
    const { groups } = sphericalKMeans(rows, 6, createSeededRandom(1), unwatchedSteps(), { sampleSize: 300 });
    expect(adjustedRandIndex(topicOf, [...groups])).toBe(1);
  });

  it('leaves out rows of zeros and makes no more groups than there are different rows', () => {
    const values = Float32Array.from([1, 0, 1, 0, 0, 1, 0, 0]);
    const { groups, centres } = sphericalKMeans({ rowCount: 4, columnCount: 2, values }, 3, createSeededRandom(1), unwatchedSteps());
    expect(centres.rowCount).toBe(2);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[2]).not.toBe(groups[0]);
    expect(groups[3]).toBe(-1);
  });

  it('answers for nothing', () => {
    const { groups, closeness } = sphericalKMeans(
      { rowCount: 0, columnCount: 5, values: new Float32Array(0) },
      3,
      createSeededRandom(1),
      unwatchedSteps(),
    );
    expect(groups.length).toBe(0);
    expect(closeness).toBe(0);
  });
});

describe('silhouettes', () => {
  it('equals the definition by pairwise distances', () => {
    const { rows, topicOf } = scattered(60, 4, 0.9, 8);
    const distance = (a: number, b: number): number => {
      let cosine = 0;
      for (let k = 0; k < 12; k += 1) cosine += rows.values[a * 12 + k]! * rows.values[b * 12 + k]!;
      return 1 - cosine;
    };
    const mean = (row: number, topic: number): number => {
      const others = topicOf.flatMap((other, index) => (other === topic && index !== row ? [distance(row, index)] : []));
      return others.reduce((sum, value) => sum + value, 0) / others.length;
    };
    const { values } = silhouettes(rows, Int32Array.from(topicOf), 4);
    topicOf.forEach((topic, row) => {
      const inside = mean(row, topic);
      const outside = Math.min(1, ...[0, 1, 2, 3].filter((other) => other !== topic).map((other) => mean(row, other)));
      expect(values[row]).toBeCloseTo((outside - inside) / Math.max(outside, inside), 4);
    });
  });

  it('is 0 for a row alone in its group and for rows without one', () => {
    const rows = { rowCount: 3, columnCount: 2, values: Float32Array.from([1, 0, 0, 1, 0, 0]) };
    const { values, mean } = silhouettes(rows, Int32Array.from([0, 1, -1]), 2);
    expect([...values]).toEqual([0, 0, 0]);
    expect(mean).toBe(0);
  });
});
