// Measures the processor time of theme suggestions: `node test/bench/theme-suggestions.ts [snippets …]`.
import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import { topicTexts } from '#test/builders/topic-texts';

/** Largest processor seconds by performance.md section 4. */
const TARGETS = new Map([
  [8000, 3],
  [50_000, 12],
]);

const sizes = process.argv.slice(2).map(Number);
for (const count of sizes.length > 0 ? sizes : [600, 8000, 50_000]) {
  const texts = topicTexts({ seed: 5, count, topics: count > 5000 ? 40 : 15, noise: 0.2, common: 0.7, words: [15, 38] });
  const start = process.cpuUsage();
  const proposals = suggestThemes(texts, { seed: 1 });
  const { user, system } = process.cpuUsage(start);
  console.log(
    JSON.stringify({ snippets: count, proposals: proposals.length, cpuSeconds: (user + system) / 1e6, target: TARGETS.get(count) ?? null }),
  );
}
