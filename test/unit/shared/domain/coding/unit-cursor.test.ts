// The unit cursor walks every sentence and word once in each direction, and extending never loses the fixed edge.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { moveEdge, snapToWord, withEdge } from '#shared/domain/coding/edges';
import { comparePositions, endOf, startOf } from '#shared/domain/coding/text-position';
import { type CursorUnit, extendByUnit, moveByUnit, type UnitSelection } from '#shared/domain/coding/unit-cursor';
import { unitsOf } from '#shared/domain/coding/text-units';
import { quoteOf } from '#shared/domain/transcript/anchor';
import type { Turn } from '#shared/model/transcript';

const turn = (text: string): Turn => ({ speaker: null, startMs: null, endMs: null, text });
const TURNS = ['What did you do?', 'I called her. She knew. “Trust me.”', '', 'We left.'].map(turn);
const start = { turn: 0, offset: 0 };

function walk(from: UnitSelection | null, ...steps: [how: 'move' | 'extend', unit: CursorUnit, step: 1 | -1][]): UnitSelection {
  let at = from;
  for (const [how, unit, step] of steps) {
    const next: UnitSelection | null =
      how === 'move' || !at ? moveByUnit(TURNS, at ?? start, unit, step) : extendByUnit(TURNS, at, unit, step);
    at = next ?? at;
  }
  if (!at) throw new Error('nothing was selected');
  return at;
}

const words = (selection: UnitSelection): string => quoteOf(TURNS, selection.range);

describe('moving', () => {
  test('down to the turn, right to its first sentence, on to the next', () => {
    const second = walk(null, ['move', 'turn', 1], ['move', 'turn', 1]);
    expect(words(second)).toBe(TURNS[1]?.text);
    expect(words(walk(second, ['move', 'sentence', 1]))).toBe('I called her.');
    expect(words(walk(second, ['move', 'sentence', 1], ['move', 'sentence', 1]))).toBe('She knew.');
    expect(words(walk(second, ['move', 'sentence', 1], ['move', 'word', 1]))).toBe('I');
  });

  test('left from a turn is the sentence before it; up from a part is its own turn first', () => {
    const second = walk(null, ['move', 'turn', 1], ['move', 'turn', 1]);
    expect(words(walk(second, ['move', 'sentence', -1]))).toBe('What did you do?');
    expect(words(walk(second, ['move', 'sentence', 1], ['move', 'turn', -1]))).toBe(TURNS[1]?.text);
    expect(words(walk(second, ['move', 'turn', -1]))).toBe(TURNS[0]?.text);
  });

  test('turns without text, and those that are folded away, are passed over', () => {
    const last = walk(null, ['move', 'turn', 1], ['move', 'turn', 1], ['move', 'turn', 1]);
    expect(words(last)).toBe('We left.');
    expect(moveByUnit(TURNS, last, 'turn', 1)).toBeNull();
    expect(moveByUnit(TURNS, walk(null, ['move', 'turn', 1]), 'turn', 1, (index) => index === 3)?.range.startTurn).toBe(3);
    expect(moveByUnit(TURNS, start, 'turn', 1, (index) => index === 3)?.range.startTurn).toBe(3);
  });

  test('from a place: the unit there', () => {
    expect(words(walk(moveByUnit(TURNS, { turn: 1, offset: 16 }, 'sentence', 1)))).toBe('She knew.');
    expect(words(walk(moveByUnit(TURNS, { turn: 2, offset: 0 }, 'sentence', -1)))).toBe('We left.');
  });
});

describe('extending', () => {
  const called = walk(null, ['move', 'turn', 1], ['move', 'turn', 1], ['move', 'sentence', 1]);

  test('grows and shrinks by sentence and by word, across turns', () => {
    expect(words(walk(called, ['extend', 'sentence', 1]))).toBe('I called her. She knew.');
    expect(words(walk(called, ['extend', 'sentence', 1], ['extend', 'word', -1]))).toBe('I called her. She knew');
    expect(words(walk(called, ['extend', 'turn', 1]))).toBe(TURNS[1]?.text);
    expect(words(walk(called, ['extend', 'turn', 1], ['extend', 'turn', 1]))).toBe(`${TURNS[1]?.text}\n\nWe left.`);
  });

  test('shortening the last unit turns over to the other side and back', () => {
    const over = walk(called, ['extend', 'sentence', -1]);
    expect(over.fixed).toBe('end');
    expect(words(over)).toBe('What did you do?\nI called her.');
    expect(words(walk(over, ['extend', 'sentence', 1]))).toBe('I called her.');
  });

  test('at either end of the transcript nothing is lost', () => {
    const last = walk(null, ['move', 'turn', 1], ['move', 'turn', 1], ['move', 'turn', 1]);
    expect(extendByUnit(TURNS, last, 'turn', 1)).toBe(last);
    const first = walk(null, ['move', 'turn', 1]);
    expect(extendByUnit(TURNS, first, 'sentence', -1)).toBe(first);
  });
});

