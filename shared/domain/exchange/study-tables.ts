// Quotes, codebook and participants as tables for spreadsheets: a heading row, then one row each. People appear under their pseudonyms.
import { consentInWords } from '#shared/domain/participants/consent-words';
import { WITHHELD_QUOTE } from '#shared/domain/participants/withheld-report';
import type { WithheldPerson, WithheldWords } from '#shared/domain/participants/withheld-words';
import type { Snippet } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

import { namesCell } from './names-cell.ts';

export const STUDY_TABLES = ['quotes', 'codebook', 'participants'] as const;
export type StudyTable = (typeof STUDY_TABLES)[number];
export type TableRow = (string | number)[];

/** Names from the top of the tree to a tag: `Pricing > Surprise`. */
export function tagPath(reader: VaultReader, tagId: string): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (
    let tag = reader.get('tags', tagId);
    tag && !seen.has(tag.id);
    tag = tag.parentId === null ? undefined : reader.get('tags', tag.parentId)
  ) {
    seen.add(tag.id);
    names.unshift(tag.name);
  }
  return names.join(' > ');
}

/**
 * The rows of a table, heading first. Quotes: one row a snippet, with a column of 0 and 1 for each tag.
 * Withheld quotes keep their row, so that people and tags are counted, without their words and without the note on them.
 * @param startOf time in ms at which a snippet's first turn begins; null where its text has no times.
 */
export function studyTable(
  reader: VaultReader,
  table: StudyTable,
  startOf: (snippet: Snippet) => number | null,
  withheld: Pick<WithheldWords, 'snippetIds' | 'people'>,
): TableRow[] {
  if (table === 'quotes') return quoteRows(reader, startOf, withheld.snippetIds);
  return table === 'codebook' ? codebookRows(reader) : participantRows(reader, withheld.people);
}

function quoteRows(reader: VaultReader, startOf: (snippet: Snippet) => number | null, withheld: ReadonlySet<string>): TableRow[] {
  const tags = tagsByPath(reader);
  const heading = [
    'Quote',
    'Participant',
    'Segment',
    'Source',
    'Time',
    'Tags',
    'Note',
    'Starred',
    'By',
    'At',
    ...tags.map(({ path }) => path),
  ];
  const rows = [...reader.all('snippets').values()].map((snippet): TableRow => {
    const has = new Set(reader.referring('snippets', snippet.id, 'taggings').map((tagging) => tagging.tagId));
    const people = peopleOf(reader, snippet);
    const ms = startOf(snippet);
    const held = withheld.has(snippet.id);
    return [
      held ? WITHHELD_QUOTE : snippet.quote,
      people.map((person) => person.pseudonym).join('; '),
      [...new Set(people.map((person) => (person.segmentId === null ? '' : (reader.get('segments', person.segmentId)?.name ?? ''))))]
        .filter(Boolean)
        .join('; '),
      reader.get('sources', snippet.sourceId)?.title ?? '',
      ms === null ? '' : clock(ms),
      tags
        .filter(({ id }) => has.has(id))
        .map(({ path }) => path)
        .join('; '),
      held ? '' : snippet.note,
      snippet.starred ? 1 : 0,
      snippet.by,
      snippet.at,
      ...tags.map(({ id }) => (has.has(id) ? 1 : 0)),
    ];
  });
  return [heading, ...rows];
}

function tagsByPath(reader: VaultReader): { id: string; path: string }[] {
  const tags = [...reader.all('tags').keys()].map((id) => ({ id, path: tagPath(reader, id) }));
  return tags.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

/** Participants whose words a snippet holds: by its speakers' labels, or the one person of a source without labels. */
function peopleOf(reader: VaultReader, snippet: Snippet) {
  const source = reader.get('sources', snippet.sourceId);
  const ids = snippet.speakers.map((label) =>
    label === null ? (source?.participantId ?? null) : (source?.speakers.find((speaker) => speaker.label === label)?.participantId ?? null),
  );
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (reader.get('participants', id) ?? [])));
}

function codebookRows(reader: VaultReader): TableRow[] {
  const rows = tagsByPath(reader).map(({ id, path }): TableRow => {
    const tag = reader.require('tags', id);
    return [
      path,
      tag.name,
      tag.definition,
      tag.whenToUse,
      tag.whenNotToUse,
      namesCell(tag.aliases ?? []),
      tag.colour,
      reader.referring('tags', id, 'taggings').length,
    ];
  });
  return [['Tag', 'Name', 'Definition', 'When to use', 'When not to use', 'Other names', 'Colour', 'Snippets'], ...rows];
}

function participantRows(reader: VaultReader, withheld: readonly WithheldPerson[]): TableRow[] {
  const heldOf = new Map(withheld.map(({ participantId, quotes }) => [participantId, quotes]));
  const people = [...reader.all('participants').values()];
  const attributes = [...new Set(people.flatMap((person) => Object.keys(person.attributes)))].toSorted();
  const rows = people.map((person): TableRow => [
    person.pseudonym,
    person.segmentId === null ? '' : (reader.get('segments', person.segmentId)?.name ?? ''),
    person.reached,
    person.relationship,
    reader.referring('participants', person.id, 'sources').length,
    consentInWords(person.consent),
    heldOf.get(person.id) ?? 0,
    ...attributes.map((name) => person.attributes[name] ?? ''),
  ]);
  return [['Participant', 'Segment', 'Reached', 'Relationship', 'Interviews', 'Consent', 'Quotes withheld', ...attributes], ...rows];
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
