// All collections of a vault: record schemas and the references between them.
import type { z } from 'zod';

import { type Acknowledgement, acknowledgementSchema } from './acknowledgement.ts';
import { type Assessment, assessmentSchema } from './assessment.ts';
import { type Assumption, assumptionSchema } from './assumption.ts';
import { type Asking, askingSchema } from './asking.ts';
import { type Board, boardSchema } from './board.ts';
import { type Card, cardSchema } from './card.ts';
import { type Commitment, commitmentSchema } from './commitment.ts';
import { type Confidence, confidenceSchema } from './confidence.ts';
import { type Conversation, conversationSchema } from './conversation.ts';
import { type CounterSearch, counterSearchSchema } from './counter-search.ts';
import { type CodebookVersion, codebookVersionSchema } from './codebook-version.ts';
import { type Customer, customerSchema } from './customer.ts';
import { type Department, departmentSchema } from './department.ts';
import { type EvidenceLink, evidenceLinkSchema } from './evidence-link.ts';
import { type Forecast, forecastSchema } from './forecast.ts';
import { type Gate, gateSchema } from './gate.ts';
import { type Goal, goalSchema } from './goal.ts';
import { type Guide, guideSchema } from './guide.ts';
import { type Memo, memoSchema } from './memo.ts';
import { type Owner, ownerSchema } from './owner.ts';
import { type Participant, participantSchema } from './participant.ts';
import { type Query, querySchema } from './query.ts';
import { type Question, questionSchema } from './question.ts';
import { type Readout, readoutSchema } from './readout.ts';
import { type Recruit, recruitSchema } from './recruit.ts';
import { type RhythmItem, rhythmItemSchema } from './rhythm-item.ts';
import { type RivalSet, rivalSetSchema } from './rival-set.ts';
import { type Segment, segmentSchema } from './segment.ts';
import { type Signal, signalSchema } from './signal.ts';
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
  counterSearches: CounterSearch;
  commitments: Commitment;
  forecasts: Forecast;
  rivalSets: RivalSet;
  confidences: Confidence;
  questions: Question;
  askings: Asking;
  guide: Guide;
  recruits: Recruit;
  conversations: Conversation;
  goals: Goal;
  rhythmItems: RhythmItem;
  signals: Signal;
  gates: Gate;
  owners: Owner;
  acknowledgements: Acknowledgement;
  assessments: Assessment;
  memos: Memo;
  queries: Query;
  codebookVersions: CodebookVersion;
  readout: Readout;
  customer: Customer;
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
  counterSearches: counterSearchSchema,
  commitments: commitmentSchema,
  forecasts: forecastSchema,
  rivalSets: rivalSetSchema,
  confidences: confidenceSchema,
  questions: questionSchema,
  askings: askingSchema,
  guide: guideSchema,
  recruits: recruitSchema,
  conversations: conversationSchema,
  goals: goalSchema,
  rhythmItems: rhythmItemSchema,
  signals: signalSchema,
  gates: gateSchema,
  owners: ownerSchema,
  acknowledgements: acknowledgementSchema,
  assessments: assessmentSchema,
  memos: memoSchema,
  queries: querySchema,
  codebookVersions: codebookVersionSchema,
  readout: readoutSchema,
  customer: customerSchema,
};

export const COLLECTIONS = Object.keys(RECORD_SCHEMAS) as readonly CollectionName[];

/** One reference from a record to another. */
export interface Reference {
  collection: CollectionName;
  id: string;
  /** Path of the field, for error messages. */
  field: string;
}

type PlainReferences = {
  readonly [C in CollectionName]: readonly { readonly field: keyof RecordTypes[C] & string; readonly collection: CollectionName }[];
};

