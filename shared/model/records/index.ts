// All collections of a vault: record schemas and the references between them.
import type { z } from 'zod';

import { type Assumption, assumptionSchema } from './assumption.ts';
import { type Board, boardSchema } from './board.ts';
import { type Card, cardSchema } from './card.ts';
import { type Department, departmentSchema } from './department.ts';
import { type EvidenceLink, evidenceLinkSchema } from './evidence-link.ts';
import { type Memo, memoSchema } from './memo.ts';
import { type Participant, participantSchema } from './participant.ts';
import { type Readout, readoutSchema } from './readout.ts';
import { type Segment, segmentSchema } from './segment.ts';
import { type Snippet, snippetSchema } from './snippet.ts';
import { type Source, sourceSchema } from './source.ts';
import { type Study, studySchema } from './study.ts';
import { type Tag, tagSchema } from './tag.ts';
import { type Tagging, taggingSchema } from './tagging.ts';
import { type Theme, themeSchema } from './theme.ts';

export interface RecordTypes {
  study: Study;
  segments: Segment;
  participants: Participant;
  sources: Source;
  snippets: Snippet;
  tags: Tag;
  taggings: Tagging;
  boards: Board;
  themes: Theme;
  cards: Card;
  departments: Department;
  assumptions: Assumption;
  evidenceLinks: EvidenceLink;
  memos: Memo;
  readout: Readout;
}

export type CollectionName = keyof RecordTypes;
export type RecordOf<C extends CollectionName> = RecordTypes[C];
export type AnyRecord = RecordTypes[CollectionName];

export const RECORD_SCHEMAS: { readonly [C in CollectionName]: z.ZodType<RecordTypes[C]> } = {
  study: studySchema,
  segments: segmentSchema,
  participants: participantSchema,
  sources: sourceSchema,
  snippets: snippetSchema,
  tags: tagSchema,
  taggings: taggingSchema,
  boards: boardSchema,
  themes: themeSchema,
  cards: cardSchema,
  departments: departmentSchema,
  assumptions: assumptionSchema,
  evidenceLinks: evidenceLinkSchema,
  memos: memoSchema,
  readout: readoutSchema,
};

export const COLLECTIONS = Object.keys(RECORD_SCHEMAS) as readonly CollectionName[];

/** One reference from a record to another. */
export interface Reference {
  collection: CollectionName;
  id: string;
  /** Path of the field, for error messages. */
  field: string;
}

type ReferenceReaders = { readonly [C in CollectionName]: (record: RecordTypes[C]) => Reference[] };

const one = (collection: CollectionName, id: string | null, field: string): Reference[] => (id === null ? [] : [{ collection, id, field }]);

/** Which other records each record names. Everything named must exist; nothing named may be removed. */
export const RECORD_REFERENCES: ReferenceReaders = {
  study: () => [],
  segments: () => [],
  participants: (record) => one('segments', record.segmentId, 'segmentId'),
  sources: (record) => [
    ...one('participants', record.participantId, 'participantId'),
    ...record.speakers.flatMap((speaker, index) => one('participants', speaker.participantId, `speakers.${index}.participantId`)),
  ],
  snippets: (record) => one('sources', record.sourceId, 'sourceId'),
  tags: (record) => one('tags', record.parentId, 'parentId'),
  taggings: (record) => [...one('snippets', record.snippetId, 'snippetId'), ...one('tags', record.tagId, 'tagId')],
  boards: () => [],
  themes: (record) => [...one('boards', record.boardId, 'boardId'), ...one('themes', record.parentId, 'parentId')],
  cards: (record) => [
    ...one('boards', record.boardId, 'boardId'),
    ...one('snippets', record.snippetId, 'snippetId'),
    ...one('themes', record.themeId, 'themeId'),
  ],
  departments: () => [],
  assumptions: (record) => one('departments', record.departmentId, 'departmentId'),
  evidenceLinks: (record) => [
    ...one('assumptions', record.assumptionId, 'assumptionId'),
    ...one('themes', record.themeId, 'themeId'),
    ...one('snippets', record.snippetId, 'snippetId'),
  ],
  memos: (record) => (record.about ? one(record.about.collection, record.about.id, 'about.id') : []),
  readout: (record) => [
    ...record.headlineThemeIds.map((id, index) => ({
      collection: 'themes' as const,
      id,
      field: `headlineThemeIds.${index}`,
    })),
    ...Object.entries(record.quotes).flatMap(([themeId, snippetIds]) => [
      { collection: 'themes' as const, id: themeId, field: `quotes.${themeId}` },
      ...snippetIds.map((id, index) => ({
        collection: 'snippets' as const,
        id,
        field: `quotes.${themeId}.${index}`,
      })),
    ]),
  ],
};

/** The references of any record, by collection name. */
export function referencesOf<C extends CollectionName>(collection: C, record: RecordTypes[C]): Reference[] {
  return RECORD_REFERENCES[collection](record);
}
