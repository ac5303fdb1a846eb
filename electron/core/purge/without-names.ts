// The study as if other words had always stood in the place of some names: one function over records, for the present, every step and every backup.
import { type NamePlace, type NameReplacement, offsetAfter } from '#shared/domain/names/replace-names';
import { mapFreeTexts } from '#shared/domain/participants/free-texts';
import { anchorOf, quoteOf } from '#shared/domain/transcript/anchor';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import type { Participant } from '#shared/model/records/participant';
import { mapParts, type Query } from '#shared/model/records/query';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

/** One text of a source before and after; turns without a name are the same objects. */
export interface RenamedText {
  before: readonly Turn[];
  after: readonly Turn[];
  /** Of the file with the new text. */
  sha256: string;
  words: number;
}

/** A source in one of whose texts a name stood: each text has a new number, so that the old file and the new one can lie side by side. */
export interface RenamedSource {
  /** Added to every number up to itself; higher numbers are new ones already. */
  by: number;
  /** By old number; a text that is not at hand is not among them. */
  texts: ReadonlyMap<number, RenamedText>;
}

/** Everything the function needs to know. */
export interface Renaming {
  names: NameReplacement;
  sources: ReadonlyMap<string, RenamedSource>;
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
export function withoutNames<R extends AnyRecord>(collection: CollectionName, record: R, renaming: Renaming): R {
  const line = (text: string): string => renamedLine(renaming, text);
  const mapped = mapFreeTexts(collection, record as AnyRecord, line);
  if (collection === 'sources') return inSource(mapped as Source, renaming) as R;
  if (collection === 'snippets') return inSnippet(mapped as Snippet, renaming) as R;
  if (collection === 'participants') return inParticipant(mapped as Participant, line) as R;
  if (collection === 'queries') return inQuery(mapped as Query, line) as R;
  return mapped as R;
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
  const number = newNumber(renaming, source.id, revision);
  const text = number === revision ? undefined : renaming.sources.get(source.id)?.texts.get(revision);
  return {
    ...source,
    speakers: [...labels.values()],
    transcript: { ...source.transcript, revision: number, ...(text ? { sha256: text.sha256, words: text.words } : {}) },
  };
}

/** The number of a text after the names went; the same where none stood in any text of the source, and for a number that is new already. */
function newNumber({ sources }: Renaming, sourceId: string, revision: number): number {
  const by = sources.get(sourceId)?.by ?? 0;
  return revision <= by ? revision + by : revision;
}

/** Where the text is at hand the words are taken from it anew: a snippet that begins inside of a name holds a part of it. */
function inSnippet(snippet: Snippet, renaming: Renaming): Snippet {
  const { sourceId, revision, review } = snippet;
  const textOf = (number: number): RenamedText | undefined => renaming.sources.get(sourceId)?.texts.get(number);
  const here = textOf(revision);
  const was = review?.was;
  const told = was ? textOf(was.revision) : here;
  const place = was ? was.range : snippet.range;
  const known = told && (!review || was) && quoteOf(told.before, place) === snippet.quote ? told : null;
  const words = known ? anchorOf(known.after, rangeAfter(renaming, known, place)) : replacedWords(snippet, renaming);
  const moved: Snippet = {
    ...snippet,
    ...words,
    revision: newNumber(renaming, sourceId, revision),
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
              revision: newNumber(renaming, sourceId, was.revision),
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
