// What a search came to, in words: how many places, what was corrected, which filters name nothing.
import { SEARCH_KIND_WORDS } from '#shared/model/search-kinds';
import { countNoun } from '#shared/lib/text';
import type { SearchEverythingAnswer } from '#shared/rpc/search-answers';

import type { FoundSection } from './found-sections.ts';

/** Words that stand in for one that was mistyped, named at most. */
const MOST_NAMED = 3;

/** `2 snippets, 40 transcripts`; while the index is being built, how far it is. */
export function foundInWords(sections: readonly FoundSection[], progress: number): string {
  const parts = sections.map(({ id, total }) => {
    if (id === 'names') return countNoun(Number(total), 'name', 'names');
    const [one, many] = id === 'turn' ? ['turn', 'turns'] : SEARCH_KIND_WORDS[id as keyof typeof SEARCH_KIND_WORDS];
    return `${total} ${total === '1' ? one : many}`;
  });
  const reading = progress < 1 ? `Reading the study: ${Math.floor(progress * 100)} %` : null;
  return [parts.join(', '), reading].filter((part) => part !== null && part !== '').join('. ');
}

/** Sentences that tell why something else was found than what was typed. */
export function notesOf({ anyWord = false, corrections, unknown }: SearchEverythingAnswer): string[] {
  return [
    ...(anyWord ? ['Nothing holds all of these words; showing what holds any of them.'] : []),
    ...corrections.map(({ typed, words }) => `‘${typed}’ is rare here; also showing ${words.slice(0, MOST_NAMED).join(', ')}.`),
    ...unknown.map(({ name, value }) => `No ${name === 'source' ? 'interview' : name} is called ‘${value}’.`),
  ];
}
