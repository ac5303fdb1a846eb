// Passages to tag: where they begin and end, who is heard, and what a bad pattern gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findPassages } from '#shared/domain/assisted/find-passages';
import { likenessOf, likenessTo } from '#shared/domain/assisted/likeness';
import type { PassageUnit } from '#shared/model/passage-units';
import type { Turn } from '#shared/model/transcript';

const turn = (speaker: string | null, text: string): Turn => ({ speaker, startMs: null, endMs: null, text });
const everybody = (): boolean => true;
const TURNS = [
  turn('Ben', 'What about the invoice?'),
  turn('Ana', 'The first invoice was fine. The second INVOICE, and the third invoice, were not. We paid.'),
];
const quotes = (
  turns: readonly Turn[],
  ...rest: Parameters<typeof findPassages> extends [unknown, ...infer Rest] ? Rest : never
): string[] => findPassages(turns, ...rest).map((passage) => turns[passage.turn]?.text.slice(passage.startOffset, passage.endOffset) ?? '');

describe('findPassages', () => {
  it('gives the words, their sentence or the turn, each once', () => {
    const search = { kind: 'text', text: 'invoice' } as const;
    const heard = (speaker: string | null): boolean => speaker !== 'Ben';
    expect(quotes(TURNS, search, 'words', heard)).toEqual(['invoice', 'INVOICE', 'invoice']);
    expect(quotes(TURNS, search, 'sentence', heard)).toEqual([
      'The first invoice was fine.',
      'The second INVOICE, and the third invoice, were not.',
    ]);
    expect(quotes(TURNS, search, 'turn', everybody)).toEqual(TURNS.map(({ text }) => text));
  });

  it('takes a regular expression, and says what is wrong with one that is none', () => {
    expect(quotes(TURNS, { kind: 'pattern', pattern: String.raw`\b(second|third) invoice` }, 'words', everybody)).toEqual([
      'second INVOICE',
      'third invoice',
    ]);
    expect(findPassages(TURNS, { kind: 'pattern', pattern: 'x*' }, 'words', everybody)).toEqual([]);
    expect(() => findPassages(TURNS, { kind: 'pattern', pattern: '(a' }, 'words', everybody)).toThrow(/not a regular expression: .*group/i);
  });

  it('stays inside of a turn, in order, without overlaps, and holds what was looked for', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '. ', ' ', 'é', '😀', '\n'), maxLength: 30 }), { maxLength: 5 });
    const unit = fc.constantFrom<PassageUnit>('words', 'sentence', 'turn');
    fc.assert(
      fc.property(texts, unit, fc.constantFrom('a', 'ab', 'b. a', 'é'), (given, wanted, text) => {
        const turns = given.map((each) => turn(null, each));
        let last = { turn: -1, endOffset: 0 };
        for (const passage of findPassages(turns, { kind: 'text', text }, wanted, everybody)) {
          expect(passage.turn > last.turn || (passage.turn === last.turn && passage.startOffset >= last.endOffset)).toBe(true);
          const quote = turns[passage.turn]?.text.slice(passage.startOffset, passage.endOffset) ?? '';
          expect(passage.words.every((word) => quote.includes(word))).toBe(true);
          expect(quote.trim()).not.toBe('');
          last = passage;
        }
      }),
    );
  });
});

describe('likeness', () => {
  const tagged = ['the second invoice was higher', 'an invoice we did not expect', 'that invoice again', 'invoice after invoice'];
  const others = ['support picked up', 'the app is slow', 'we like the app', 'a phone call to support'];

  it('finds what is like the snippets of a tag, the most like first in score', () => {
    const likeness = likenessTo(tagged, others);
    if (!likeness) throw new Error('no likeness');
    expect(likenessOf(likeness, 'And then another invoice came')?.words).toEqual(['invoice']);
    expect(likenessOf(likeness, 'The app is slow')).toBeNull();
    const found = findPassages(
      [turn('Ana', 'The weather was good. Then an invoice came.')],
      { kind: 'like', likeness },
      'sentence',
      everybody,
    );
    expect(found.map(({ startOffset }) => startOffset)).toEqual([22]);
  });

  it('is none where all say the same', () => {
    expect(likenessTo(['the app', 'the app'], ['the app', 'the app'])).toBeNull();
    expect(likenessTo(['of the'], [])).toBeNull();
  });
});
