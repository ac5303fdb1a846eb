// Forms of one word share a stem; different words do not.
import { describe, expect, it } from 'vitest';

import { stemWord } from '#shared/domain/themes/stem-word';

describe('stemWord', () => {
  it.each([
    ['price', 'prices', 'pricing', 'priced'],
    ['plan', 'plans', 'planned', 'planning'],
    ['cancel', 'cancels', 'cancelled', 'canceling', 'cancelling'],
    ['install', 'installs', 'installed', 'installing'],
    ['try', 'tries', 'tried', 'trying'],
    ['add', 'adds', 'added', 'adding'],
    ['movie', 'movies'],
    ['query', 'queries', 'querying', 'queried'],
    ['agree', 'agrees', 'agreed', 'agreeing'],
    ['box', 'boxes'],
    ['business', 'businesses'],
    ['change', 'changes', 'changed', 'changing'],
    ['child', 'children'],
    ['need', 'needs', 'needed', 'needing'],
  ])('binds the forms of %s', (word, ...forms) => {
    for (const form of forms) expect(stemWord(form)).toBe(stemWord(word));
  });

  it.each([
    ['plan', 'plane'],
    ['car', 'care'],
    ['rat', 'rate'],
    ['new', 'news'],
    ['string', 'str'],
    ['status', 'state'],
    ['customer', 'custom'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemWord(one)).not.toBe(stemWord(other));
  });

  it('leaves words of other alphabets alone', () => {
    expect(stemWord('цены')).toBe('цены');
    expect(stemWord('éléments')).toBe('éléments');
  });
});
