// Planted topics are found again, and their number with them.
import { describe, expect, it } from 'vitest';

import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import type { SnippetText, ThemeProposal } from '#shared/domain/themes/suggest-themes';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { adjustedRandIndex } from '#test/builders/cluster-quality';
import { topicTexts } from '#test/builders/topic-texts';
import type { TopicText } from '#test/builders/topic-texts';

/** Agreement of the proposals with the topics, over the snippets that were proposed. */
function agreement(texts: readonly TopicText[], proposals: readonly ThemeProposal[]): { ari: number; covered: number; noise: number } {
  const topicOf = new Map(texts.map(({ id, topic }) => [id, topic]));
  const placed = proposals.flatMap(({ snippetIds }, group) => snippetIds.map((id) => ({ topic: topicOf.get(id) ?? -1, group })));
  return {
    ari: adjustedRandIndex(
      placed.map(({ topic }) => topic),
      placed.map(({ group }) => group),
    ),
    covered: placed.filter(({ topic }) => topic >= 0).length / texts.filter(({ topic }) => topic >= 0).length,
    noise: placed.filter(({ topic }) => topic < 0).length / placed.length,
  };
}

describe('planted topics', () => {
  it.each([
    { count: 100, topics: 5, noise: 0 },
    { count: 300, topics: 8, noise: 0 },
    { count: 600, topics: 10, noise: 0 },
    { count: 600, topics: 10, noise: 0.3 },
    { count: 2000, topics: 20, noise: 0.2 },
  ])('$topics topics in $count texts, $noise of them about nothing', (plan) => {
    for (const seed of [1, 2, 3]) {
      const texts = topicTexts({ seed, ...plan });
      const proposals = suggestThemes(texts, { seed });
      const { ari, covered, noise } = agreement(texts, proposals);
      expect(ari).toBeGreaterThanOrEqual(0.9);
      expect(covered).toBeGreaterThanOrEqual(0.8);
      expect(noise).toBeLessThanOrEqual(0.05);
      expect(Math.abs(proposals.length - plan.topics)).toBeLessThanOrEqual(Math.ceil(plan.topics / 5));
    }
  });

  it.each([12, 13, 14, 15, 16, 17])('names English topics by their own words (texts %i)', (seed) => {
    const proposals = suggestThemes(interviewTexts(seed), { seed: 1 });
    // A topic may come in two parts; it must not be mixed with another.
    expect([4, 5]).toContain(proposals.length);
    const owners = proposals.map(({ words }) =>
      ENGLISH_TOPICS.findIndex((topic) => words.slice(0, 3).every((word) => topic.includes(word))),
    );
    expect(owners).not.toContain(-1);
    expect(new Set(owners).size).toBe(4);
  });
});

const ENGLISH_TOPICS = [
  ['price', 'prices', 'pricing', 'discount', 'expensive', 'budget', 'invoice'],
  ['setup', 'wizard', 'install', 'installing', 'configure', 'permissions'],
  ['support', 'answer', 'ticket', 'tickets', 'waiting', 'agent'],
  ['export', 'spreadsheet', 'report', 'reports', 'columns', 'chart'],
];
const TALK = ['honestly', 'we', 'team', 'last', 'month', 'the', 'um', 'yeah', 'customer', 'said', 'morning', 'office', 'meeting', 'our'];

/** 80 texts of ten words, half of them of one of the four topics. */
function interviewTexts(seed: number): SnippetText[] {
  const random = createSeededRandom(seed);
  const pick = (words: readonly string[]): string => words[random.below(words.length)] ?? '';
  return Array.from({ length: 80 }, (_, index) => {
    const topic = ENGLISH_TOPICS[index % 4] ?? [];
    return { id: `s${index}`, text: Array.from({ length: 10 }, () => pick(random.next() < 0.5 ? topic : TALK)).join(' ') };
  });
}
