// What a correction did to the snippets of an interview, in words.
import { countNoun } from '#shared/lib/text';
import type { SnippetCounts } from '#shared/rpc/revision-answers';

/** A finished sentence about the snippets; empty when there are none. */
export function countsInWords({ kept, moved, changed, unsure }: SnippetCounts): string {
  const untouched = kept + moved;
  const parts: [count: number, one: string, many: string][] = [
    [untouched, 'keeps its words', 'keep their words'],
    [changed, 'has corrected words', 'have corrected words'],
    [unsure, 'lost its place', 'lost their place'],
  ];
  const [first, ...rest] = parts.filter(([count]) => count > 0);
  if (!first) return '';
  const [count, one, many] = first;
  const others = rest.map(([number, single, several]) => `${number} ${number === 1 ? single : several}`);
  return `${[countNoun(count, `snippet ${one}`, `snippets ${many}`), ...others].join(', ')}.`;
}
