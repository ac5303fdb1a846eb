// Binding words are shared inside and rare outside, in the form used most.
import { describe, expect, it } from 'vitest';

import { bindingWords } from '#shared/domain/themes/binding-words';
import { readTermCorpus } from '#shared/domain/themes/term-corpus';
import { countTerms, documentFrequency } from '#shared/domain/themes/tf-idf';
import { unwatchedSteps } from '#shared/domain/themes/work-steps';

function binding(texts: string[], members: number[], most = 8): string[] {
  const corpus = readTermCorpus(texts, unwatchedSteps());
  const counts = countTerms(corpus);
  return bindingWords(corpus, counts, documentFrequency(counts.columns, corpus.termCount), members, most).map(({ word }) => word);
}

describe('bindingWords', () => {
  const others = ['team meeting', 'team lunch', 'team office', 'office meeting'];

  it('takes words of several members, best first, in their commonest form', () => {
    const texts = ['pricing discount team', 'prices discount', 'pricing renewal team', ...others];
    expect(binding(texts, [0, 1, 2])).toEqual(['pricing', 'discount']);
  });

  it('takes no word of one snippet, however often it is repeated there', () => {
    expect(binding(['invoice invoice invoice', 'wizard', 'export', ...others], [0, 1, 2])).toEqual([]);
  });

  it('takes no word that the others say as often', () => {
    const all = ['team invoice', 'team invoice', 'team wizard', 'team meeting', 'team lunch', 'team office', 'team chair'];
    expect(binding(all, [0, 1, 2])).toEqual(['invoice']);
  });

  it('gives no more than asked for', () => {
    expect(binding(['a1 b1 c1 d1', 'a1 b1 c1 d1', 'a1 b1 c1', ...others], [0, 1, 2], 2)).toEqual(['a1', 'b1']);
  });
});
