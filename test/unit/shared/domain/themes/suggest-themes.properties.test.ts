// What holds for any snippets: same answer for same input in any order, each snippet once, words that are really said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import type { SnippetText } from '#shared/domain/themes/suggest-themes';
import { topicTexts } from '#test/builders/topic-texts';

const VOCABULARY = `price prices pricing budget discount invoice setup wizard crash crashed import export report support answer answered
  waiting security audit Übersicht 价格 安装 the um and 42 …`.split(/\s+/);
const anyText = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 12 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const anySnippets = fc.array(anyText, { maxLength: 60 }).map((texts) => texts.map((text, index) => ({ id: `s${index}`, text })));
const anyOptions = fc.record({ seed: fc.integer(), themes: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }) });

function optionsOf({ seed, themes }: { seed: number; themes: number | undefined }): { seed: number; themes?: number } {
  return themes === undefined ? { seed } : { seed, themes };
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = createSeededRandom(seed);
  return items
    .map((item) => ({ item, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe('suggestThemes for any snippets', () => {
  it('puts each snippet into one place at most, and proposes nothing that is empty or unnamed', () => {
    fc.assert(
      fc.property(anySnippets, anyOptions, (list, options) => {
        const proposals = suggestThemes(list, optionsOf(options));
        const placed = proposals.flatMap(({ snippetIds, strays }) => [...snippetIds, ...strays]);
        expect(new Set(placed).size).toBe(placed.length);
        expect(placed.every((id) => list.some((snippet) => snippet.id === id))).toBe(true);
        for (const proposal of proposals) {
          expect(proposal.snippetIds.length).toBeGreaterThanOrEqual(3);
          expect(proposal.name.trim()).not.toBe('');
          expect(proposal.words.length).toBeGreaterThan(0);
          expect(proposal.cohesion).toBeGreaterThanOrEqual(0);
          expect(proposal.cohesion).toBeLessThanOrEqual(1);
        }
        expect(new Set(proposals.map(({ name }) => name)).size).toBe(proposals.length);
        expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length);
      }),
      { numRuns: 300 },
    );
  });

  it('names only words that its snippets say, in a form that they use', () => {
    fc.assert(
      fc.property(anySnippets, fc.integer(), (list, seed) => {
        const textOf = new Map(list.map((snippet) => [snippet.id, snippet.text.normalize('NFKC').toLowerCase().replaceAll('’', "'")]));
        for (const { name, words, snippetIds } of suggestThemes(list, { seed })) {
          const texts = snippetIds.map((id) => textOf.get(id) ?? '');
          for (const word of words) expect(texts.some((text) => text.includes(word))).toBe(true);
          expect(name.startsWith(words[0] ?? '?')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the snippets', () => {
    fc.assert(
      fc.property(anySnippets, anyOptions, fc.integer(), (list, options, order) => {
        expect(suggestThemes(shuffled(list, order), optionsOf(options))).toEqual(suggestThemes(list, optionsOf(options)));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same answer for the same seed on a large set in any order', () => {
    const list: SnippetText[] = topicTexts({ seed: 2, count: 5000, topics: 20, noise: 0.2 });
    const once = suggestThemes(list, { seed: 7 });
    expect(once.length).toBeGreaterThan(10);
    expect(suggestThemes(shuffled(list, 3), { seed: 7 })).toEqual(once);
  });
});