/** Fields that hold the id of one record (or null). Read for every record on opening, so they are data, not functions. */
const PLAIN_REFERENCES: PlainReferences = {
  study: [],
  segments: [],
  participants: [{ field: 'segmentId', collection: 'segments' }],
  sources: [{ field: 'participantId', collection: 'participants' }],
  snippets: [{ field: 'sourceId', collection: 'sources' }],
  tags: [{ field: 'parentId', collection: 'tags' }],
  taggings: [
    { field: 'snippetId', collection: 'snippets' },
    { field: 'tagId', collection: 'tags' },
  ],
  boards: [],
  themes: [
    { field: 'boardId', collection: 'boards' },
    { field: 'parentId', collection: 'themes' },
  ],
  cards: [
    { field: 'boardId', collection: 'boards' },
    { field: 'snippetId', collection: 'snippets' },
    { field: 'themeId', collection: 'themes' },
  ],
  departments: [],
  assumptions: [{ field: 'departmentId', collection: 'departments' }],
  evidenceLinks: [
    { field: 'assumptionId', collection: 'assumptions' },
    { field: 'themeId', collection: 'themes' },
    { field: 'snippetId', collection: 'snippets' },
  ],
  counterSearches: [{ field: 'assumptionId', collection: 'assumptions' }],
  commitments: [
    { field: 'segmentId', collection: 'segments' },
    { field: 'assumptionId', collection: 'assumptions' },
  ],
  forecasts: [
    { field: 'commitmentId', collection: 'commitments' },
    { field: 'assumptionId', collection: 'assumptions' },
  ],
  rivalSets: [],
  confidences: [
    { field: 'themeId', collection: 'themes' },
    { field: 'assumptionId', collection: 'assumptions' },
  ],
  questions: [],
  askings: [
    { field: 'questionId', collection: 'questions' },
    { field: 'sourceId', collection: 'sources' },
  ],
  guide: [],
  recruits: [
    { field: 'participantId', collection: 'participants' },
    { field: 'introducerId', collection: 'participants' },
  ],
  conversations: [{ field: 'sourceId', collection: 'sources' }],
  goals: [{ field: 'departmentId', collection: 'departments' }],
  rhythmItems: [],
  signals: [],
  gates: [],
  owners: [{ field: 'departmentId', collection: 'departments' }],
  acknowledgements: [{ field: 'departmentId', collection: 'departments' }],
  assessments: [],
  memos: [],
  queries: [],
  codebookVersions: [],
  readout: [],
  customer: [],
};

type ReferenceReaders = { readonly [C in CollectionName]?: (record: RecordTypes[C]) => Reference[] };

const one = (collection: CollectionName, id: string | null, field: string): Reference[] => (id === null ? [] : [{ collection, id, field }]);

/** References that lie deeper in a record. */
const OTHER_REFERENCES: ReferenceReaders = {
  assumptions: (record) => (record.askedIn ?? []).map((id, index) => ({ collection: 'sources' as const, id, field: `askedIn.${index}` })),
  questions: ({ assumptionIds }) =>
    assumptionIds.map((id, index) => ({ collection: 'assumptions' as const, id, field: `assumptionIds.${index}` })),
  study: (record) => one('segments', record.targetSegmentId ?? null, 'targetSegmentId'),
  commitments: (record) => record.themeIds.map((id, index) => ({ collection: 'themes' as const, id, field: `themeIds.${index}` })),
  rivalSets: (record) => [
    ...record.assumptionIds.map((id, index) => ({ collection: 'assumptions' as const, id, field: `assumptionIds.${index}` })),
    ...record.rows.flatMap((row, index) => one('themes', row.themeId, `rows.${index}.themeId`)),
  ],
  conversations: (record) =>
    record.people.flatMap((person, index) => one('departments', person.departmentId, `people.${index}.departmentId`)),
  signals: (record) =>
    record.whys.map(({ themeId }, index) => ({ collection: 'themes' as const, id: themeId, field: `whys.${index}.themeId` })),
  sources: (record) =>
    record.speakers.flatMap((speaker, index) => one('participants', speaker.participantId, `speakers.${index}.participantId`)),
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
  customer: ({ themes, quotes }) => [
    ...Object.entries(themes).flatMap(([part, list]) =>
      list.map((id, index) => ({ collection: 'themes' as const, id, field: `themes.${part}.${index}` })),
    ),
    ...Object.entries(quotes).flatMap(([part, list]) =>
      list.map((id, index) => ({ collection: 'snippets' as const, id, field: `quotes.${part}.${index}` })),
    ),
  ],
};

const none: readonly Reference[] = [];

/** Fields of a collection's records that hold the id of one other record, or null. */
export function plainReferencesOf(collection: CollectionName): readonly { readonly field: string; readonly collection: CollectionName }[] {
  return PLAIN_REFERENCES[collection];
}

/** References of a record beside its plain ones. */
export function otherReferencesOf<C extends CollectionName>(collection: C, record: RecordTypes[C]): readonly Reference[] {
  return OTHER_REFERENCES[collection]?.(record) ?? none;
}

/** Which other records a record names. Everything named must exist; nothing named may be removed. */
export function referencesOf<C extends CollectionName>(collection: C, record: RecordTypes[C]): Reference[] {
  const plain = PLAIN_REFERENCES[collection].flatMap(({ field, collection: named }) =>
    one(named, record[field as keyof RecordTypes[C]] as string | null, field),
  );
  return [...plain, ...otherReferencesOf(collection, record)];
}
