// The number of themes follows the texts; chance alone makes no themes.
import { describe, expect, it } from 'vitest';

import { chanceLevel } from '#shared/domain/themes/chance-level';
import { chooseThemeCount } from '#shared/domain/themes/choose-theme-count';
import { sphericalKMeans } from '#shared/domain/themes/k-means';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { silhouettes } from '#shared/domain/themes/silhouette';
import { snippetVectors } from '#shared/domain/themes/snippet-vectors';
import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import { readTermCorpus } from '#shared/domain/themes/term-corpus';
import { unwatchedSteps } from '#shared/domain/themes/work-steps';
import { median } from '#test/builders/cluster-quality';
import { topicTexts } from '#test/builders/topic-texts';
import type { TopicTextOptions } from '#test/builders/topic-texts';

function study(options: TopicTextOptions): { count: number; reached: number; chance: number } {
  const random = createSeededRandom(1);
  const corpus = readTermCorpus(
    topicTexts(options).map(({ text }) => text),
    unwatchedSteps(),
  );
  const vectors = snippetVectors(corpus, random, unwatchedSteps());
  const count = chooseThemeCount(vectors, random, unwatchedSteps());
  const { groups, centres } = sphericalKMeans(vectors, options.topics, random, unwatchedSteps());
  const reached = silhouettes(vectors, groups, centres.rowCount).mean;
  return { count, reached, chance: chanceLevel(corpus, options.topics, random, unwatchedSteps()) };
}

describe('chooseThemeCount', () => {
  it.each([4, 8, 15])('finds about %i planted topics', (topics) => {
    const { count } = study({ seed: 6, count: 600, topics });
    expect(Math.abs(count - topics)).toBeLessThanOrEqual(topics / 5);
  });

  it('answers 1 where no division is better than none', () => {
    expect(study({ seed: 3, count: 500, topics: 5, noise: 1 }).count).toBe(1);
  });
});

describe('chanceLevel', () => {
  it('is what texts without topics reach, and far below what topics reach', () => {
    const without = study({ seed: 3, count: 200, topics: 8, noise: 1 });
    expect(Math.abs(without.reached - without.chance)).toBeLessThan(0.03);
    const withTopics = study({ seed: 3, count: 200, topics: 8 });
    expect(withTopics.reached).toBeGreaterThan(2 * withTopics.chance);
  });

  it('keeps most of what falls together by chance in a small study out of the proposals', () => {
    const shares = [1, 2, 3, 4, 5, 6, 7].map((seed) => {
      const texts = topicTexts({ seed, count: 60, topics: 1, noise: 1 });
      return suggestThemes(texts, { seed: 1 }).flatMap(({ snippetIds }) => snippetIds).length / texts.length;
    });
    expect(median(shares)).toBeLessThan(0.5);
  });
});
