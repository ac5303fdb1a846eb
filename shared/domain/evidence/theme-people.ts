// How many people and quotes stand behind a theme, and whether one person carries it.
import type { EvidenceScope } from './evidence-scope.ts';
import type { PersonKey } from './participants-of.ts';

/** Above this share of a theme's quotes one voice is pointed out (ux.md 3.4: "more than half"). */
const DOMINANT_SHARE = 0.5;
/** Below this many quotes a share says nothing: one quote of one person would always be all of them. */
const FEWEST_QUOTES_FOR_A_SHARE = 3;

/** One person who gives more than half of the quotes: "15 of 23 quotes are from P07". */
export interface DominantVoice {
  person: PersonKey;
  quotes: number;
  total: number;
}

export interface ThemePeople {
  /** Distinct people, sorted. */
  people: PersonKey[];
  /** Quotes with at least one person behind them. */
  quotes: number;
  quotesOf: ReadonlyMap<PersonKey, number>;
  dominant: DominantVoice | null;
}

/** People and quotes of a theme, those of the themes nested in it included. */
export function themePeople(scope: EvidenceScope, themeId: string): ThemePeople {
  return peopleOfQuotes(scope, scope.family(themeId).snippetIds);
}

/** People and quotes of any set of snippets. */
export function peopleOfQuotes(scope: EvidenceScope, snippetIds: Iterable<string>): ThemePeople {
  const quotesOf = new Map<PersonKey, number>();
  const distinct = new Set(snippetIds);
  let quotes = 0;
  for (const snippetId of distinct) {
    const people = scope.peopleOf(snippetId);
    if (people.length > 0) quotes += 1;
    for (const person of people) quotesOf.set(person, (quotesOf.get(person) ?? 0) + 1);
  }
  return { people: scope.peopleBehind(distinct), quotes, quotesOf, dominant: dominantVoice(quotesOf, quotes) };
}

/** The person who gives more than `share` of the quotes; the one with most, by key when equal; null when nobody does. */
export function dominantVoice(
  quotesOf: ReadonlyMap<PersonKey, number>,
  total: number,
  share: number = DOMINANT_SHARE,
): DominantVoice | null {
  if (total < FEWEST_QUOTES_FOR_A_SHARE) return null;
  let most: DominantVoice | null = null;
  for (const [person, quotes] of quotesOf) {
    const more = !most || quotes > most.quotes || (quotes === most.quotes && person < most.person);
    if (more) most = { person, quotes, total };
  }
  return most && most.quotes > share * total ? most : null;
}
