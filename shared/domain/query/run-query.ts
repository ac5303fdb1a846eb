// Answers a query over the study's records: the snippets for which a condition holds, in the order of the texts.
import { createPeopleOf, distinctPeople, type PeopleOptions, type PersonKey } from '#shared/domain/evidence/participants-of';
import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';
import { foldForSearch } from '#shared/lib/text';
import type { Condition } from '#shared/model/records/query';
import type { Snippet } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';

import { nearMarked } from './nearby.ts';
import { type SnippetColumns, snippetColumns, unitsOfRange, wordsOfRanges } from './snippet-columns.ts';
import { tagFamily } from './tag-family.ts';

/** Turns of a source's current transcript; null when they are not at hand. Needed only where a query counts words. */
export type TurnsOf = (sourceId: string) => readonly Turn[] | null;

export interface QueryOptions extends PeopleOptions {
  turnsOf?: TurnsOf | undefined;
}

export interface QueryAnswer {
  snippets: Snippet[];
  /** The distinct people whose words they hold, sorted. */
  people: PersonKey[];
}

/** Snippets that are looked at before others may run. */
const STEP = 2000;

/**
 * Runs in time proportional to the snippets, a sorting apart. Nobody knows who of several speaks where turns have no labels: such a
 * snippet is nobody's until they have. @throws AppError('bad-input') when words must be counted and no transcripts are at hand.
 */
export function* runQuery(reader: VaultReader, where: Condition, options: QueryOptions = {}): Steps<QueryAnswer> {
  const columns = yield* snippetColumns(reader);
  const run: Run = { reader, columns, options, peopleOf: createPeopleOf(reader, options), folded: [] };
  const marks = yield* evaluate(run, where);
  const snippets = columns.snippets.filter((_snippet, place) => marks[place] === 1);
  return { snippets, people: distinctPeople(new Set(snippets.map(run.peopleOf))) };
}

/** True when a query can only be answered with the texts at hand. */
export function countsWords(where: Condition): boolean {
  if (where.is === 'and' || where.is === 'or') return where.of.some(countsWords);
  if (where.is === 'near') return where.unit === 'words' || countsWords(where.of);
  return (where.is === 'not' || where.is === 'overlapping') && countsWords(where.of);
}

interface Run {
  reader: VaultReader;
  columns: SnippetColumns;
  options: QueryOptions;
  peopleOf(snippet: Snippet): readonly PersonKey[];
  /** Quotes as they are compared; filled when the first words are looked for. */
  folded: string[];
}

/** A mark of 1 for each snippet for which the condition holds. */
function* evaluate(run: Run, where: Condition): Steps<Uint8Array> {
  if (where.is === 'and' || where.is === 'or') {
    const wanted = where.is === 'and' ? 1 : 0;
    const marks = new Uint8Array(run.columns.snippets.length).fill(wanted);
    for (const part of where.of) {
      const own = yield* evaluate(run, part);
      for (let place = 0; place < marks.length; place += 1) if (own[place] !== wanted) marks[place] = 1 - wanted;
    }
    return marks;
  }
  if (where.is === 'not') return (yield* evaluate(run, where.of)).map((mark) => 1 - mark);
  if (where.is === 'overlapping') return yield* near(run, yield* evaluate(run, where.of), 'units', -1);
  if (where.is === 'near') {
    // Words between two: the next word is one number further, with nothing between.
    const reach = where.unit === 'words' ? where.within + 1 : where.within;
    return yield* near(run, yield* evaluate(run, where.of), where.unit, reach);
  }
  if (where.is === 'tag') return tagged(run, where.tagId, where.alone === true);
  const holds = test(run, where);
  const marks = new Uint8Array(run.columns.snippets.length);
  for (const [place, snippet] of run.columns.snippets.entries()) {
    if (holds(snippet, place)) marks[place] = 1;
    if (place % STEP === 0) yield;
  }
  return marks;
}

type Holds = (snippet: Snippet, place: number) => boolean;

/** What a snippet must be by itself. */
function test(run: Run, where: Exclude<Condition, { of: unknown } | { is: 'tag' }>): Holds {
  const { reader, peopleOf, folded } = run;
  switch (where.is) {
    case 'speaker': {
      const label = foldForSearch(where.label.trim());
      return ({ speakers }) => speakers.some((speaker) => speaker !== null && foldForSearch(speaker) === label);
    }
    case 'participant':
      return (snippet) => peopleOf(snippet).includes(where.participantId);
    case 'segment':
      return (snippet) => peopleOf(snippet).some((person) => (reader.get('participants', person)?.segmentId ?? null) === where.segmentId);
    case 'source':
      return ({ sourceId }) => sourceId === where.sourceId;
    case 'kind':
      return ({ sourceId }) => reader.get('sources', sourceId)?.kind === where.kind;
    case 'held':
      return ({ sourceId }) => isBetween(reader.get('sources', sourceId)?.heldOn ?? null, where.from, where.to);
    case 'starred':
      return ({ starred }) => starred;
    case 'text': {
      const words = oneLine(where.text.trim());
      return ({ quote }, place) => (folded[place] ??= oneLine(quote)).includes(words);
    }
  }
}

const oneLine = (text: string): string => foldForSearch(text).replace(/\s/g, ' ');

function isBetween(day: string | null, from: string | null, to: string | null): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

function tagged({ reader, columns }: Run, tagId: string, alone: boolean): Uint8Array {
  const marks = new Uint8Array(columns.snippets.length);
  for (const id of alone ? [tagId] : tagFamily(reader, tagId)) {
    for (const tagging of reader.referring('tags', id, 'taggings')) {
      const place = columns.placeOf.get(tagging.snippetId);
      if (place !== undefined) marks[place] = 1;
    }
  }
  return marks;
}

function* near(run: Run, marked: Uint8Array, unit: 'units' | 'words' | 'turns', reach: number): Steps<Uint8Array> {
  const marks = new Uint8Array(marked.length);
  for (const { sourceId, from, to } of run.columns.sources) {
    const own = marked.subarray(from, to);
    if (own.includes(1)) {
      const places = positions(run, sourceId, run.columns.snippets.slice(from, to), unit);
      const stretches = { from: Float64Array.from(places, ([start]) => start), to: Float64Array.from(places, ([, end]) => end) };
      marks.set(nearMarked(stretches, own, reach), from);
    }
    yield;
  }
  return marks;
}

function positions(run: Run, sourceId: string, snippets: readonly Snippet[], unit: 'units' | 'words' | 'turns'): [number, number][] {
  const ranges = snippets.map(({ range }) => range);
  if (unit === 'units') return ranges.map(unitsOfRange);
  if (unit === 'turns') return ranges.map(({ startTurn, endTurn }) => [startTurn, endTurn]);
  const turns = run.options.turnsOf?.(sourceId);
  if (!turns) throw new AppError('bad-input', 'Words can only be counted with the transcripts at hand. Ask for turns instead of words.');
  return wordsOfRanges(turns, ranges);
}
