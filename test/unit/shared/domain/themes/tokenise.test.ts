// Words come out whole in any script, without grammar and fillers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pairsOfCharacters, tokenise } from '#shared/domain/themes/tokenise';

describe('tokenise', () => {
  it('keeps what a sentence is about and drops grammar and fillers', () => {
    expect(tokenise('Um, yeah, I kind of like, you know, think the invoices are always late')).toEqual(['invoices', 'late']);
  });

  it('reads straight, curly and lost apostrophes alike', () => {
    expect(tokenise("the customer's budget")).toEqual(['customer', 'budget']);
    expect(tokenise('the customer’s budget')).toEqual(['customer', 'budget']);
    expect(tokenise("don't dont don’t")).toEqual([]);
  });

  it('keeps letters with marks, digits inside words, and words of other spaced scripts', () => {
    expect(tokenise('B2B in 2024')).toEqual(['b2b']);
    expect(tokenise('L’école où Zoë étudie')).toEqual(['école', 'où', 'zoë', 'étudie']);
    expect(tokenise('Цены слишком высокие')).toEqual(['цены', 'слишком', 'высокие']);
    expect(tokenise('cafe\u0301')).toEqual(tokenise('café'));
  });

  it('cuts scripts without spaces into words', () => {
    expect(tokenise('价格太高了')).toContain('价格');
    expect(tokenise('ราคาแพงมาก').length).toBeGreaterThan(1);
    expect(tokenise('東京 pricing')).toEqual(expect.arrayContaining(['東京', 'pricing']));
  });

  it('has pairs of characters where nothing can cut words', () => {
    expect(pairsOfCharacters('价格高')).toEqual(['价格', '格高']);
    expect(pairsOfCharacters('价')).toEqual(['价']);
  });

  it('gives nothing for texts without words', () => {
    expect(tokenise('')).toEqual([]);
    expect(tokenise('… 42 – !!! 🙂')).toEqual([]);
    expect(tokenise('a'.repeat(5000))).toEqual([]);
  });

  it('never throws, and gives bounded lower-case words of the folded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
        for (const word of tokenise(text)) {
          expect(word.length).toBeGreaterThan(0);
          expect(word.length).toBeLessThanOrEqual(40);
          expect(folded).toContain(word);
        }
      }),
    );
  });
});
