// The same seed gives the same numbers, spread evenly; samples hold no number twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createSeededRandom, sampleIndexes } from '#shared/domain/themes/seeded-random';

describe('createSeededRandom', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    const draw = (seed: number): number[] => {
      const random = createSeededRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });

  it('spreads its numbers evenly over [0, 1)', () => {
    const random = createSeededRandom(1);
    const tenths = new Int32Array(10);
    for (let draw = 0; draw < 100_000; draw += 1) tenths[random.below(10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});

describe('sampleIndexes', () => {
  it('gives different whole numbers in range, ascending', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer(), (total, count, seed) => {
        const picked = [...sampleIndexes(total, count, createSeededRandom(seed))];
        expect(picked).toHaveLength(Math.min(total, count));
        expect(new Set(picked).size).toBe(picked.length);
        expect(picked).toEqual(picked.toSorted((a, b) => a - b));
        expect(picked.every((index) => index >= 0 && index < total)).toBe(true);
      }),
    );
  });
});
