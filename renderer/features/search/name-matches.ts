// Tags, themes and participants whose names hold the words that are searched for.
import { rankNames } from '#shared/domain/search/rank-names';
import { countNoun } from '#shared/lib/text';
import type { Participant } from '#shared/model/records/participant';
import type { Tag } from '#shared/model/records/tag';
import type { Theme } from '#shared/model/records/theme';

export type NameKind = 'tag' | 'theme' | 'participant';

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
}

/** Most of one kind, so that names never push the words away. */
const MOST = 5;
/** Ranks up to here hold the words as they were typed; the next one is a resemblance only. */
const HOLDS = 3;

/** Records whose names hold the query, best first, tags before themes before participants. */
export function matchNames(query: string, { tags, themes, participants, labelOf }: Named): NameMatch[] {
  if (query.trim() === '') return [];
  return [
    ...held(query, tags, (tag) => tag.name).map(({ id, name, colour }) => row('tag', id, name, colour)),
    ...held(query, themes, (theme) => theme.name).map(({ id, name }) => row('theme', id, name)),
    ...held(query, participants, labelOf).map((person) => row('participant', person.id, labelOf(person))),
  ];
}

function held<T>(query: string, items: readonly T[], nameOf: (item: T) => string): T[] {
  return rankNames(items, query, nameOf)
    .filter(({ tier }) => tier <= HOLDS)
    .slice(0, MOST)
    .map(({ item }) => item);
}

const row = (kind: NameKind, id: string, name: string, colour: number | null = null): NameMatch => ({
  key: `${kind}:${id}`,
  kind,
  id,
  name,
  colour,
});

/** `3 tags do.`, `1 tag and 1 theme do.`; empty when no name holds the words. */
export function namesInWords(names: readonly NameMatch[]): string {
  const count = (kind: NameKind): number => names.filter((name) => name.kind === kind).length;
  const parts = [
    count('tag') > 0 ? countNoun(count('tag'), 'tag', 'tags') : null,
    count('theme') > 0 ? countNoun(count('theme'), 'theme', 'themes') : null,
    count('participant') > 0 ? countNoun(count('participant'), 'participant', 'participants') : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return '';
  const listed = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${listed} ${names.length === 1 ? 'does' : 'do'}.`;
}
