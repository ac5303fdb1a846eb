// Tables that count: tags that meet on the same words, tags by segments. People come first, then snippets.
import { createPeopleOf, type PeopleOptions, type PersonKey } from '#shared/domain/evidence/participants-of';
import type { Steps } from '#shared/lib/steps';
import { rangesOverlap } from '#shared/domain/transcript/anchor';
import type { CountTable } from '#shared/model/count-table';
import type { TextRange } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

import { tagPath } from '../exchange/study-tables.ts';
import { CountGrid } from './count-grid.ts';
import { snippetColumns } from './snippet-columns.ts';

/** Snippets looked at before others may run. */
const STEP = 100;

/**
 * How often two tags meet: on one snippet, or on snippets that share words. A cell counts the snippets of the row's tag that meet the
 * column's, and the people in them; its mirror counts the column's snippets. On the diagonal stand all snippets of a tag. A tag counts
 * for itself alone, not for the tags above it.
 */
export function* coOccurrence(reader: VaultReader, options: PeopleOptions = {}): Steps<CountTable> {
  const columns = yield* snippetColumns(reader);
  const tags = tagsInOrder(reader);
  const placeOf = new Map(tags.map(({ id }, place) => [id, place]));
  const peopleOf = createPeopleOf(reader, options);
  const grid = new CountGrid(tags.length, tags.length);
  for (const { from, to } of columns.sources) {
    let open: Meeting[] = [];
    for (let place = from; place < to; place += 1) {
      if (place % STEP === 0) yield;
      const snippet = columns.snippets[place];
      const own = snippet ? reader.referring('snippets', snippet.id, 'taggings').map(({ tagId }) => placeOf.get(tagId) ?? 0) : [];
      if (!snippet || own.length === 0) continue;
      const meeting = { range: snippet.range, people: peopleOf(snippet), tags: own, met: new Set(own) };
      // Snippets come by their beginnings: one that has ended before this begins meets none that follows.
      open = open.filter((other) => meet(meeting, other) || settle(grid, other));
      open.push(meeting);
    }
    for (const meeting of open) settle(grid, meeting);
    yield;
  }
  return { rows: tags, columns: tags, cells: yield* grid.counts() };
}

/** A snippet with its tags and those that it has met so far, by their places in the table. */
interface Meeting {
  range: TextRange;
  people: readonly PersonKey[];
  tags: readonly number[];
  met: Set<number>;
}

/** Tells two snippets of each other's tags. @returns whether they share words. */
function meet(one: Meeting, other: Meeting): boolean {
  if (!rangesOverlap(one.range, other.range)) return false;
  for (const tag of other.tags) one.met.add(tag);
  for (const tag of one.tags) other.met.add(tag);
  return true;
}

/** Counts a snippet that meets nobody any more. @returns false: it is done with. */
function settle(grid: CountGrid, { tags, met, people }: Meeting): false {
  for (const row of tags) for (const column of met) grid.add(row, column, people);
  return false;
}

/**
 * People and snippets of each tag by segment. Somebody who is nobody's record yet, or in no segment, stands in the last column; a
 * snippet with people of two segments counts in both. Snippets that hold nobody's words count nowhere.
 * @param whole a tag counts for the tags above it too.
 */
export function* tagsBySegment(reader: VaultReader, whole = false, options: PeopleOptions = {}): Steps<CountTable> {
  const peopleOf = createPeopleOf(reader, options);
  const rows = tagsInOrder(reader);
  const segments = [...reader.all('segments').values()].sort((left, right) => left.order - right.order);
  const columns = [...segments.map(({ id, name }) => ({ id, name })), { id: null, name: 'No segment' }];
  const rowOf = new Map(rows.map(({ id }, place) => [id, place]));
  const columnOf = new Map(columns.map(({ id }, place) => [id, place]));
  const grid = new CountGrid(rows.length, columns.length);
  const segmentOf = (person: PersonKey): string | null => reader.get('participants', person)?.segmentId ?? null;
  // The lists of people are few; who of a list is in which segment is worked out once for each.
  const bySegment = new Map<readonly PersonKey[], Map<string | null, PersonKey[]>>();
  let done = 0;
  for (const snippet of reader.all('snippets').values()) {
    const people = peopleOf(snippet);
    let parts = bySegment.get(people);
    if (!parts) bySegment.set(people, (parts = Map.groupBy(people, segmentOf)));
    for (const tagId of tagsOn(reader, snippet.id, whole)) {
      for (const [segmentId, own] of parts) grid.add(rowOf.get(tagId) ?? 0, columnOf.get(segmentId) ?? 0, own);
    }
    if ((done += 1) % STEP === 0) yield;
  }
  return { rows, columns, cells: yield* grid.counts() };
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
