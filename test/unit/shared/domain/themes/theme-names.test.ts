// Names differ, ids depend on the snippets alone.
import { describe, expect, it } from 'vitest';

import { proposalId, themeNames } from '#shared/domain/themes/theme-names';

describe('themeNames', () => {
  it('names the two strongest words, and a third that is strong', () => {
    const names = themeNames([
      { words: ['price', 'discount', 'renewal'], weights: [1, 0.9, 0.6] },
      { words: ['setup', 'wizard', 'office'], weights: [1, 0.9, 0.2] },
      { words: ['invoice'], weights: [1] },
    ]);
    expect(names).toEqual(['price, discount, renewal', 'setup, wizard', 'invoice']);
  });

  it('takes further words, then a number, where a name is taken', () => {
    const theme = { words: ['price', 'discount', 'office'], weights: [1, 0.9, 0.2] };
    expect(themeNames([theme, theme, theme])).toEqual(['price, discount', 'price, discount, office', 'price, discount, office (2)']);
  });
});

describe('proposalId', () => {
  it('does not depend on order and changes with the snippets', () => {
    expect(proposalId(['a', 'b', 'c'])).toBe(proposalId(['c', 'a', 'b']));
    expect(proposalId(['a', 'b', 'c'])).not.toBe(proposalId(['a', 'b', 'd']));
    expect(proposalId(['a', 'b'])).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
  });
});
