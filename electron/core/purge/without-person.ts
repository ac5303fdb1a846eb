// The study as if the person had never been in it: one function over records, used on the present, on every entry and on every backup.
import { renamedLine, renamedRecord, type Renaming } from '#shared/domain/names/rename-records';
import { mapFreeTexts } from '#shared/domain/participants/free-texts';
import { anchorOf, findQuote, quoteOf } from '#shared/domain/transcript/anchor';
import type { Change } from '#shared/model/changes';
import { sameRecord } from '#shared/model/changes';
import type { RawRecords } from '#shared/model/migrations/index';
import type { AnyRecord, CollectionName, RecordTypes } from '#shared/model/records/index';
import { mapParts, type Query } from '#shared/model/records/query';
import type { Recruit } from '#shared/model/records/recruit';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Assumption } from '#shared/model/records/assumption';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

/** Stands where the words and the label of a deleted person stood. */
export const DELETED = '[deleted]';

/** A source in which others speak too. */
export interface Redaction {
  /** The person's turns, where it is not known for each text by itself. */
  turns: ReadonlySet<number>;
  /** The person's turns by revision: a correction may have numbered them anew. */
  byRevision: ReadonlyMap<number, ReadonlySet<number>>;
  transcript: Source['transcript'];
  /** Without the person's words. */
  text: readonly Turn[];
}

/** Everything the function needs to know; ids, and the texts of sources that others speak in, without the person's words. */
export interface Deletion {
  participantIds: ReadonlySet<string>;
  sourceIds: ReadonlySet<string>;
  redacted: ReadonlyMap<string, Redaction>;
  /** Snippets that hold the person's words in any version; grown by `noteSnippets` before anything is rewritten. */
  snippetIds: Set<string>;
  /** Replaces the person's names in texts that the researcher typed, when that was asked for. */
  mask?: (text: string) => string;
  /** Names that go from everything, instead of a person. */
  renaming?: Renaming;
}

/** A deletion of nobody: names go instead. */
export function renamingOnly(renaming: Renaming): Deletion {
  return {
    participantIds: new Set(),
    sourceIds: new Set(),
    redacted: new Map(),
    snippetIds: new Set(),
    mask: (text) => renamedLine(renaming, text),
    renaming,
  };
}

/** Takes the person's turns out of a text; the numbers of the turns stay. Cues and heading hold their words too and go. */
export function withoutTurns(turns: readonly Turn[], taken: ReadonlySet<number>): Turn[] {
  return turns.map((turn, index) => (taken.has(index) ? { ...turn, speaker: DELETED, text: DELETED } : turn));
}

/** Remembers a snippet that holds the person's words. Every version of every snippet has to be seen before the first is rewritten. */
export function noteSnippet(deletion: Deletion, snippet: Pick<Snippet, 'id' | 'sourceId' | 'revision' | 'range' | 'review'>): void {
  const redacted = deletion.redacted.get(snippet.sourceId);
  // One that lost its place holds the words of where it was.
  const { revision, range } = snippet.review?.was ?? snippet;
  const turns = redacted?.byRevision.get(revision) ?? redacted?.turns ?? [];
  const touches = [...turns].some((turn) => turn >= range.startTurn && turn <= range.endTurn);
  if (touches || deletion.sourceIds.has(snippet.sourceId)) deletion.snippetIds.add(snippet.id);
}

/** As noteSnippet, for both sides of every change. */
export function noteSnippets(deletion: Deletion, changes: readonly Change[]): void {
  for (const { collection, before, after } of changes) {
    if (collection !== 'snippets') continue;
    for (const snippet of [before, after]) if (snippet) noteSnippet(deletion, snippet as Snippet);
  }
}

type Rewriters = { readonly [C in CollectionName]?: (record: RecordTypes[C], deletion: Deletion) => RecordTypes[C] | null };

const ofSnippet = <R extends { snippetId: string | null }>(record: R, { snippetIds }: Deletion): R | null =>
  record.snippetId !== null && snippetIds.has(record.snippetId) ? null : record;

const REWRITERS: Rewriters = {
  participants: (record, { participantIds }) => (participantIds.has(record.id) ? null : record),
  sources: withoutInSource,
  snippets: withoutInSnippet,
  taggings: ofSnippet,
  cards: ofSnippet,
  evidenceLinks: ofSnippet,
  // That somebody of us listened stays known; what was heard goes with the person.
  conversations: (record, { sourceIds }) =>
    record.sourceId !== null && sourceIds.has(record.sourceId)
      ? { ...record, sourceId: null, customer: '', learned: '', influence: '' }
      : record,
  assumptions: withoutAskedIn,
  askings: (record, { sourceIds }) => (sourceIds.has(record.sourceId) ? null : record),
  recruits: withoutRecruit,
  memos: (record, { sourceIds }) => (record.about?.collection === 'sources' && sourceIds.has(record.about.id) ? null : record),
  queries: withoutInQuery,
  readout: (record, { snippetIds }) => ({
    ...record,
    quotes: Object.fromEntries(Object.entries(record.quotes).map(([theme, ids]) => [theme, ids.filter((id) => !snippetIds.has(id))])),
  }),
};

