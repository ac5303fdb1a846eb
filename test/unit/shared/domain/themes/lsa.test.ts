// The decompositions give what linear algebra demands.
import { describe, expect, it } from 'vitest';

import { latentSemanticAnalysis } from '#shared/domain/themes/lsa';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { symmetricEigen } from '#shared/domain/themes/symmetric-eigen';
import type { SparseMatrix } from '#shared/domain/themes/tf-idf';
import { unwatchedSteps } from '#shared/domain/themes/work-steps';

function sparse(rows: number[][]): SparseMatrix {
  const rowStart = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    row.forEach((value, column) => {
      if (value !== 0) columns.push(column);
      if (value !== 0) values.push(value);
    });
    rowStart.push(columns.length);
  }
  const shape = { rowCount: rows.length, columnCount: rows[0]?.length ?? 0 };
  return { ...shape, rowStart: Int32Array.from(rowStart), columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

function randomRows(rowCount: number, columnCount: number, rank: number, seed: number): number[][] {
  const random = createSeededRandom(seed);
  const left = Array.from({ length: rowCount }, () => Array.from({ length: rank }, (_, k) => (random.next() - 0.5) * (rank - k)));
  const right = Array.from({ length: rank }, () => Array.from({ length: columnCount }, () => random.next() - 0.5));
  return left.map((row) =>
    Array.from({ length: columnCount }, (_, column) => row.reduce((sum, value, k) => sum + value * right[k]![column]!, 0)),
  );
}

function product(rows: number[][]): number[][] {
  return rows.map((one) => rows.map((other) => one.reduce((sum, value, k) => sum + value * other[k]!, 0)));
}

describe('symmetricEigen', () => {
  it('gives vectors that the matrix only stretches, longest first', () => {
    const matrix = product(randomRows(12, 9, 9, 3));
    const flat = Float64Array.from(matrix.flat());
    const { values, vectors } = symmetricEigen(flat, 12);
    expect([...values]).toEqual([...values].toSorted((a, b) => b - a));
    for (let j = 0; j < 12; j += 1) {
      for (let i = 0; i < 12; i += 1) {
        const stretched = matrix[i]!.reduce((sum, value, k) => sum + value * vectors[k * 12 + j]!, 0);
        expect(stretched).toBeCloseTo(values[j]! * vectors[i * 12 + j]!, 8);
      }
    }
  });
});

describe('latentSemanticAnalysis', () => {
  it('keeps all inner products of a matrix whose rank fits', () => {
    const rows = randomRows(40, 25, 6, 7);
    const latent = latentSemanticAnalysis(sparse(rows), createSeededRandom(1), unwatchedSteps(), { dimensions: 10 });
    expect(latent.columnCount).toBe(6);
    const reduced = rows.map((_, row) => [...latent.values.subarray(row * 6, row * 6 + 6)]);
    const [wanted, found] = [product(rows).flat(), product(reduced).flat()];
    const scale = Math.max(...wanted);
    expect(Math.max(...wanted.map((value, index) => Math.abs(value - found[index]!))) / scale).toBeLessThan(1e-4);
  });

  it('catches nearly all of what the best few dimensions can hold', () => {
    const rows = randomRows(120, 80, 60, 11);
    const best = symmetricEigen(Float64Array.from(product(rows).flat()), 120).values.slice(0, 10);
    const latent = latentSemanticAnalysis(sparse(rows), createSeededRandom(2), unwatchedSteps(), { dimensions: 10, iterations: 2 });
    const held = latent.values.reduce((sum, value) => sum + value * value, 0);
    expect(held / best.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0.97);
    expect(held / best.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1 + 1e-6);
  });

  it('does not fail on empty matrices', () => {
    expect(latentSemanticAnalysis(sparse([]), createSeededRandom(1), unwatchedSteps()).values.length).toBe(0);
    expect(
      latentSemanticAnalysis(
        sparse([
          [0, 0],
          [0, 0],
          [0, 0],
        ]),
        createSeededRandom(1),
        unwatchedSteps(),
      ).columnCount,
    ).toBe(0);
  });
});