describe('edges', () => {
  const range = { startTurn: 1, startOffset: 2, endTurn: 1, endOffset: 12 };
  const quoted = (changed: typeof range): string => quoteOf(TURNS, changed);

  test('move by words, full stops included, and by letters', () => {
    expect(quoted(range)).toBe('called her');
    expect(quoted(moveEdge(TURNS, range, 'end', 'word', 1))).toBe('called her.');
    expect(quoted(moveEdge(TURNS, range, 'start', 'word', -1))).toBe('I called her');
    expect(quoted(moveEdge(TURNS, range, 'end', 'letter', -1))).toBe('called he');
  });

  test('never meet', () => {
    const one = { startTurn: 1, startOffset: 2, endTurn: 1, endOffset: 8 };
    expect(moveEdge(TURNS, one, 'start', 'word', 1)).toBe(one);
    expect(withEdge(one, 'end', { turn: 1, offset: 2 })).toBe(one);
    expect(withEdge(one, 'start', { turn: 3, offset: 0 })).toBe(one);
  });

  test('a dragged edge goes to the nearest word in its turn', () => {
    expect(snapToWord(TURNS, { turn: 1, offset: 7 }, 'end')).toEqual({ turn: 1, offset: 8 });
    expect(snapToWord(TURNS, { turn: 1, offset: 3 }, 'start')).toEqual({ turn: 1, offset: 2 });
    expect(snapToWord(TURNS, { turn: 2, offset: 0 }, 'start')).toEqual({ turn: 2, offset: 0 });
  });
});

const anyTurns = fc.array(
  fc.oneof(fc.lorem({ mode: 'sentences', maxCount: 5 }), fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 30 })).map(turn),
  { minLength: 1, maxLength: 6 },
);
const anyUnit = fc.constantFrom<CursorUnit>('turn', 'sentence', 'word');

test('going on unit by unit visits each one once, forwards and backwards', () => {
  fc.assert(
    fc.property(anyTurns, anyUnit, (turns, unit) => {
      const all = turns.flatMap((one, index) => unitsOf(one, unit).map((span) => `${index}:${span.start}-${span.end}`));
      const name = ({ range }: UnitSelection): string => `${range.startTurn}:${range.startOffset}-${range.endOffset}`;
      const seen: string[] = [];
      let at = moveByUnit(turns, { turn: 0, offset: 0 }, unit, 1);
      for (let last: UnitSelection | null = null; at && seen.length <= all.length; at = moveByUnit(turns, (last = at), unit, 1)) {
        seen.push(name(at));
        if (last) expect(comparePositions(startOf(last.range), startOf(at.range))).toBeLessThan(0);
      }
      expect(seen).toEqual(all);
    }),
  );
});

test('extending keeps the fixed edge or turns it over, and never leaves an empty selection', () => {
  const anySteps = fc.array(fc.tuple(anyUnit, fc.constantFrom<1 | -1>(1, -1)), { maxLength: 20 });
  fc.assert(
    fc.property(anyTurns, anyUnit, anySteps, (turns, unit, steps) => {
      let at = moveByUnit(turns, { turn: Math.floor(turns.length / 2), offset: 3 }, unit, 1);
      for (const [by, step] of steps) {
        if (!at) return;
        const next = extendByUnit(turns, at, by, step);
        expect(comparePositions(startOf(next.range), endOf(next.range))).toBeLessThan(0);
        if (next.fixed === at.fixed) {
          const edge = at.fixed === 'start' ? startOf : endOf;
          expect(edge(next.range)).toEqual(edge(at.range));
        }
        at = next;
      }
    }),
  );
});
