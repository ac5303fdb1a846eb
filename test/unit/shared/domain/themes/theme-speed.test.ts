// Theme suggestions for a large study stay within reach of their target (performance.md section 4).
import { expect, it } from 'vitest';

import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import { topicTexts } from '#test/builders/topic-texts';

// The target is 3 s; twice that is allowed here, because test machines are shared. test/bench/theme-suggestions.ts gives figures.
it('needs at most 6 s of processor time for 8,000 snippets', () => {
  const texts = topicTexts({ seed: 5, count: 8000, topics: 40, noise: 0.2, common: 0.7, words: [15, 38] });
  const start = process.cpuUsage();
  expect(suggestThemes(texts, { seed: 1 }).length).toBeGreaterThan(10);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThanOrEqual(6);
});
