// Records as if other words had always stood in the place of some names, with the places of snippets moved along.
import { mapFreeTexts } from '#shared/domain/participants/free-texts';
import { anchorOf, quoteOf } from '#shared/domain/transcript/anchor';
import type { Asking } from '#shared/model/records/asking';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import type { Participant } from '#shared/model/records/participant';
import { mapParts, type Query } from '#shared/model/records/query';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

import { type NamePlace, type NameReplacement, offsetAfter } from './replace-names.ts';

/** One text of a source before and after; turns without a name are the same objects. */
export interface RenamedText {
  before: readonly Turn[];
  after: readonly Turn[];
  /** Of the new text, where it is stored as a file. */
  file?: { sha256: string; words: number };
}

/** Everything the function needs to know. */
export interface Renaming {
  names: NameReplacement;
  /** A text of a source; undefined where it is not at hand, or is a new one already. */
  textOf(sourceId: string, revision: number): RenamedText | undefined;
  /** The number of a text after the names went. */
  numberOf(sourceId: string, revision: number): number;
}

/** Longest one-line text of a record, and longest context of a snippet (UTF-16 units). */
const LONGEST_LINE = 300;
const LONGEST_CONTEXT = 200;

/** A text with the names replaced; a line stays as long as a line may be. */
export function renamedLine({ names }: Renaming, text: string): string {
  const replaced = names.replace(text);
  return text.length <= LONGEST_LINE && replaced.length > LONGEST_LINE ? replaced.slice(0, LONGEST_LINE).toWellFormed() : replaced;
}

/** A record without the names; itself when none stands in it. Gives the same for the same record, and nothing new for one it gave before. */
export function renamedRecord<R extends AnyRecord>(collection: CollectionName, record: R, renaming: Renaming): R {
  const line = (text: string): string => renamedLine(renaming, text);
  const mapped: AnyRecord = mapFreeTexts(collection, record, line);
  if (collection === 'sources') return inSource(mapped as Source, renaming) as R;
  if (collection === 'snippets') return inSnippet(mapped as Snippet, renaming) as R;
  if (collection === 'askings') return inAsking(mapped as Asking, renaming) as R;
  if (collection === 'participants') return inParticipant(mapped as Participant, line) as R;
  if (collection === 'queries') return inQuery(mapped as Query, line) as R;
  return mapped as R;
}

/** Turns keep their numbers; only the text that they are counted in has another. */
function inAsking(asking: Asking, { numberOf }: Renaming): Asking {
  const { place, sourceId } = asking;
  return place === null ? asking : { ...asking, place: { ...place, revision: numberOf(sourceId, place.revision) } };
}

/** Who somebody is stands in the key list alone from now on. */
function inParticipant(person: Participant, line: (text: string) => string): Participant {
  return { ...person, name: line(person.name), pseudonym: line(person.pseudonym) };
}

function inQuery(query: Query, line: (text: string) => string): Query {
  const where = mapParts(query.where, (part) => {
    if (part.is === 'text') return { ...part, text: line(part.text).slice(0, 1000) };
    return part.is === 'speaker' ? { ...part, label: line(part.label) } : part;
  });
  return { ...query, where };
}

/** Two voices that are called the same now are one, as when a speaker is renamed. */
function inSource(source: Source, renaming: Renaming): Source {
  const labels = new Map<string, Source['speakers'][number]>();
  for (const speaker of source.speakers) {
    const label = renamedLine(renaming, speaker.label);
    const known = labels.get(label);
    if (!known || (known.participantId === null && speaker.participantId !== null)) labels.set(label, { ...speaker, label });
  }
  const { revision } = source.transcript;
  const file = renaming.textOf(source.id, revision)?.file;
  return {
    ...source,
    speakers: [...labels.values()],
    transcript: { ...source.transcript, revision: renaming.numberOf(source.id, revision), ...file },
  };
}

/** Where the text is at hand the words are taken from it anew: a snippet that begins inside of a name holds a part of it. */
function inSnippet(snippet: Snippet, renaming: Renaming): Snippet {
  const { sourceId, revision, review } = snippet;
  const here = renaming.textOf(sourceId, revision);
  const was = review?.was;
  const told = was ? renaming.textOf(sourceId, was.revision) : here;
  const place = was ? was.range : snippet.range;
  const known = told && (!review || was) && quoteOf(told.before, place) === snippet.quote ? told : null;
  const words = known ? anchorOf(known.after, rangeAfter(renaming, known, place)) : replacedWords(snippet, renaming);
  const moved: Snippet = {
    ...snippet,
    ...words,
    revision: renaming.numberOf(sourceId, revision),
    range: here ? rangeAfter(renaming, here, snippet.range) : snippet.range,
  };
  if (!review) return moved;
  return {
    ...moved,
    speakers: replacedWords(snippet, renaming).speakers,
    review: {
      ...review,
      proposals: here ? review.proposals.map((range) => rangeAfter(renaming, here, range)) : review.proposals,
      ...(was
        ? {
            was: {
              revision: renaming.numberOf(sourceId, was.revision),
              range: told ? rangeAfter(renaming, told, was.range) : was.range,
            },
          }
        : {}),
    },
  };
}

function replacedWords(snippet: Snippet, renaming: Renaming): Pick<Snippet, 'quote' | 'prefix' | 'suffix' | 'speakers'> {
  const { replace } = renaming.names;
  return {
    quote: replace(snippet.quote),
    prefix: replace(snippet.prefix).slice(-LONGEST_CONTEXT),
    suffix: replace(snippet.suffix).slice(0, LONGEST_CONTEXT),
    speakers: [...new Set(snippet.speakers.map((label) => (label === null ? null : renamedLine(renaming, label))))],
  };
}

/** The same stretch in the new text; a stretch that begins or ends inside of a name takes all of what stands there now. */
function rangeAfter({ names }: Renaming, { before, after }: RenamedText, range: TextRange): TextRange {
  const placesIn = (turn: number): NamePlace[] => {
    const text = before[turn];
    return text === undefined || text === after[turn] ? [] : names.places(text.text);
  };
  return {
    ...range,
    startOffset: offsetAfter(placesIn(range.startTurn), range.startOffset, 'start'),
    endOffset: offsetAfter(placesIn(range.endTurn), range.endOffset, 'end'),
  };
}
