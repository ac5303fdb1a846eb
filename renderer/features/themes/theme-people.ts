// Who speaks in a theme, by segment and by person, for the theme's page and its inspector.
import { peopleOfQuotes, type ThemePeople } from '#shared/domain/evidence/theme-people';
import type { EvidenceScope } from '#shared/domain/evidence/evidence-scope';
import type { VaultReader } from '#shared/model/vault-state';

export interface SegmentShare {
  name: string;
  /** People of the segment who speak in the theme, and who were heard at all. */
  here: number;
  heard: number;
}

/** Segments in their order, people without one last; segments in which nobody was heard are left out. */
export function segmentShares(reader: VaultReader, here: readonly string[], heard: readonly string[]): SegmentShare[] {
  const segments = [...reader.all('segments').values()].sort((left, right) => left.order - right.order);
  const segmentOf = (person: string): string | null => reader.get('participants', person)?.segmentId ?? null;
  const share = (name: string, id: string | null): SegmentShare => ({
    name,
    here: here.filter((person) => segmentOf(person) === id).length,
    heard: heard.filter((person) => segmentOf(person) === id).length,
  });
  return [...segments.map((segment) => share(segment.name, segment.id)), share('No segment', null)].filter((row) => row.heard > 0);
}

export interface PersonQuotes {
  /** Person key; null for quotes of nobody heard (interviewers, others). */
  person: string | null;
  snippetIds: string[];
}

/** The quotes of a theme by who said them, those with most first; a quote of several people stands with the first of them. */
export function quotesByPerson(scope: EvidenceScope, snippetIds: Iterable<string>): PersonQuotes[] {
  const groups = new Map<string | null, string[]>();
  for (const id of snippetIds) {
    const person = scope.peopleOf(id)[0] ?? null;
    const list = groups.get(person);
    if (list) list.push(id);
    else groups.set(person, [id]);
  }
  const starred = (id: string): number => (scope.reader.get('snippets', id)?.starred ? 0 : 1);
  return [...groups]
    .map(([person, ids]) => ({ person, snippetIds: ids.sort((left, right) => starred(left) - starred(right) || (left < right ? -1 : 1)) }))
    .sort((left, right) => right.snippetIds.length - left.snippetIds.length || ((left.person ?? '') < (right.person ?? '') ? -1 : 1));
}

export interface ThemeFigures extends ThemePeople {
  /** Snippets of the theme and of those nested in it. */
  snippetIds: ReadonlySet<string>;
  nested: number;
}

/** Figures of a theme with everything nested in it, as matrix and readout count it. */
export function figuresOf(scope: EvidenceScope, themeId: string): ThemeFigures {
  const family = scope.family(themeId);
  return { ...peopleOfQuotes(scope, family.snippetIds), snippetIds: family.snippetIds, nested: family.themeIds.size - 1 };
}