/** A record without the person: itself, changed, or null when it goes. Gives the same for the same record, wherever it is met. */
export function withoutPerson<R extends AnyRecord>(collection: CollectionName, record: R, deletion: Deletion): R | null {
  if (deletion.renaming) return renamedRecord(collection, record, deletion.renaming);
  const rewrite = REWRITERS[collection] as ((record: AnyRecord, deletion: Deletion) => AnyRecord | null) | undefined;
  const rewritten = rewrite ? rewrite(record, deletion) : record;
  return (rewritten && deletion.mask ? mapFreeTexts(collection, rewritten, deletion.mask) : rewritten) as R | null;
}

/** Off the list with the person; whom they introduced stays, without their name. */
function withoutRecruit(recruit: Recruit, { participantIds }: Deletion): Recruit | null {
  if (participantIds.has(recruit.participantId)) return null;
  return recruit.introducerId !== null && participantIds.has(recruit.introducerId) ? { ...recruit, introducerId: null } : recruit;
}

function withoutAskedIn(assumption: Assumption, { sourceIds }: Deletion): Assumption {
  if (!assumption.askedIn?.some((id) => sourceIds.has(id))) return assumption;
  const { askedIn, ...rest } = assumption;
  const kept = askedIn.filter((id) => !sourceIds.has(id));
  return kept.length === 0 ? rest : { ...rest, askedIn: kept };
}

/** Nobody is found by the person any more; words and labels that a query looks for are masked like any text. */
function withoutInQuery(query: Query, { participantIds, mask }: Deletion): Query {
  const where = mapParts(query.where, (part) => {
    if (part.is === 'participant' && participantIds.has(part.participantId)) return { is: 'or', of: [] };
    if (part.is === 'text' && mask) return { ...part, text: mask(part.text).slice(0, 1000) };
    return part.is === 'speaker' && mask ? { ...part, label: mask(part.label).slice(0, 300) } : part;
  });
  return { ...query, where };
}

function withoutInSource(source: Source, { participantIds, sourceIds, redacted }: Deletion): Source | null {
  if (sourceIds.has(source.id)) return null;
  const of = redacted.get(source.id);
  const nobody = (id: string | null): string | null => (id !== null && participantIds.has(id) ? null : id);
  const speakers = source.speakers.map((speaker) => ({ ...speaker, participantId: nobody(speaker.participantId) }));
  if (!of) return { ...source, participantId: nobody(source.participantId), speakers };
  // Only labels that stand in the new text are kept: so the person's own goes, whoever it was taken for at that time.
  const labels = new Set(of.text.map((turn) => turn.speaker));
  const others = speakers.filter((speaker) => labels.has(speaker.label) && speaker.label !== DELETED);
  return {
    ...source,
    participantId: nobody(source.participantId),
    speakers: labels.has(DELETED) ? [...others, { label: DELETED, role: 'other', participantId: null }] : others,
    transcript: of.transcript,
  };
}

function withoutInSnippet(snippet: Snippet, { snippetIds, redacted }: Deletion): Snippet | null {
  if (snippetIds.has(snippet.id)) return null;
  const of = redacted.get(snippet.sourceId);
  if (!of) return snippet;
  const { revision } = of.transcript;
  const { review, ...plain } = snippet;
  const here = quoteOf(of.text, snippet.range) === snippet.quote;
  // A step that undoing leads back to may have had another text, in which the same words stood elsewhere.
  const range = review ? null : here ? snippet.range : findQuote(of.text, snippet.quote);
  // The words are the same; what stands around them may have been the person's.
  if (range) return { ...plain, revision, range, ...anchorOf(of.text, range) };
  const lost = { prefix: '', suffix: '', review: { proposals: [], withoutPlace: review?.withoutPlace ?? false } };
  return { ...plain, revision, range: anyRange(of.text), ...lost };
}

/** The first turn with words: for a snippet that has no place. */
function anyRange(turns: readonly Turn[]): TextRange {
  const turn = Math.max(
    0,
    turns.findIndex(({ text }) => text.trim() !== ''),
  );
  return { startTurn: turn, startOffset: 0, endTurn: turn, endOffset: turns[turn]?.text.length ?? 0 };
}

/** The changes of one entry without the person. @returns null when none of them touched the person. */
export function changesWithout(changes: readonly Change[], deletion: Deletion): Change[] | null {
  let touched = false;
  const kept: Change[] = [];
  for (const change of changes) {
    const before = change.before && withoutPerson(change.collection, change.before, deletion);
    const after = change.after && withoutPerson(change.collection, change.after, deletion);
    const same = sameRecord(before, change.before) && sameRecord(after, change.after);
    touched ||= !same;
    if (same) kept.push(change);
    else if (!sameRecord(before, after)) kept.push({ ...change, before, after });
  }
  return touched ? kept : null;
}

/** Raw records of today's version without the person. @returns the records, and whether anything was changed. */
export function recordsWithout(records: RawRecords, deletion: Deletion): { records: RawRecords; touched: boolean } {
  for (const snippet of Object.values(records['snippets'] ?? {})) noteSnippet(deletion, snippet as unknown as Snippet);
  let touched = false;
  const collections = Object.entries(records).map(([collection, byId]) => {
    const kept: Record<string, Record<string, unknown>> = {};
    for (const [id, record] of Object.entries(byId)) {
      const rewritten = withoutPerson(collection as CollectionName, record as unknown as AnyRecord, deletion);
      touched ||= !sameRecord(rewritten, record);
      if (rewritten) kept[id] = rewritten;
    }
    return [collection, kept] as const;
  });
  return { records: Object.fromEntries(collections), touched };
}
