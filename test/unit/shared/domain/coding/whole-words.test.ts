// Edges inside a word go outwards to its edges; edges between words stay.
import { expect, test } from 'vitest';

import { withWholeWords } from '#shared/domain/coding/whole-words';
import type { Turn } from '#shared/model/transcript';

const turns = ['We never open them, ever.', 'I ask twice.'].map((text) => ({ text }) as Turn);
const cut = (startTurn: number, startOffset: number, endTurn: number, endOffset: number) =>
  withWholeWords(turns, { startTurn, startOffset, endTurn, endOffset });

test('an edge inside a word takes the whole word, across turns as well', () => {
  expect(cut(0, 5, 0, 12)).toEqual({ startTurn: 0, startOffset: 3, endTurn: 0, endOffset: 13 });
  expect(cut(0, 5, 1, 4)).toEqual({ startTurn: 0, startOffset: 3, endTurn: 1, endOffset: 5 });
});

test('edges at words, in white space and after a sign stay', () => {
  expect(cut(0, 3, 0, 8)).toEqual({ startTurn: 0, startOffset: 3, endTurn: 0, endOffset: 8 });
  expect(cut(0, 2, 0, 19)).toEqual({ startTurn: 0, startOffset: 2, endTurn: 0, endOffset: 19 });
});
