// What verdicts, matrix and readout look up again and again in one state of the records, looked up once.
import type { EvidenceLink } from '#shared/model/records/evidence-link';
import type { Theme } from '#shared/model/records/theme';
import type { VaultReader } from '#shared/model/vault-state';

import { HEARING_OF, type Hearing, isFirstHand } from './hearing.ts';
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
  /** How a snippet was heard, by the kind of its source. */
  hearingOf(snippetId: string): Hearing;
  /** The source of a snippet alone in a set, the same set every time. */
  sourceSet(snippetId: string): ReadonlySet<string>;
  /** Who is heard in those snippets, and where. */
  voices(themeId: string): ThemeVoices;
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

/**
 * The distinct people behind a theme's own snippets: one list for each way of hearing that occurs, and an empty list beside it
 * when some of those snippets hold nobody's words. `heardIn`: the sources of what was heard first-hand.
 */
export interface ThemeVoices extends Readonly<Record<Hearing, readonly (readonly PersonKey[])[]>> {
  readonly heardIn: ReadonlySet<string>;
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
  const { hearingOf, sourceSet } = sourcesOf(reader);
  const voices = remember((themeId: string) => readVoices(ownSnippets(themeId), { peopleOf, hearingOf, sourceSet }));
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
  const lists = { ownSnippets, themesOf, voices, unheardIn, themesShareNothing, nestedThemes, family, linksOf };
  return { reader, peopleOf, peopleBehind, hearingOf, sourceSet, ...lists };
}

type Hearings = Pick<EvidenceScope, 'peopleOf' | 'hearingOf' | 'sourceSet'>;

/** Where snippets come from, each source looked up once. */
function sourcesOf(reader: VaultReader): Pick<EvidenceScope, 'hearingOf' | 'sourceSet'> {
  const hearingIn = remember((sourceId: string): Hearing => {
    const source = reader.get('sources', sourceId);
    return source ? HEARING_OF[source.kind] : 'said';
  });
  const setOf = remember((sourceId: string): ReadonlySet<string> => new Set([sourceId]));
  const sourceIdOf = (snippetId: string): string => reader.get('snippets', snippetId)?.sourceId ?? '';
  return { hearingOf: (snippetId) => hearingIn(sourceIdOf(snippetId)), sourceSet: (snippetId) => setOf(sourceIdOf(snippetId)) };
}

function readVoices(snippetIds: readonly string[], { peopleOf, hearingOf, sourceSet }: Hearings): ThemeVoices {
  const lists: Record<Hearing, Set<readonly PersonKey[]>> = { said: new Set(), done: new Set(), retold: new Set() };
  const heardIn = new Set<string>();
  for (const snippetId of snippetIds) {
    const hearing = hearingOf(snippetId);
    const people = peopleOf(snippetId);
    lists[hearing].add(people);
    if (people.length > 0 && isFirstHand(hearing)) for (const sourceId of sourceSet(snippetId)) heardIn.add(sourceId);
  }
  return { said: merged(lists.said), done: merged(lists.done), retold: merged(lists.retold), heardIn };
}

function merged(lists: ReadonlySet<readonly PersonKey[]>): (readonly PersonKey[])[] {
  if (lists.size === 0) return [];
  const people = distinctPeople(lists);
  return [...lists].some((list) => list.length === 0) ? [people, []] : [people];
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
