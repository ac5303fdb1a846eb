// Moving one place up or down: the item changes places with its neighbour and nothing else moves.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { inOrder, steppedOrder } from '#renderer/features/plan/reorder';

const lists = fc
  .uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 })
  .map((orders) => orders.map((order, index) => ({ id: `i${index}`, order })));

it('changes places with the neighbour, whatever the orders are', () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.constantFrom<1 | -1>(1, -1), (items, pick, step) => {
      const before = inOrder(items).map(({ id }) => id);
      const at = pick % items.length;
      const id = before[at] as string;
      const stepped = steppedOrder(items, id, step);
      if (at + step < 0 || at + step >= items.length) {
        expect(stepped).toBeNull();
        return;
      }
      const after = inOrder(items.map((item) => (item.id === id ? { ...item, order: stepped?.order ?? 0 } : item))).map((item) => item.id);
      expect(after).toEqual(before.with(at, before[at + step] as string).with(at + step, id));
      expect(stepped?.place).toBe(at + step + 1);
    }),
  );
});
