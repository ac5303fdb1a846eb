// What can be found of a study: its records and the turns of its transcripts as documents for the index.
import { freeTextsOf } from '#shared/domain/participants/free-texts';
import { kindNumber, type SearchKind } from '#shared/model/search-kinds';
import type { TextDocument } from '#shared/domain/search/text-document';
import type { CollectionName } from '#shared/model/records/index';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';

/** Collections whose records are found, in the order in which they are read. */
export const SEARCHED_COLLECTIONS = [
  'tags',
  'themes',
  'participants',
  'sources',
  'assumptions',
  'memos',
  'snippets',
  'questions',
  'study',
  'departments',
  'commitments',
  'owners',
  'acknowledgements',
  'conversations',
  'rhythmItems',
  'signals',
  'gates',
  'assessments',
] as const satisfies readonly CollectionName[];
export type SearchedCollection = (typeof SEARCHED_COLLECTIONS)[number];

const KINDS: { readonly [C in SearchedCollection]: SearchKind } = {
  tags: 'tag',
  themes: 'theme',
  participants: 'participant',
  sources: 'source',
  assumptions: 'assumption',
  memos: 'memo',
  snippets: 'snippet',
  questions: 'question',
  study: 'decision',
  departments: 'department',
  commitments: 'commitment',
  owners: 'owner',
  acknowledgements: 'acknowledgement',
  conversations: 'conversation',
  rhythmItems: 'habit',
  signals: 'signal',
  gates: 'gate',
  assessments: 'self-assessment',
};

/** True for collections whose records are searched. */
export const isSearched = (collection: CollectionName): collection is SearchedCollection => Object.hasOwn(KINDS, collection);

/** Key of the document of a record. */
export const recordKey = (collection: SearchedCollection, id: string): string => `${collection}/${id}`;
/** Key of the document of a turn, counted from 0. */
export const turnKey = (sourceId: string, turn: number): string => `turn/${sourceId}/${turn}`;
/** Label of what one speaker says in a source; an empty label for turns without a speaker. */
export const voiceLabel = (sourceId: string, speaker: string | null): string => `voice:${sourceId}/${speaker ?? ''}`;

/** The record as a document; null when it is gone. */
export function recordDocument(reader: VaultReader, collection: SearchedCollection, id: string): TextDocument | null {
  const content = contentOf(reader, collection, id);
  if (!content) return null;
  return {
    key: recordKey(collection, id),
    kind: kindNumber(KINDS[collection]),
    text: content.texts.filter((text) => text !== '').join('\n'),
    labels: content.labels,
    extra: '',
  };
}

/** The turns of one source; empty ones cannot be found. */
export function turnDocuments(sourceId: string, turns: readonly Turn[]): TextDocument[] {
  const kind = kindNumber('turn');
  return turns.map(({ text, speaker, startMs }, turn) => ({
    key: turnKey(sourceId, turn),
    kind,
    text,
    labels: [`source:${sourceId}`, voiceLabel(sourceId, speaker)],
    extra: JSON.stringify([speaker, startMs]),
  }));
}

interface Content {
  texts: string[];
  labels: string[];
}

function contentOf(reader: VaultReader, collection: SearchedCollection, id: string): Content | null {
  if (collection === 'snippets') return snippetContent(reader, id);
  if (collection === 'tags') {
    const tag = reader.get('tags', id);
    return tag
      ? { texts: [tag.name, ...(tag.aliases ?? []), tag.definition, tag.whenToUse, tag.whenNotToUse], labels: [`tag:${id}`] }
      : null;
  }
  if (collection === 'themes') {
    const theme = reader.get('themes', id);
    return theme ? { texts: [theme.name, theme.insight], labels: [] } : null;
  }
  if (collection === 'participants') {
    // Real names are not kept here: they are found in the window, where it is known whether they may be shown.
    const person = reader.get('participants', id);
    return person
      ? { texts: [person.pseudonym, person.relationship, ...Object.values(person.attributes)], labels: [`participant:${id}`] }
      : null;
  }
  if (collection === 'sources') {
    const source = reader.get('sources', id);
    return source ? { texts: [source.title, ...factsOf(source)], labels: [`source:${id}`] } : null;
  }
  if (collection === 'assumptions') {
    const assumption = reader.get('assumptions', id);
    return assumption ? { texts: [assumption.statement], labels: [] } : null;
  }
  if (collection === 'questions') {
    const question = reader.get('questions', id);
    return question ? { texts: [question.text, question.probes], labels: [] } : null;
  }
  if (collection === 'memos') return memoContent(reader, id);
  const record = reader.get(collection, id);
  return record ? { texts: freeTextsOf(collection, record).map(({ text }) => text), labels: [] } : null;
}

function memoContent(reader: VaultReader, id: string): Content | null {
  const memo = reader.get('memos', id);
  if (!memo) return null;
  const about =
    memo.about?.collection === 'tags' ? [`tag:${memo.about.id}`] : memo.about?.collection === 'sources' ? [`source:${memo.about.id}`] : [];
  return { texts: [memo.title, memo.text], labels: about };
}

/** The short form of a story, and what else is noted of a source: a line each. */
const factsOf = ({ facts = {} }: Source): string[] => Object.entries(facts).map(([name, value]) => `${name}: ${value}`);

function snippetContent(reader: VaultReader, id: string): Content | null {
  const snippet = reader.get('snippets', id);
  if (!snippet) return null;
  const tags = reader
    .referring('snippets', id, 'taggings')
    .map(({ tagId }) => `tag:${tagId}`)
    .sort();
  const voices = snippet.speakers.map((speaker) => voiceLabel(snippet.sourceId, speaker));
  return { texts: [snippet.quote, snippet.note], labels: [`source:${snippet.sourceId}`, ...voices, ...tags] };
}
