// Sources of a foreign project as sources of the study, their selections as snippets, their codings as taggings.
import { anchorOf, checkedRange } from '#shared/domain/transcript/anchor';
import { countWords } from '#shared/lib/text';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { KeptText, TextEncoding, Turn } from '#shared/model/transcript';

import { choosePositions, describeReading, type ReadPositions } from './choose-reading.ts';
import { bring, note } from './exchange-report.ts';
import { participantsOfSource } from './participant-records.ts';
import { placeAreas, type PrintedLine } from './place-areas.ts';
import type { ProjectArea, ProjectCoding, ProjectSelection, ProjectSource } from './project.ts';
import { fieldText, nameLine, type RecordMaker, timeOf } from './record-maker.ts';
import { type SplitSource, splitSource } from './split-source.ts';

/** The text of a source as it was found, or why there is none. */
export type SourceText =
  | { raw: string; encoding: TextEncoding; /** Printed lines of each page of a PDF. */ pages?: readonly (readonly PrintedLine[])[] }
  | { missing: string };

/** A transcript to be stored before the records are; its checksum is not known yet. */
export interface NewTranscript {
  sourceId: string;
  turns: Turn[];
  kept: KeptText | null;
}

export interface SourceCounts {
  sources: number;
  selections: number;
  codings: number;
  there: number;
  empty: number;
  outside: number;
  moved: number;
  whole: number;
  unknownCodes: number;
  doubled: number;
  tooLong: number;
  /** Areas of PDF pages that became the words printed there. */
  areas: number;
  areasLeft: number;
}

interface Tally {
  counts: SourceCounts;
  /** Sources without text, by the reason. */
  missing: Map<string, number>;
}

/** Adds all sources with what is selected and coded in them. @param textOf the text of a source, by its key. */
export function addSources(
  maker: RecordMaker,
  textOf: (source: ProjectSource) => SourceText,
): { transcripts: NewTranscript[]; counts: SourceCounts } {
  const counts: SourceCounts = {
    sources: 0,
    selections: 0,
    codings: 0,
    there: 0,
    empty: 0,
    outside: 0,
    moved: 0,
    whole: 0,
    unknownCodes: 0,
    doubled: 0,
    tooLong: 0,
    areas: 0,
    areasLeft: 0,
  };
  const transcripts: NewTranscript[] = [];
  const missing = new Map<string, number>();
  for (const source of maker.project.sources) {
    const transcript = addSource(maker, source, textOf(source), { counts, missing });
    if (transcript) transcripts.push(transcript);
  }
  describe(maker, counts);
  for (const [why, count] of missing) note(maker.report.leaves, count, 'source comes', 'sources come', `without the text: ${why}`);
  return { transcripts, counts };
}

function addSource(maker: RecordMaker, source: ProjectSource, found: SourceText, { counts, missing }: Tally): NewTranscript | null {
  if (maker.reader.get('sources', source.guid)) {
    counts.there += 1;
    return null;
  }
  const raw = 'raw' in found ? found.raw : '';
  const title = nameLine(source.name, `Source ${counts.sources + 1}`);
  const positions = choosePositions(raw, source.selections);
  const split = splitSource(positions.text);
  if ('raw' in found && split.turns.length === 0) counts.empty += 1;
  if ('missing' in found) missing.set(found.missing, (missing.get(found.missing) ?? 0) + 1);
  else if (positions.chosen) describePositions(maker, title, positions, raw);
  const id = maker.idFor('sources', source.guid);
  maker.sourceIds.set(source.key, id);
  maker.add('sources', sourceRecord(maker, source, id, title, split, 'raw' in found ? found.encoding : 'utf-8'));
  counts.sources += 1;
  const kept: KeptText = { text: positions.text, selections: {} };
  const pages = 'raw' in found ? (found.pages ?? null) : null;
  for (const each of [...selectionsOf(source, positions, counts), ...selectionsOfAreas(source, positions.text, pages, counts)])
    addSelection(maker, { id, split, kept }, each, counts);
  return { sourceId: id, turns: split.turns, kept: positions.text === '' ? null : kept };
}

