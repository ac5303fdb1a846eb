// The quick keeping of undo steps says the same as the rule it stands for, whatever entries come and are taken out again.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { UndoSteps } from '#core/vault/undo-steps';
import { advanceUndoStack, EMPTY_UNDO_STACK, type JournalEntry, UNDO_LIMIT, type UndoStack } from '#shared/model/journal-entry';

function entryOf(seq: number, kind: JournalEntry['kind'], more: boolean, coalesce: string | undefined): JournalEntry {
  const fields = { seq, at: '2026-01-01T00:00:00.000Z', by: 'a', kind, edit: 'addTag', label: `Step ${seq}`, changes: [] };
  return { ...fields, ...(more ? { more: true as const } : {}), ...(coalesce === undefined ? {} : { coalesce }) };
}

const kinds = fc.constantFrom<JournalEntry['kind']>('edit', 'edit', 'edit', 'undo', 'redo');
const moves = fc.array(
  fc.record({ kind: kinds, more: fc.boolean(), coalesce: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }), takeOut: fc.nat(3) }),
  { maxLength: 60 },
);

test('it says what advanceUndoStack says, also after entries were taken out', () => {
  fc.assert(
    fc.property(moves, fc.constantFrom(0, 3, UNDO_LIMIT - 2, UNDO_LIMIT), (given, filled) => {
      let stack: UndoStack = EMPTY_UNDO_STACK;
      for (let seq = 1; seq <= filled; seq += 1) stack = advanceUndoStack(stack, entryOf(seq, 'edit', false, undefined));
      const steps = new UndoSteps(stack);
      for (const [index, move] of given.entries()) {
        const entry = entryOf(filled + index + 1, move.kind, move.more, move.coalesce);
        const takeOut = steps.advance([entry]);
        if (move.takeOut === 0) takeOut();
        else stack = advanceUndoStack(stack, entry);
        expect(steps.stack).toEqual(stack);
        expect(steps.last).toEqual(stack.past.at(-1));
        expect(steps.next).toEqual(stack.future.at(-1));
      }
    }),
    { numRuns: 60 },
  );
});

test('a long row of edits past the limit can be taken out to where it began', () => {
  const steps = new UndoSteps(EMPTY_UNDO_STACK);
  const first = steps.advance([entryOf(1, 'edit', false, undefined)]);
  const before = steps.stack;
  const takeOut = Array.from({ length: 3 * UNDO_LIMIT }, (_, index) => steps.advance([entryOf(index + 2, 'edit', false, undefined)]));
  expect(steps.stack.past.length).toBe(UNDO_LIMIT);
  for (const one of takeOut.reverse()) one();
  expect(steps.stack).toEqual(before);
  first();
  expect(steps.stack).toEqual(EMPTY_UNDO_STACK);
});
