// What a readout says in place of words that are withheld: how many quotes of how many people, never why nor whose.
import { countNoun } from '#shared/lib/text';

import type { Block } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { note, people } from './sentences.ts';

/** Stands where everything that says the opposite is withheld; the checks look for it. */
export const OPPOSITE_WITHHELD = 'What says the opposite is withheld';

/** Withheld snippets among these, and the people for whose sake. */
function withheldAmong({ withheld }: ReadoutScope, snippetIds: Iterable<string>): { quotes: number; people: number } {
  const held = [...new Set(snippetIds)].filter((id) => withheld.snippetIds.has(id));
  return { quotes: held.length, people: new Set(held.flatMap((id) => withheld.blockedIn(id))).size };
}

/** Says how many of these snippets are withheld; null when none is. @param what `Withheld here`, or what these snippets are. */
export function withheldSentence(scope: ReadoutScope, snippetIds: Iterable<string>, what = 'Withheld here'): string | null {
  const held = withheldAmong(scope, snippetIds);
  if (held.quotes === 0) return null;
  const whose =
    held.people === 1 ? 'who has not agreed to be quoted here and is counted' : 'who have not agreed to be quoted here and are counted';
  return `${what}: ${countNoun(held.quotes, 'quote', 'quotes')} of ${people(held.people)} ${whose}.`;
}

/** The same as a note, or nothing. */
export function withheldNote(scope: ReadoutScope, snippetIds: Iterable<string>, what?: string): Block[] {
  const told = withheldSentence(scope, snippetIds, what);
  return told === null ? [] : [note(told)];
}

/** One line about the whole readout, for page 1. */
export function withheldInShort(scope: ReadoutScope): Block[] {
  const held = withheldAmong(scope, scope.withheld.snippetIds);
  return held.quotes === 0 ? [] : [note(`Words of ${people(held.people)} are withheld.`)];
}

/** How withheld words were dealt with, for the method. */
export function withheldMethod(scope: ReadoutScope): Block[] {
  const held = withheldAmong(scope, scope.withheld.snippetIds);
  if (held.quotes === 0) return [];
  return [
    note(
      `The words of ${people(held.people)} (${countNoun(held.quotes, 'quote', 'quotes')}) are withheld, because their consent does not reach ` +
        'so far: they did not agree to this use, or do so no longer. They stand in all counts of people and none of their words is shown.',
    ),
  ];
}
