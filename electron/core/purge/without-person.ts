// The study as if the person had never been in it: one function over records, used on the present, on every entry and on every backup.
import { mapFreeTexts } from '#shared/domain/participants/free-texts';
import { anchorOf } from '#shared/domain/transcript/anchor';
import type { Change } from '#shared/model/changes';
import { sameRecord } from '#shared/model/changes';
import type { RawRecords } from '#shared/model/migrations/index';
import type { AnyRecord, CollectionName, RecordTypes } from '#shared/model/records/index';
import type { Snippet } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

/** Stands where the words and the label of a deleted person stood. */
export const DELETED = '[deleted]';

/** Everything the function needs to know; ids, and the texts of sources that others speak in, without the person's words. */
export interface Deletion {
  participantIds: ReadonlySet<string>;
  sourceIds: ReadonlySet<string>;
  redacted: ReadonlyMap<string, { turns: ReadonlySet<number>; transcript: Source['transcript']; text: readonly Turn[] }>;
  /** Snippets that hold the person's words in any version; grown by `noteSnippets` before anything is rewritten. */
  snippetIds: Set<string>;
  /** Replaces the person's names in texts that the researcher typed, when that was asked for. */
  mask?: (text: string) => string;
}

/** Takes the person's turns out of a text; the numbers of the turns stay. Cues and heading hold their words too and go. */
export function withoutTurns(turns: readonly Turn[], taken: ReadonlySet<number>): Turn[] {
  return turns.map((turn, index) => (taken.has(index) ? { ...turn, speaker: DELETED, text: DELETED } : turn));
}

/** Remembers a snippet that holds the person's words. Every version of every snippet has to be seen before the first is rewritten. */
export function noteSnippet(deletion: Deletion, snippet: Pick<Snippet, 'id' | 'sourceId' | 'range'>): void {
  const redacted = deletion.redacted.get(snippet.sourceId);
  const { startTurn, endTurn } = snippet.range;
  const touches = redacted && [...redacted.turns].some((turn) => turn >= startTurn && turn <= endTurn);
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
  memos: (record, { sourceIds }) => (record.about?.collection === 'sources' && sourceIds.has(record.about.id) ? null : record),
  readout: (record, { snippetIds }) => ({
    ...record,
    quotes: Object.fromEntries(Object.entries(record.quotes).map(([theme, ids]) => [theme, ids.filter((id) => !snippetIds.has(id))])),
  }),
};

/** A record without the person: itself, changed, or null when it goes. Gives the same for the same record, wherever it is met. */
export function withoutPerson<R extends AnyRecord>(collection: CollectionName, record: R, deletion: Deletion): R | null {
  const rewrite = REWRITERS[collection] as ((record: AnyRecord, deletion: Deletion) => AnyRecord | null) | undefined;
  const rewritten = rewrite ? rewrite(record, deletion) : record;
  return (rewritten && deletion.mask ? mapFreeTexts(collection, rewritten, deletion.mask) : rewritten) as R | null;
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
    speakers: [...others, { label: DELETED, role: 'other', participantId: null }],
    transcript: of.transcript,
  };
}

function withoutInSnippet(snippet: Snippet, { snippetIds, redacted }: Deletion): Snippet | null {
  if (snippetIds.has(snippet.id)) return null;
  const of = redacted.get(snippet.sourceId);
  if (!of) return snippet;
  // The words are the same; what stands around them may have been the person's.
  return { ...snippet, revision: of.transcript.revision, ...anchorOf(of.text, snippet.range) };
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
