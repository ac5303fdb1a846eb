// Makes studies of a known size as valid vaults, the same for the same seed: `node test/bench/study-generator.ts XL FOLDER`.
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { nodeDisk } from '#core/vault/disk';
import { createVault } from '#core/vault/open-vault';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { makeId } from '#shared/lib/ids';
import type { Change, RecordsByCollection } from '#shared/model/changes';
import { COLLECTIONS } from '#shared/model/records/index';
import type { Source } from '#shared/model/records/source';

import { INTERVIEWER, type MadeUpInterview, madeUpInterview, madeUpSnippet } from './study-interviews.ts';
import { addDepartments, addMemos, addTags, addThemes, firstRecords, type Maker, placeSnippet, tagSnippet } from './study-records.ts';

/** Raised when the made-up content changes. */
export const GENERATOR_VERSION = 1;

export interface StudySize {
  interviews: number;
  /** Words an interview. */
  words: number;
  snippets: number;
  tags: number;
  themes: number;
  assumptions: number;
}

/** The sizes of issue 3, and a tiny one whose bytes stand for the format they are written in. */
export const STUDY_SIZES = {
  tiny: { interviews: 2, words: 200, snippets: 6, tags: 4, themes: 2, assumptions: 2 },
  S: { interviews: 12, words: 8000, snippets: 600, tags: 60, themes: 10, assumptions: 12 },
  M: { interviews: 100, words: 8000, snippets: 8000, tags: 150, themes: 25, assumptions: 20 },
  L: { interviews: 500, words: 10_000, snippets: 50_000, tags: 400, themes: 60, assumptions: 40 },
  XL: { interviews: 2000, words: 10_000, snippets: 200_000, tags: 600, themes: 80, assumptions: 60 },
} as const satisfies Record<string, StudySize>;

export type StudySizeName = keyof typeof STUDY_SIZES;

/** Sizes that are measured. */
export const MEASURED_SIZES = ['S', 'M', 'L', 'XL'] as const satisfies readonly StudySizeName[];

export type MeasuredSize = (typeof MEASURED_SIZES)[number];

/** Transcripts that are written at the same time. */
const WRITERS = 4;

/**
 * Makes a study as a vault in a folder that is not there yet: transcripts by the project's own writer, all records at once, and the
 * snapshot by the vault's own checkpoint. The one place of the bench that makes a vault; it opens by openVault and passes checkVault.
 */
export async function writeStudy(folder: string, name: StudySizeName, seed = 1): Promise<void> {
  const maker = createMaker(seed);
  const services = { disk: nodeDisk, now: maker.now, newId: maker.newId, by: maker.by };
  const { vault } = await createVault(folder, `Study ${name}`, services);
  const records = await madeUpRecords(STUDY_SIZES[name], seed, maker, (sourceId, { turns }) =>
    vault.transcripts.write(sourceId, 1, { turns }),
  );
  const changes = COLLECTIONS.flatMap((collection) =>
    Object.values(records[collection]).map((after): Change => ({ collection, id: after.id, before: null, after })),
  );
  // Past the journal on purpose: 200,000 edits would only be measured here, and the checkpoint writes what the state holds.
  vault.state.apply(changes);
  await vault.edit('updateReadout', { answer: 'Made up for measuring.' });
  await vault.forgetUndoSteps();
  await vault.close();
  // The snapshot of the empty study is of no use to anybody.
  await rm(vault.files.previousSnapshot, { force: true });
}

/** Ids and times that repeat: ids in the app's own alphabet, a clock that moves one second an asking. */
export function createMaker(seed: number): Maker {
  const random = createSeededRandom(seed);
  let seconds = 0;
  return {
    random,
    newId: () => makeId((count) => Uint8Array.from({ length: count }, () => random.below(256))),
    now: () => new Date(Date.UTC(2026, 0, 5) + (seconds += 1) * 1000).toISOString(),
    by: 'researcher',
  };
}

/** @param store keeps the text of an interview and gives the SHA-256 of its file. */
async function madeUpRecords(
  size: StudySize,
  seed: number,
  maker: Maker,
  store: (sourceId: string, interview: MadeUpInterview) => Promise<string>,
): Promise<RecordsByCollection> {
  const records = firstRecords(maker);
  addTags(records, maker, size.tags);
  addThemes(records, maker, size.themes);
  const waiting = new Set<Promise<void>>();
  for (let index = 0; index < size.interviews; index += 1) {
    const storing = addInterview(records, maker, size, seed, index, store).finally(() => waiting.delete(storing));
    waiting.add(storing);
    if (waiting.size >= WRITERS) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  addDepartments(records, maker, size.assumptions);
  addMemos(records, maker);
  return records;
}

/** Adds one interview with its participant and snippets. All records are made before the first wait, so that their order repeats. */
async function addInterview(
  records: RecordsByCollection,
  maker: Maker,
  size: StudySize,
  seed: number,
  index: number,
  store: (sourceId: string, interview: MadeUpInterview) => Promise<string>,
): Promise<void> {
  const participantId = maker.newId();
  const sourceId = maker.newId();
  const code = `P${String(index + 1).padStart(4, '0')}`;
  const interview = madeUpInterview(seed, index, size.words, code);
  const segments = Object.keys(records.segments);
  records.participants[participantId] = {
    id: participantId,
    pseudonym: code,
    name: '',
    segmentId: segments[index % segments.length] ?? null,
    attributes: { role: `Role ${index % 9}` },
    reached: 'introduction',
    relationship: '',
  };
  const source = sourceOf(sourceId, participantId, code, interview, maker.now());
  records.sources[sourceId] = source;
  const tagIds = Object.keys(records.tags);
  const themeIds = Object.keys(records.themes);
  const first = Math.floor((index * size.snippets) / size.interviews);
  const end = Math.floor(((index + 1) * size.snippets) / size.interviews);
  for (let number = first; number < end; number += 1) {
    const place = { id: maker.newId(), sourceId, by: maker.by, at: maker.now() };
    records.snippets[place.id] = madeUpSnippet(maker.random, interview.turns, number - first, place);
    tagSnippet(records, maker, place.id, tagIds);
    placeSnippet(records, maker, place.id, themeIds, number);
  }
  source.transcript.sha256 = await store(sourceId, interview);
}

function sourceOf(id: string, participantId: string, code: string, interview: MadeUpInterview, importedAt: string): Source {
  const { turns, words, endMs } = interview;
  return {
    id,
    kind: 'interview',
    title: `${code} interview`,
    heldOn: '2026-01-05',
    fileName: `${code}.txt`,
    format: 'text',
    encoding: 'utf-8',
    speakers: [
      { label: INTERVIEWER, role: 'interviewer', participantId: null },
      { label: code, role: 'participant', participantId },
    ],
    participantId: null,
    transcript: { revision: 1, sha256: '', turns: turns.length, words, startMs: 0, endMs },
    importedAt,
  };
}

if (import.meta.main) {
  const [name = 'S', folder = `${name}.plumb`] = process.argv.slice(2);
  if (!Object.hasOwn(STUDY_SIZES, name)) throw new Error(`There is no study size “${name}”: ${Object.keys(STUDY_SIZES).join(', ')}.`);
  await writeStudy(path.resolve(folder), name as StudySizeName);
}
