// What was found as the list shows it: names first, then the places by kind, each with the words that are marked.
import { SEARCH_KIND_WORDS } from '#shared/model/search-kinds';
import type { FoundPlace, SearchEverythingAnswer } from '#shared/rpc/search-answers';

import type { NameMatch } from './name-matches.ts';

export interface PlaceRow extends FoundPlace {
  /** Unlike any other row's. */
  key: string;
}

export interface FoundSection {
  id: string;
  title: string;
  /** How many there are, also those that are not listed. */
  total: string;
  rows: readonly (PlaceRow | NameMatch)[];
}

/** @param isThere false for records that went since; they are left out. */
export function foundSections(
  names: readonly NameMatch[],
  groups: SearchEverythingAnswer['groups'],
  isThere: (place: FoundPlace) => boolean,
): FoundSection[] {
  const named = new Set(names.map(({ key }) => key));
  const sections: FoundSection[] = names.length > 0 ? [{ id: 'names', title: 'Names', total: String(names.length), rows: names }] : [];
  for (const { kind, total, more, places } of groups) {
    // What is listed by its name already would only say the name again.
    const rows = places
      .filter((place) => isThere(place) && !named.has(`${kind}:${place.id}`))
      .map((place) => ({ ...place, key: keyOf(place) }));
    if (rows.length === 0) continue;
    const [, many] = SEARCH_KIND_WORDS[kind];
    const left = total - (places.length - rows.length);
    sections.push({ id: kind, title: many.charAt(0).toUpperCase() + many.slice(1), total: `${left}${more ? '+' : ''}`, rows });
  }
  return sections;
}

const keyOf = ({ kind, id, turn }: FoundPlace): string => (turn ? `${kind}:${id}:${turn.turn}` : `${kind}:${id}`);

/** Most characters shown before the first mark, so that it stands within the first two lines however narrow the bar is. */
const LEAD = 36;

/** The context in pieces, marked ones and others in turn. */
export function contextPieces({ context, marks }: Pick<FoundPlace, 'context' | 'marks'>): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from > end) pieces.push({ text: end === 0 ? nearest(context.slice(0, from)) : context.slice(end, from), marked: false });
    pieces.push({ text: context.slice(from, to), marked: true });
    end = to;
  }
  if (end < context.length) pieces.push({ text: context.slice(end), marked: false });
  return pieces;
}

/** The end of a text, from the beginning of a word. */
function nearest(before: string): string {
  if (before.length <= LEAD) return before;
  const end = before.slice(-LEAD);
  const space = end.indexOf(' ');
  return `…${space >= 0 && space < end.length - 1 ? end.slice(space + 1) : end}`;
}
