// The edit that brings in a project of another tool, or a study that was exported, as one step.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { type CollectionName, RECORD_SCHEMAS } from '#shared/model/records/index';

import { defineEdit } from './edit-definition.ts';

/** Collections in an order in which no record names a later one. */
const ORDER = [
  'segments',
  'participants',
  'tags',
  'sources',
  'snippets',
  'taggings',
  'boards',
  'themes',
  'cards',
  'departments',
  'assumptions',
  'evidenceLinks',
  'counterSearches',
  'commitments',
  'forecasts',
  'rivalSets',
  'confidences',
  'questions',
  'askings',
  'guide',
  'recruits',
  'conversations',
  'goals',
  'rhythmItems',
  'signals',
  'gates',
  'owners',
  'acknowledgements',
  'assessments',
  'memos',
  'queries',
  'codebookVersions',
  'study',
  'readout',
  'customer',
] as const satisfies readonly CollectionName[];

/** There is one of each in every study: those of a project take their place only when the caller asks for it. */
const PUT_IN_PLACE: readonly CollectionName[] = ['study', 'readout', 'boards'];

const recordsSchema = z.strictObject({
  study: z.array(RECORD_SCHEMAS.study).max(1).default([]),
  segments: z.array(RECORD_SCHEMAS.segments).default([]),
  participants: z.array(RECORD_SCHEMAS.participants).default([]),
  sources: z.array(RECORD_SCHEMAS.sources).default([]),
  snippets: z.array(RECORD_SCHEMAS.snippets).default([]),
  tags: z.array(RECORD_SCHEMAS.tags).default([]),
  taggings: z.array(RECORD_SCHEMAS.taggings).default([]),
  boards: z.array(RECORD_SCHEMAS.boards).default([]),
  themes: z.array(RECORD_SCHEMAS.themes).default([]),
  cards: z.array(RECORD_SCHEMAS.cards).default([]),
  departments: z.array(RECORD_SCHEMAS.departments).default([]),
  assumptions: z.array(RECORD_SCHEMAS.assumptions).default([]),
  evidenceLinks: z.array(RECORD_SCHEMAS.evidenceLinks).default([]),
  counterSearches: z.array(RECORD_SCHEMAS.counterSearches).default([]),
  commitments: z.array(RECORD_SCHEMAS.commitments).default([]),
  forecasts: z.array(RECORD_SCHEMAS.forecasts).default([]),
  rivalSets: z.array(RECORD_SCHEMAS.rivalSets).default([]),
  confidences: z.array(RECORD_SCHEMAS.confidences).default([]),
  questions: z.array(RECORD_SCHEMAS.questions).default([]),
  askings: z.array(RECORD_SCHEMAS.askings).default([]),
  guide: z.array(RECORD_SCHEMAS.guide).max(1).default([]),
  recruits: z.array(RECORD_SCHEMAS.recruits).default([]),
  conversations: z.array(RECORD_SCHEMAS.conversations).default([]),
  goals: z.array(RECORD_SCHEMAS.goals).default([]),
  rhythmItems: z.array(RECORD_SCHEMAS.rhythmItems).default([]),
  signals: z.array(RECORD_SCHEMAS.signals).default([]),
  gates: z.array(RECORD_SCHEMAS.gates).default([]),
  owners: z.array(RECORD_SCHEMAS.owners).default([]),
  acknowledgements: z.array(RECORD_SCHEMAS.acknowledgements).default([]),
  assessments: z.array(RECORD_SCHEMAS.assessments).default([]),
  memos: z.array(RECORD_SCHEMAS.memos).default([]),
  queries: z.array(RECORD_SCHEMAS.queries).default([]),
  codebookVersions: z.array(RECORD_SCHEMAS.codebookVersions).default([]),
  readout: z.array(RECORD_SCHEMAS.readout).max(1).default([]),
  customer: z.array(RECORD_SCHEMAS.customer).max(1).default([]),
});

/**
 * Adds whole records, with the coders and times they came with. Transcript files lie in the vault already. The study itself, its readout and boards
 * are put in the place of those that are there. @throws AppError('conflict') when another record has an id already.
 */
export const importProject = defineEdit({
  name: 'importProject',
  input: z.strictObject({ name: z.string().max(300), records: recordsSchema }),
  label: (input) => `Import ${input.name || 'a project'}`,
  texts: (input) => input.records.sources.map((source) => source.id),
  *run({ draft, turns }, { records }) {
    for (const source of records.sources) {
      if (turns(source.id).length !== source.transcript.turns) {
        throw new AppError('bad-input', `The text of “${source.title}” is not the one its record tells of. Nothing was imported.`);
      }
    }
    let added = 0;
    for (const collection of ORDER) {
      for (const record of records[collection]) {
        if (PUT_IN_PLACE.includes(collection)) draft.put(collection, record);
        else draft.add(collection, record);
        added += 1;
        yield;
      }
    }
    return { records: added };
  },
});
