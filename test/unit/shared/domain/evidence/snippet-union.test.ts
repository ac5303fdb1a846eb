// A union of lists gives the same as a plain set, whether it knows that the lists share nothing or not.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { GrowingUnion } from '#shared/domain/evidence/snippet-union';

const ids = fc.uniqueArray(
  fc.integer({ min: 0, max: 40 }).map((number) => `s${String(number).padStart(2, '0')}`),
  { maxLength: 12 },
);
const isEven = (id: string): boolean => Number(id.slice(1)) % 2 === 0;

test('size, ids and counts are those of a set', () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 5 }), ids, (given, alone) => {
      const singles = new Set(alone);
      // As judging does it: what is judged alone is in no list.
      const lists = given.map((list) => list.filter((id) => !singles.has(id)).sort());
      const expected = [...new Set([...lists.flat(), ...alone])].sort();
      const shareNothing = new Set(lists.flat()).size === lists.flat().length;
      const union = new GrowingUnion(() => shareNothing);
      for (const list of lists) union.addList(list);
      for (const id of [...alone, ...alone]) union.addOne(id);
      expect(union.size).toBe(expected.length);
      expect(union.count((list) => list.filter(isEven).length, isEven)).toBe(expected.filter(isEven).length);
      expect(union.sorted()).toEqual(expected);
      expect(union.sorted()).toBe(union.sorted());
      union.addOne('s99');
      expect(union.sorted()).toEqual([...expected, 's99']);
    }),
    { numRuns: 500 },
  );
});
