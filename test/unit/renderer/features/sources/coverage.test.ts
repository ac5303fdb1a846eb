// The strip that shows where in an interview snippets lie.
import { expect, test } from 'vitest';

import { COVERAGE_PARTS, coverageInWords, coverageOf } from '#renderer/features/sources/coverage';

const range = (startTurn: number, endTurn: number) => ({ range: { startTurn, startOffset: 0, endTurn, endOffset: 1 } });

test('each snippet counts in every part that it touches', () => {
  expect(coverageOf(80, [range(0, 0), range(9, 11), range(79, 79)])).toEqual([2, 1, 0, 0, 0, 0, 0, 1]);
});

test('a text with fewer turns than parts, or none at all, is no problem', () => {
  expect(coverageOf(3, [range(2, 2)])).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
  expect(coverageOf(0, [])).toEqual(new Array(COVERAGE_PARTS).fill(0));
});

test('it says how much is untouched', () => {
  expect(coverageInWords(coverageOf(80, []))).toBe('Nothing marked yet');
  expect(coverageInWords(coverageOf(80, [range(0, 39)]))).toBe('Snippets in 4 of 8 parts of the text');
  expect(coverageInWords(coverageOf(80, [range(0, 79)]))).toBe('Snippets in all parts of the text');
});
