// What verdicts, matrix and readout look up again and again in one state of the records, looked up once.
import type { EvidenceLink } from '#shared/model/records/evidence-link';
import type { Theme } from '#shared/model/records/theme';
import type { VaultReader } from '#shared/model/vault-state';

import { createPeopleOf, distinctPeople, type PeopleOptions, type PersonKey } from './participants-of.ts';

/** Valid for one state of the records: make a new one after a change. Everything is found out on first use. */
export interface EvidenceScope {
  readonly reader: VaultReader;
  /** The people behind a snippet. */
  peopleOf(snippetId: string): readonly PersonKey[];
  /** The distinct people behind several snippets, sorted. */
  peopleBehind(snippetIds: Iterable<string>): PersonKey[];
  /** Snippets whose cards lie in the theme itself, sorted by id. */
  ownSnippets(themeId: string): readonly string[];
  /** Themes in which a card of the snippet lies, nested ones as themselves. */
  themesOf(snippetId: string): ReadonlySet<string | null>;
  /** The distinct people behind those snippets as one list, and an empty list beside it when some snippets hold nobody's words. */
  voices(themeId: string): readonly (readonly PersonKey[])[];
  /** How many of a theme's own snippets hold nobody's words; the list is one that ownSnippets gave, or a part of it. */
  unheardIn(snippetIds: readonly string[]): number;
  /** True when no snippet lies in two themes. */
  themesShareNothing(): boolean;
  /** Themes nested directly in it. */
  nestedThemes(themeId: string): readonly Theme[];
  /** The theme and everything nested in it, at any depth. */
  family(themeId: string): ThemeFamily;
  /** The judgements of an assumption, in no given order. */
  linksOf(assumptionId: string): readonly EvidenceLink[];
}

export interface ThemeFamily {
  themeIds: ReadonlySet<string>;
  snippetIds: ReadonlySet<string>;
}

/** Makes the scope in which evidence is weighed. */
export function createEvidenceScope(reader: VaultReader, options: PeopleOptions = {}): EvidenceScope {
  const peopleOfSnippet = createPeopleOf(reader, options);
  const peopleOf = remember((snippetId: string) => {
    const snippet = reader.get('snippets', snippetId);
    return snippet ? peopleOfSnippet(snippet) : [];
  });
  const ownSnippets = remember((themeId: string) =>
    [...new Set(reader.referring('themes', themeId, 'cards').map((card) => card.snippetId))].sort(),
  );
  const themesOf = remember((snippetId: string) => new Set(reader.referring('snippets', snippetId, 'cards').map((card) => card.themeId)));
  const isUnheard = (snippetId: string): boolean => peopleOf(snippetId).length === 0;
  const unheardIn = remember((snippetIds: readonly string[]) => snippetIds.filter(isUnheard).length);
  const themesShareNothing = once(() => {
    const seen = new Set<string>();
    let lying = 0;
    for (const themeId of reader.all('themes').keys()) {
      for (const snippetId of ownSnippets(themeId)) seen.add(snippetId);
      lying += ownSnippets(themeId).length;
    }
    return seen.size === lying;
  });
  const voices = remember((themeId: string) => {
    const lists = new Set(ownSnippets(themeId).map((snippetId) => peopleOf(snippetId)));
    const people = distinctPeople(lists);
    return [...lists].some((list) => list.length === 0) ? [people, []] : [people];
  });
  const nestedThemes = remember((themeId: string) => reader.referring('themes', themeId, 'themes'));
  const family = remember((themeId: string) => {
    const themeIds = new Set([themeId]);
    const snippetIds = new Set<string>();
    // A set grows while it is walked; a theme met twice is not walked again, so a damaged vault cannot make this endless.
    for (const id of themeIds) {
      for (const snippetId of ownSnippets(id)) snippetIds.add(snippetId);
      for (const nested of nestedThemes(id)) themeIds.add(nested.id);
    }
    return { themeIds, snippetIds };
  });
  const linksOf = remember((assumptionId: string) => reader.referring('assumptions', assumptionId, 'evidenceLinks'));
  const peopleBehind = (snippetIds: Iterable<string>): PersonKey[] => {
    // Thousands of quotes share the few lists of people of their sources: each list is looked into once.
    const lists = new Set<readonly PersonKey[]>();
    for (const snippetId of snippetIds) lists.add(peopleOf(snippetId));
    return distinctPeople(lists);
  };
  return { reader, peopleOf, peopleBehind, ownSnippets, themesOf, voices, unheardIn, themesShareNothing, nestedThemes, family, linksOf };
}

function remember<Asked, Value>(find: (asked: Asked) => Value): (asked: Asked) => Value {
  const known = new Map<Asked, Value>();
  return (asked) => {
    let value = known.get(asked);
    if (value === undefined) known.set(asked, (value = find(asked)));
    return value;
  };
}

function once(find: () => boolean): () => boolean {
  let value: boolean | null = null;
  return () => (value ??= find());
}
