// What a correction did to the snippets of an interview, in words.
import { countNoun } from '#shared/lib/text';
import type { SnippetCounts } from '#shared/rpc/revision-answers';

/** A finished sentence about the snippets; empty when there are none. */
export function countsInWords({ kept, moved, changed, unsure }: SnippetCounts): string {
  if (kept + moved + changed + unsure === 0) return '';
  const untouched = kept + moved;
  const parts = [
    untouched > 0 ? countNoun(untouched, 'snippet keeps its words', 'snippets keep their words') : '',
    changed > 0 ? `${changed} ${changed === 1 ? 'has' : 'have'} corrected words` : '',
    unsure > 0 ? `${unsure} lost ${unsure === 1 ? 'its' : 'their'} place` : '',
  ].filter((part) => part !== '');
  return `${parts.join(', ')}.`;
}
