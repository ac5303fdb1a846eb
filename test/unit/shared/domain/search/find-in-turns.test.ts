// Finding inside a transcript: every place, where it is in the text as it stands, whatever folding does to lengths.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { findInTurns, firstFrom } from '#shared/domain/search/find-in-turns';
import type { Turn } from '#shared/model/transcript';

const turnsOf = (...texts: string[]): Turn[] => texts.map((text) => ({ speaker: null, startMs: null, endMs: null, text }));
const found = (text: string, typed: string): string[] =>
  findInTurns(turnsOf(text), typed, 100).map(({ startOffset, endOffset }) => text.slice(startOffset, endOffset));

test.each([
  ['The Café, the cafe\u0301 and CAFE', 'café', ['Café', 'cafe\u0301', 'CAFE']],
  ['straße STRASSE', 'straße', ['straße']],
  ['ﬁrst first', 'fi', ['ﬁ', 'fi']],
  ['of the\nprice', 'the price', ['the\nprice']],
  ['顧客の価格', '客の', ['客の']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['a😀b', '😀', ['😀']],
  ['price', ' ', []],
])('%j holds %j', (text, typed, wanted) => expect(found(text, typed)).toEqual(wanted));

test('in plain text it is what indexOf finds, in order, up to the most', () => {
  const text = fc.array(fc.constantFrom('price', 'the', 'Pri', 'é', ' ', ', '), { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), fc.constantFrom('p', 'price', 'the p', 'e,'), (texts, typed) => {
      const all = findInTurns(turnsOf(...texts), typed, 1000);
      for (const { turn, startOffset, endOffset } of all) {
        expect(texts[turn]?.slice(startOffset, endOffset).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()).toBe(typed);
      }
      const count = texts.reduce(
        (sum, there) => sum + there.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(typed).length - 1,
        0,
      );
      expect(all).toHaveLength(count);
      expect(findInTurns(turnsOf(...texts), typed, 2)).toEqual(all.slice(0, 2));
    }),
  );
});

test('it begins where one reads, and at the top when nothing follows', () => {
  const places = [
    { turn: 1, startOffset: 4, endOffset: 5 },
    { turn: 3, startOffset: 0, endOffset: 1 },
  ];
  expect([firstFrom(places, 0, 0), firstFrom(places, 1, 5), firstFrom(places, 3, 0), firstFrom(places, 4, 0), firstFrom([], 0, 0)]).toEqual(
    [0, 1, 1, 0, -1],
  );
});
