// Units of a turn: sentences, words and letters as people count them, never white space, never half a character.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { stopsOf, type TextUnit, unitAt, unitsOf } from '#shared/domain/coding/text-units';

const cut = (text: string, unit: TextUnit): string[] => unitsOf({ text }, unit).map(({ start, end }) => text.slice(start, end));

describe('unitsOf', () => {
  test('sentences end at their marks, with the quotation mark that closes them', () => {
    expect(cut('Nobody told me. “Not a soul!” Then what? Well… we left.', 'sentence')).toEqual([
      'Nobody told me.',
      '“Not a soul!”',
      'Then what?',
      'Well… we left.',
    ]);
  });

  test('abbreviations end no sentence, and a paragraph ends one', () => {
    expect(cut('I asked Dr. Okafor and Mrs. Lund, i.e. Legal.\nThey said no', 'sentence')).toEqual([
      'I asked Dr. Okafor and Mrs. Lund, i.e. Legal.',
      'They said no',
    ]);
    expect(cut('No. I would not.', 'sentence')).toEqual(['No.', 'I would not.']);
  });

  test('words keep their apostrophes and leave punctuation out', () => {
    expect(cut("  We don't, “ever”, open them. ", 'word')).toEqual(['We', "don't", 'ever', 'open', 'them']);
  });

  test('letters are what a reader sees as one, and a blank turn has nothing', () => {
    expect(cut('e\u0301 👩‍👩‍👧', 'letter')).toEqual(['e\u0301', '👩‍👩‍👧']);
    expect(cut(' \n ', 'turn')).toEqual([]);
    expect(cut('  hello ', 'turn')).toEqual(['hello']);
  });

  test('units follow one another, hold something visible and lie in the text', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
    const anyUnit = fc.constantFrom<TextUnit>('turn', 'sentence', 'word', 'letter');
    fc.assert(
      fc.property(anyText, anyUnit, (text, unit) => {
        let last = 0;
        for (const { start, end } of unitsOf({ text }, unit)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  test('sentences lose nothing that can be seen', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 8 }), (text) => {
        expect(cut(text, 'sentence').join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('stopsOf and unitAt', () => {
  test('by word an edge also stops at the full stop', () => {
    const text = 'We left. Gone';
    expect(stopsOf({ text }, 'word')).toEqual({ starts: [0, 3, 9], ends: [2, 7, 8, 13] });
  });

  test('a place between sentences belongs to the next, one after all of them to the last', () => {
    const text = 'One. Two. ';
    expect(unitAt({ text }, 'sentence', 4)).toEqual({ start: 5, end: 9 });
    expect(unitAt({ text }, 'sentence', 10)).toEqual({ start: 5, end: 9 });
    expect(unitAt({ text: '' }, 'word', 0)).toBeNull();
  });
});
