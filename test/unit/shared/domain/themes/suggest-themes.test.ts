// What is proposed for few, equal, empty and many snippets, and that it can be stopped.
import { describe, expect, it } from 'vitest';

import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import type { SnippetText, ThemeProposal } from '#shared/domain/themes/suggest-themes';
import { AppError } from '#shared/lib/app-error';
import { topicTexts } from '#test/builders/topic-texts';

function snippets(...texts: string[]): SnippetText[] {
  return texts.map((text, index) => ({ id: `s${index}`, text }));
}

function suggest(list: SnippetText[], themes?: number): ThemeProposal[] {
  return suggestThemes(list, themes === undefined ? { seed: 1 } : { seed: 1, themes });
}

describe('suggestThemes for small and odd input', () => {
  it('proposes nothing for fewer than three snippets', () => {
    expect(suggest([])).toEqual([]);
    expect(suggest(snippets('The price is high'))).toEqual([]);
    expect(suggest(snippets('The price is high', 'The price is high'))).toEqual([]);
  });

  it('binds three snippets by a word they share in different forms', () => {
    const [proposal, ...others] = suggest(snippets('The price is too high', 'their pricing is odd', 'prices went up, the price hurts'));
    expect(others).toEqual([]);
    expect(proposal?.words).toEqual(['price']);
    expect(proposal?.name).toBe('price');
    expect(proposal?.snippetIds.toSorted()).toEqual(['s0', 's1', 's2']);
  });

  it('proposes nothing for three snippets that share no word', () => {
    expect(suggest(snippets('invoices arrive late', 'the wizard crashed', 'support answered quickly'))).toEqual([]);
  });

  it('tells two clear topics apart', () => {
    const price = ['The price is too high', 'pricing feels high', 'a high price for us', 'price rises, too high'];
    const setup = ['setup wizard crashed', 'the wizard of the setup froze', 'our setup failed, wizard again', 'wizard setup took days'];
    const proposals = suggest(snippets(...price, ...setup, 'lunch was late'));
    const found = proposals.map(({ snippetIds }) => snippetIds.toSorted().join(' ')).toSorted();
    expect(found).toEqual(['s0 s1 s2 s3', 's4 s5 s6 s7']);
    expect(proposals.flatMap(({ words }) => words)).toEqual(expect.arrayContaining(['price', 'wizard', 'setup']));
    expect(new Set(proposals.map(({ name }) => name)).size).toBe(2);
  });

  it.each([3, 20, 60])('makes one theme of %i equal snippets', (count) => {
    const proposals = suggest(snippets(...Array.from({ length: count }, () => 'invoices arrive late')));
    expect(proposals).toHaveLength(1);
    expect(proposals[0]?.snippetIds).toHaveLength(count);
    expect(proposals[0]?.cohesion).toBeCloseTo(1, 4);
  });

  it('makes one theme of equal one-word snippets', () => {
    expect(suggest(snippets('Invoices', 'invoices', 'invoice.', 'Invoices!'))).toHaveLength(1);
  });

  it('leaves out empty snippets and those of fillers only', () => {
    const proposals = suggest(snippets('', '   ', 'um yeah', '…', 'invoices late', 'late invoices', 'invoices, late'));
    expect(proposals.flatMap(({ snippetIds, strays }) => [...snippetIds, ...strays]).toSorted()).toEqual(['s4', 's5', 's6']);
    expect(suggest(snippets('', '', '', '', ''))).toEqual([]);
  });

  it('works in a script without spaces', () => {
    const price = ['价格太高了', '价格很高', '价格高得很', '我们觉得价格高'];
    const proposals = suggest(snippets(...price, '安装很慢', '安装失败了', '安装太慢', '安装慢'));
    expect(proposals.map(({ words }) => words[0]).toSorted()).toEqual(['价格', '安装'].toSorted());
  });

  it('takes a snippet id that comes twice only once', () => {
    const twice = [...snippets('invoices late', 'late invoices', 'late invoices again'), { id: 's1', text: 'something else' }];
    expect(suggest(twice)[0]?.snippetIds.toSorted()).toEqual(['s0', 's1', 's2']);
  });

  it('proposes nothing for texts about nothing in common', () => {
    expect(suggest(topicTexts({ seed: 3, count: 500, topics: 1, noise: 1 }))).toEqual([]);
  });

  it('never proposes more themes than asked for', () => {
    const texts = topicTexts({ seed: 4, count: 200, topics: 6 });
    for (const themes of [1, 2, 6, 500]) expect(suggest(texts, themes).length).toBeLessThanOrEqual(themes);
    expect(suggest(texts, 6)).toHaveLength(6);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d as number of themes', (themes) => {
    expect(() => suggest(snippets('a'), themes)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});

describe('suggestThemes at work', () => {
  const many = topicTexts({ seed: 9, count: 1500, topics: 12 });

  it('reports progress that never falls and ends at 1', () => {
    const fractions: number[] = [];
    suggestThemes(many, { seed: 1, onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions[0]).toBe(0);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions.length).toBeGreaterThan(30);
  });

  it.each([1, 3, 10, 40, 100])('stops at question %i of isCancelled', (limit) => {
    let asked = 0;
    const run = (): ThemeProposal[] => suggestThemes(many, { seed: 1, isCancelled: () => (asked += 1) >= limit });
    expect(run).toThrow(AppError);
    expect(asked).toBe(limit);
    asked = 0;
    expect(run).toThrow(expect.objectContaining({ code: 'cancelled' }));
  });
});
