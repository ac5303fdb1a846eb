// Tags, themes, participants and interviews whose names hold the words that are searched for, or nearly so.
import { rankNames } from '#shared/domain/search/rank-names';
import { withinErrors } from '#shared/domain/search/typing-errors';
import { wordsOf } from '#shared/domain/search/words';
import type { Participant } from '#shared/model/records/participant';
import type { Source } from '#shared/model/records/source';
import type { Tag } from '#shared/model/records/tag';
import type { Theme } from '#shared/model/records/theme';

export type NameKind = 'tag' | 'theme' | 'participant' | 'source';

export interface NameMatch {
  /** Kind and id of the record. */
  key: string;
  kind: NameKind;
  id: string;
  name: string;
  /** Of a tag: 1 to 16. */
  colour: number | null;
}

interface Named {
  tags: readonly Tag[];
  themes: readonly Theme[];
  participants: readonly Participant[];
  /** Name of a participant as the screen may show it; only what is shown can be found. */
  labelOf(person: Participant): string;
  sources: readonly Source[];
  /** Title of an interview as the screen may show it. */
  titleOf(source: Source): string;
}

/** Most of one kind, so that names never push the words away. */
const MOST = 5;
/** Ranks up to here hold the words as they were typed; the next one is a resemblance only, which counts when nothing holds them. */
const HOLDS = 3;
/** Names that only resemble what was typed. */
const MOST_ALIKE = 2;
/** Shorter words resemble too much. */
const SHORTEST_ALIKE = 4;

/** Records whose names hold the query, best first, tags before themes before participants before interviews. */
export function matchNames(query: string, { tags, themes, participants, labelOf, sources, titleOf }: Named): NameMatch[] {
  if (query.trim() === '') return [];
  return [
    ...held(query, tags, (tag) => tag.name).map(({ id, name, colour }) => row('tag', id, name, colour)),
    ...held(query, themes, (theme) => theme.name).map(({ id, name }) => row('theme', id, name)),
    ...held(query, participants, labelOf).map((person) => row('participant', person.id, labelOf(person))),
    ...held(query, sources, titleOf).map((source) => row('source', source.id, titleOf(source))),
  ];
}

function held<T>(query: string, items: readonly T[], nameOf: (item: T) => string): T[] {
  const ranked = rankNames(items, query, nameOf);
  const holding = ranked.filter(({ tier }) => tier <= HOLDS).slice(0, MOST);
  if (holding.length > 0 || query.trim().length < SHORTEST_ALIKE) return holding.map(({ item }) => item);
  return ranked
    .filter(({ item }) => resembles(query, nameOf(item)))
    .slice(0, MOST_ALIKE)
    .map(({ item }) => item);
}

const row = (kind: NameKind, id: string, name: string, colour: number | null = null): NameMatch => ({
  key: `${kind}:${id}`,
  kind,
  id,
  name,
  colour,
});

/** Every word of the query begins a word of the name within a typing error or two. */
function resembles(query: string, name: string): boolean {
  const there = wordsOf(name);
  return wordsOf(query).every((word) => there.some((other) => withinErrors(word, other, word.length < 8 ? 1 : 2, true)));
}
