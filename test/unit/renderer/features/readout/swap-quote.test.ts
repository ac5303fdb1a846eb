// Swapping a quote: the list keeps its length, holds the chosen one in its place, and names nobody twice.
import { expect, it } from 'vitest';

import { swapped } from '#renderer/features/readout/swap-quote';

it('puts the chosen quote in the place of the other', () => {
  expect(swapped(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
});

it('lets two shown quotes change places', () => {
  expect(swapped(['a', 'b', 'c'], 0, 'c')).toEqual(['c', 'b', 'a']);
});

it('adds when there is no quote in that place yet', () => {
  expect(swapped(['a'], 1, 'x')).toEqual(['a', 'x']);
  expect(swapped([], 0, 'x')).toEqual(['x']);
});
