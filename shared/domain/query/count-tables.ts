// Tables that count: tags that meet on the same words, tags by segments. People come first, then snippets.
import { createPeopleOf, distinctPeople, type PeopleOptions, type PersonKey } from '#shared/domain/evidence/participants-of';
import type { Steps } from '#shared/lib/steps';
import { rangesOverlap } from '#shared/domain/transcript/anchor';
import type { Count, CountTable } from '#shared/model/count-table';
import type { Snippet } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

import { tagPath } from '../exchange/study-tables.ts';
import { snippetColumns } from './snippet-columns.ts';

const NOTHING: Count = { people: 0, snippets: 0 };

/** Snippets looked at before others may run. */
const STEP = 1000;

/** Collects who and what meets in each cell. Snippets share few lists of people, so that a cell stays small. */
class Cells {
  readonly #cells = new Map<string, { people: Set<readonly PersonKey[]>; snippets: Set<string> }>();

  add(row: string, column: string | null, snippetId: string, people: readonly PersonKey[]): void {
    const key = `${row}\n${column ?? ''}`;
    let cell = this.#cells.get(key);
    if (!cell) this.#cells.set(key, (cell = { people: new Set(), snippets: new Set() }));
    cell.people.add(people);
    cell.snippets.add(snippetId);
  }

  count(row: string, column: string | null): Count {
    const cell = this.#cells.get(`${row}\n${column ?? ''}`);
    return cell ? { people: distinctPeople(cell.people).length, snippets: cell.snippets.size } : NOTHING;
  }
}

/**
 * How often two tags meet: on one snippet, or on snippets that share words. A cell counts the snippets of the row's tag that meet the
 * column's, and the people in them; its mirror counts the column's snippets. On the diagonal stand all snippets of a tag. A tag counts
 * for itself alone, not for the tags above it.
 */
export function* coOccurrence(reader: VaultReader, options: PeopleOptions = {}): Steps<CountTable> {
  const columns = yield* snippetColumns(reader);
  const peopleOf = createPeopleOf(reader, options);
  const cells = new Cells();
  for (const { from, to } of columns.sources) {
    let open: Snippet[] = [];
    for (let place = from; place < to; place += 1) {
      const snippet = columns.snippets[place];
      if (!snippet) continue;
      // Snippets come by their beginnings: one that has ended before this begins meets none that follows.
      open = open.filter((other) => rangesOverlap(other.range, snippet.range));
      meet(reader, cells, snippet, snippet, peopleOf);
      for (const other of open) {
        meet(reader, cells, snippet, other, peopleOf);
        meet(reader, cells, other, snippet, peopleOf);
      }
      open.push(snippet);
      if (place % STEP === 0) yield;
    }
    yield;
  }
  const tags = tagsInOrder(reader);
  return { rows: tags, columns: tags, cells: tags.map((row) => tags.map((column) => cells.count(row.id, column.id))) };
}

function meet(
  reader: VaultReader,
  cells: Cells,
  snippet: Snippet,
  other: Snippet,
  peopleOf: (snippet: Snippet) => readonly PersonKey[],
): void {
  const people = peopleOf(snippet);
  const others = reader.referring('snippets', other.id, 'taggings');
  for (const { tagId } of reader.referring('snippets', snippet.id, 'taggings')) {
    for (const met of others) cells.add(tagId, met.tagId, snippet.id, people);
  }
}

/**
 * People and snippets of each tag by segment. Somebody who is nobody's record yet, or in no segment, stands in the last column; a
 * snippet with people of two segments counts in both. Snippets that hold nobody's words count nowhere.
 * @param whole a tag counts for the tags above it too.
 */
export function* tagsBySegment(reader: VaultReader, whole = false, options: PeopleOptions = {}): Steps<CountTable> {
  const peopleOf = createPeopleOf(reader, options);
  const cells = new Cells();
  const segmentOf = (person: PersonKey): string | null => reader.get('participants', person)?.segmentId ?? null;
  // The lists of people are few; who of a list is in which segment is worked out once for each.
  const bySegment = new Map<readonly PersonKey[], Map<string | null, PersonKey[]>>();
  let done = 0;
  for (const snippet of reader.all('snippets').values()) {
    const people = peopleOf(snippet);
    let parts = bySegment.get(people);
    if (!parts) bySegment.set(people, (parts = Map.groupBy(people, segmentOf)));
    for (const tagId of tagsOn(reader, snippet.id, whole)) {
      for (const [segmentId, own] of parts) cells.add(tagId, segmentId, snippet.id, own);
    }
    if ((done += 1) % STEP === 0) yield;
  }
  const rows = tagsInOrder(reader);
  const segments = [...reader.all('segments').values()].sort((left, right) => left.order - right.order);
  const columns = [...segments.map(({ id, name }) => ({ id, name })), { id: null, name: 'No segment' }];
  return { rows, columns, cells: rows.map((row) => columns.map((column) => cells.count(row.id, column.id))) };
}

function tagsOn(reader: VaultReader, snippetId: string, whole: boolean): Set<string> {
  const tags = new Set(reader.referring('snippets', snippetId, 'taggings').map(({ tagId }) => tagId));
  if (!whole) return tags;
  // A set grows while it is walked; a damaged tree that leads back to itself ends where it was.
  for (const id of tags) {
    const parentId = reader.get('tags', id)?.parentId;
    if (parentId) tags.add(parentId);
  }
  return tags;
}

function tagsInOrder(reader: VaultReader): { id: string; name: string }[] {
  const tags = [...reader.all('tags').keys()].map((id) => ({ id, name: tagPath(reader, id) }));
  return tags.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : left.id < right.id ? -1 : 1));
}