function describePositions({ report }: RecordMaker, title: string, { reading }: ReadPositions, raw: string): void {
  const how = describeReading(reading, raw.includes('\r\n') ? 'with CR LF' : 'plain');
  if (how !== '') report.changes.push(`Positions in “${title}” were read with ${how}, which fits its selections best.`);
}

function sourceRecord(
  maker: RecordMaker,
  source: ProjectSource,
  id: string,
  title: string,
  split: SplitSource,
  encoding: TextEncoding,
): Source {
  const times = split.turns.flatMap((turn) => [turn.startMs, turn.endMs]).filter((time): time is number => time !== null);
  return {
    id,
    kind: 'interview',
    title,
    heldOn: null,
    fileName: nameLine(
      (source.path ?? source.otherPath ?? '')
        .replace(/^[a-z]+:\/\//i, '')
        .split(/[\\/]/)
        .at(-1) ?? '',
      '',
    ),
    format: 'text',
    encoding,
    ...participantsOfSource(maker, source, title, split),
    transcript: {
      revision: 1,
      sha256: '0'.repeat(64),
      turns: split.turns.length,
      words: split.turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
      startMs:
        times.length > 0
          ? Math.min(
              ...times.slice(0, 1),
              times.reduce((least, time) => Math.min(least, time)),
            )
          : null,
      endMs: times.length > 0 ? times.reduce((most, time) => Math.max(most, time)) : null,
    },
    importedAt: maker.now,
  };
}

/** What was selected, and where in the text: UTF-16 units, null beyond its end. */
interface PlacedSelection {
  selection: Omit<ProjectSelection, 'start' | 'end'>;
  start: number | null;
  end: number | null;
}

/** The selections, and one over the whole text for codings of the source itself. */
function selectionsOf(source: ProjectSource, positions: ReadPositions, counts: SourceCounts): PlacedSelection[] {
  const placed = source.selections.map((selection) => ({
    selection,
    start: positions.place(selection.start),
    end: positions.place(selection.end),
  }));
  if (source.codings.length === 0) return placed;
  counts.whole += source.codings.length;
  const whole = { key: '', guid: '', name: '', description: '', codings: source.codings, notes: [], user: null, at: source.at };
  return [...placed, { selection: whole, start: 0, end: positions.text.length }];
}

/** Areas of pages as the words that stand in them. */
function selectionsOfAreas(
  { areas }: { areas: readonly ProjectArea[] },
  text: string,
  pages: Parameters<typeof placeAreas>[2],
  counts: SourceCounts,
): PlacedSelection[] {
  if (areas.length === 0) return [];
  const places = placeAreas(text, areas, pages);
  const placed = areas.flatMap((selection, index): PlacedSelection[] => {
    const place = places[index];
    return place ? [{ selection, ...place }] : [];
  });
  counts.areas += placed.length;
  counts.areasLeft += areas.length - placed.length;
  return placed;
}

interface Target {
  id: string;
  split: SplitSource;
  kept: KeptText;
}

function addSelection(maker: RecordMaker, target: Target, { selection, start, end }: PlacedSelection, counts: SourceCounts): void {
  const placed = start === null || end === null ? null : placeSelection(target.split, start, end);
  if (placed === null) {
    counts.outside += 1;
    return;
  }
  if (placed.moved) counts.moved += 1;
  const anchor = anchorOf(target.split.turns, placed.range);
  if (anchor.quote.length > 1_000_000 || anchor.speakers.length > 1000) {
    counts.tooLong += 1;
    return;
  }
  const at = timeOf(selection.at, maker.now);
  const base: Omit<Snippet, 'id'> = {
    sourceId: target.id,
    revision: 1,
    range: placed.range,
    ...anchor,
    note: snippetNote(maker, selection),
    starred: false,
    by: maker.coder(selection.user),
    at,
  };
  counts.selections += 1;
  const add = (id: string, note = base.note): string => {
    maker.add('snippets', { ...base, id, note });
    if (placed.kept) target.kept.selections[id] = placed.kept;
    return id;
  };
  addCodings(maker, selection, { first: add(maker.idFor('snippets', selection.guid)), another: () => add(maker.newId(), ''), at }, counts);
}

/** Two coders who gave one selection the same code each keep their coding: the second on a snippet of its own. */
function addCodings(
  maker: RecordMaker,
  selection: PlacedSelection['selection'],
  { first, another, at }: { first: string; another: () => string; at: string },
  counts: SourceCounts,
): void {
  const snippets = [{ id: first, codings: new Map<string, ProjectCoding>() }];
  for (const coding of selection.codings) {
    const tagId = maker.tagIds.get(coding.code);
    if (tagId === undefined) {
      counts.unknownCodes += 1;
      continue;
    }
    if (snippets.some(({ codings }) => codings.get(tagId)?.user === coding.user && codings.has(tagId))) {
      counts.doubled += 1;
      continue;
    }
    let target = snippets.find(({ codings }) => !codings.has(tagId));
    if (!target) snippets.push((target = { id: another(), codings: new Map() }));
    target.codings.set(tagId, coding);
    counts.codings += 1;
    maker.add('taggings', {
      id: `${target.id}_${tagId}`,
      snippetId: target.id,
      tagId,
      by: maker.coder(coding.user ?? selection.user),
      at: timeOf(coding.at, at),
      origin: 'imported',
    });
  }
}

interface Placed {
  range: TextRange;
  /** What to give back on export where the range alone would give another place. */
  kept: KeptText['selections'][string] | null;
  moved: boolean;
}

/** Where a selection lies in the turns; one on labels or white space alone goes to the turn that follows. */
function placeSelection(split: SplitSource, start: number, end: number): Placed | null {
  const exact = trimmed(split.turns, split.places.toRange(start, end));
  const range = exact ?? wholeTurn(split, start);
  if (range === null) return null;
  const back = split.places.toText(range);
  const same = back !== null && back.start === start && back.end === end;
  return { range, kept: same ? null : { start, end, range }, moved: exact === null };
}

function trimmed(turns: readonly Turn[], range: TextRange | null): TextRange | null {
  if (range === null) return null;
  try {
    return checkedRange(turns, range);
  } catch {
    // Only white space, or half of a pair: no words to quote.
    return null;
  }
}

function wholeTurn(split: SplitSource, place: number): TextRange | null {
  const turn = split.places.nearestTurn(place);
  if (turn === null) return null;
  return trimmed(split.turns, { startTurn: turn, startOffset: 0, endTurn: turn, endOffset: split.turns[turn]?.text.length ?? 0 });
}

function snippetNote({ project }: RecordMaker, selection: PlacedSelection['selection']): string {
  const keys = [...selection.notes, ...selection.codings.flatMap((coding) => coding.notes)];
  const notes = keys.flatMap((key) => project.notes.filter((each) => each.key === key).map((each) => each.text || each.name));
  return fieldText(
    [selection.description, ...notes].filter((text, index, all) => text.trim() !== '' && all.indexOf(text) === index).join('\n\n'),
  );
}

function describe({ report }: RecordMaker, counts: SourceCounts): void {
  bring(report, counts.sources, 'source', 'sources');
  bring(report, counts.selections, 'selection', 'selections');
  bring(report, counts.codings, 'coding', 'codings');
  note(report.changes, counts.empty, 'source has', 'sources have', 'no words in the file.');
  note(
    report.changes,
    counts.moved,
    'selection lies on a speaker’s name or on white space alone: it is',
    'selections lie on speakers’ names or on white space alone: they are',
    'put on the words that follow.',
  );
  note(
    report.changes,
    counts.whole,
    'coding of a whole source became a snippet',
    'codings of whole sources became snippets',
    'over the whole text.',
  );
  note(
    report.leaves,
    counts.there,
    'source was imported before and stays as it is',
    'sources were imported before and stay as they are',
    'in the study.',
  );
  note(
    report.changes,
    counts.areas,
    'selection on a PDF page is an area there: it became',
    'selections on PDF pages are areas there: they became',
    'the words that stand in it.',
  );
  note(report.leaves, counts.areasLeft, 'selection', 'selections', 'on PDF pages: no words of the document’s text stand in the area.');
  note(report.leaves, counts.outside, 'selection lies', 'selections lie', 'outside of the text that came with it.');
  note(report.leaves, counts.unknownCodes, 'coding', 'codings', 'with a code that is not in the file.');
  note(report.leaves, counts.doubled, 'coding', 'codings', 'that another one by the same person repeats.');
  note(report.leaves, counts.tooLong, 'selection is', 'selections are', 'longer than a million letters.');
}
