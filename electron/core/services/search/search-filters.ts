// Filters of a search as labels of the index: which tags, voices and interviews a typed value means in this study.
import { kindNumber, kindsNamed } from '#shared/model/search-kinds';
import type { ParsedSearch, SearchFilter } from '#shared/domain/search/parse-search';
import type { TextQuery } from '#shared/domain/search/text-document';
import { foldForSearch } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';

import { voiceLabel } from './search-documents.ts';

/** @returns the query for the index, and the filters that name nothing in this study. */
export function queryOf(reader: VaultReader, { terms, without, filters }: ParsedSearch): { query: TextQuery; unknown: SearchFilter[] } {
  const labels: string[][] = [];
  const withoutLabels: string[] = [];
  const unknown: SearchFilter[] = [];
  let kinds: number[] | null = null;
  for (const filter of filters.filter(({ value }) => value.trim() !== '')) {
    if (filter.name === 'kind') {
      const named = kindsNamed(filter.value).map(kindNumber);
      if (named.length === 0) unknown.push(filter);
      kinds = keptKinds(kinds, named, filter.exclude);
      continue;
    }
    const meant = labelsOf(reader, filter);
    if (meant.length === 0) unknown.push(filter);
    if (filter.exclude) withoutLabels.push(...meant);
    else labels.push(meant);
  }
  return { query: { terms, without, labels, withoutLabels, kinds }, unknown };
}

/** Several wanted kinds are alternatives, as a document has one only. */
function keptKinds(before: number[] | null, named: readonly number[], exclude: boolean): number[] {
  if (!exclude) return [...(before ?? []), ...named];
  return (before ?? Array.from({ length: 32 }, (_kind, number) => number)).filter((kind) => !named.includes(kind));
}

function labelsOf(reader: VaultReader, { name, value }: SearchFilter): string[] {
  const named = <T>(items: Iterable<T>, namesOf: (item: T) => readonly string[]): T[] => bestNamed([...items], value, namesOf);
  if (name === 'tag') return named(reader.all('tags').values(), (tag) => [tag.name]).map(({ id }) => `tag:${id}`);
  if (name === 'source') return named(reader.all('sources').values(), (source) => [source.title]).map(({ id }) => `source:${id}`);
  if (name === 'participant') {
    const people = named(reader.all('participants').values(), (person) => [person.pseudonym, person.name]);
    return voicesOf(reader, new Set(people.map(({ id }) => id)));
  }
  const segments = new Set(named(reader.all('segments').values(), (segment) => [segment.name]).map(({ id }) => id));
  const people = [...reader.all('participants').values()].filter(({ segmentId }) => segmentId !== null && segments.has(segmentId));
  return voicesOf(reader, new Set(people.map(({ id }) => id)));
}

/** Those called exactly so; when there are none, those with the words in their names. Case and accents do not count. */
function bestNamed<T>(items: readonly T[], value: string, namesOf: (item: T) => readonly string[]): T[] {
  const wanted = foldForSearch(value.trim());
  const called = (item: T, fits: (name: string) => boolean): boolean =>
    namesOf(item).some((name) => name !== '' && fits(foldForSearch(name)));
  const exact = items.filter((item) => called(item, (name) => name === wanted));
  return exact.length > 0 ? exact : items.filter((item) => called(item, (name) => name.includes(wanted)));
}

/** Labels under which these people are heard, and they themselves. */
function voicesOf(reader: VaultReader, people: ReadonlySet<string>): string[] {
  const labels = [...people].map((id) => `participant:${id}`);
  for (const source of reader.all('sources').values()) {
    if (source.participantId !== null && people.has(source.participantId)) labels.push(voiceLabel(source.id, null));
    for (const { label, participantId } of source.speakers) {
      if (participantId !== null && people.has(participantId)) labels.push(voiceLabel(source.id, label));
    }
  }
  return labels;
}
