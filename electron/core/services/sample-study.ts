// Fills a new vault with the sample study: real files through the real importer, everything else through the real edits.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { readTranscript } from '#shared/domain/transcript/read-transcript';
import type { EditInput } from '#shared/edits/index';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import type { Consent } from '#shared/model/records/consent';
import { CUSTOMER_PARTS, type CustomerPart } from '#shared/model/records/customer';

import type { Vault } from '../vault/vault.ts';
import { recordSources, storeTranscript, titleOf } from './import-service.ts';
import { fillCommitments } from './sample-commitments.ts';
import { fillGates, type SampleGate } from './sample-gates.ts';
import { fillGuide, type SampleGuide } from './sample-guide.ts';
import { fillOwners } from './sample-owners.ts';
import { fillRhythm, type SampleRhythm } from './sample-rhythm.ts';
import { fillWeighing, type SampleWeighing } from './sample-weighing.ts';

/** resources/sample-study/study.json; its README describes every field. */
export interface SampleStudyFile {
  study: {
    name: string;
    focusQuestion: string;
    decision: { question: string; options: string[]; owner: string; dueOn: string; stakes: string };
  };
  segments: { name: string; description: string }[];
  participants: {
    pseudonym: string;
    name: string;
    file: string;
    heldOn: string;
    segment: string;
    attributes: Record<string, string>;
    reached: 'advocate' | 'introduction' | 'cold' | 'unknown';
    relationship: string;
    consent: Consent;
  }[];
  tags: {
    key: string;
    name: string;
    definition: string;
    whenToUse: string;
    whenNotToUse: string;
    colour: number;
    parent: string | null;
    favourite: number | null;
  }[];
  snippets: { key: string; file: string; quote: string; tags: string[]; note?: string; starred?: boolean }[];
  themes: { key: string; name: string; insight: string; snippets: string[]; position: { x: number; y: number }; columns?: number }[];
  loose: { snippet: string; x: number; y: number }[];
  departments: {
    preset: 'marketing' | 'sales' | 'product' | 'ceo' | 'engineering';
    name: string;
    protects: string;
    says: string;
    researchGives: string;
    acknowledge: string;
    assumedCustomer: string;
    assumptions: {
      key: string;
      statement: string;
      origin: NonNullable<EditInput<'addAssumption'>['origin']>;
      dated: string | null;
      importance: number;
      owner: string;
      sure?: number;
    }[];
  }[];
  evidence: { theme?: string; snippet?: string; assumption: string; relation: 'supports' | 'contradicts' | 'refines'; reason: string }[];
  weighing: SampleWeighing;
  rhythm: SampleRhythm;
  guide: SampleGuide;
  gates: SampleGate[];
  readout: { answer: string; unknowns: string[]; method: string; headlines: string[] };
  customer: Record<CustomerPart, { text: string; themes: string[]; quotes: string[] }>;
}

/** Keys of the file to ids in the vault. */
interface Ids {
  segments: Map<string, string>;
  sources: Map<string, string>;
  tags: Map<string, string>;
  snippets: Map<string, string>;
  themes: Map<string, string>;
  assumptions: Map<string, string>;
}

/** Day after the study was read out, where nobody says which day it is. */
const SAMPLE_DAY = '2026-06-30';

/** Fills the vault; afterwards there is nothing to undo. @param today the day that the year of listening leads up to. */
export async function fillSampleStudy(vault: Vault, folder: string, newId: () => string, today = SAMPLE_DAY): Promise<void> {
  const file = JSON.parse(await readFile(path.join(folder, 'study.json'), 'utf8')) as SampleStudyFile;
  const ids: Ids = {
    segments: new Map(),
    sources: new Map(),
    tags: new Map(),
    snippets: new Map(),
    themes: new Map(),
    assumptions: new Map(),
  };
  await fillPlan(vault, file, ids);
  const find = (of: keyof Ids, key: string): string => idOf(ids[of], key);
  // Before the interviews come in, so that the seals say so.
  const fillOutcomes = await fillCommitments(vault, folder, find);
  await fillSources(vault, file, ids, path.join(folder, 'transcripts'), newId);
  await fillCodebook(vault, file, ids);
  await fillSnippets(vault, file, ids);
  await fillBoard(vault, file, ids);
  await fillEvidence(vault, file, ids);
  await fillWeighing(vault, file.weighing, find);
  await fillRhythm(vault, file.rhythm, find, today);
  await fillOwners(vault, folder, today);
  await fillGuide(vault, file.guide, find);
  await fillGates(vault, file.gates);
  await fillOutcomes();
  await vault.forgetUndoSteps();
}

function idOf(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new Error(`the sample study names “${key}”, which it does not define`);
  return id;
}

async function fillPlan(vault: Vault, file: SampleStudyFile, ids: Ids): Promise<void> {
  await vault.edit('updateStudy', { name: file.study.name, decision: file.study.decision });
  await vault.edit('setFocusQuestion', { focusQuestion: file.study.focusQuestion });
  for (const segment of file.segments) {
    const { result } = await vault.edit('addSegment', segment);
    ids.segments.set(segment.name, String(result.segmentId));
  }
  for (const { assumptions, ...department } of file.departments) {
    const { result } = await vault.edit('addDepartment', {
      ...department,
      assumptions: assumptions.map(({ key: _key, ...assumption }) => assumption),
    });
    const assumptionIds = result.assumptionIds as readonly string[];
    for (const [index, assumption] of assumptions.entries()) ids.assumptions.set(assumption.key, assumptionIds[index] ?? '');
  }
}

async function fillSources(vault: Vault, file: SampleStudyFile, ids: Ids, folder: string, newId: () => string): Promise<void> {
  const sources: EditInput<'importSources'>['sources'] = [];
  for (const person of file.participants) {
    const parsed = readTranscript(person.file, await readFile(path.join(folder, person.file)));
    const { result } = await vault.edit('addParticipant', {
      pseudonym: person.pseudonym,
      name: person.name,
      segmentId: idOf(ids.segments, person.segment),
      attributes: person.attributes,
      reached: person.reached,
      relationship: person.relationship,
    });
    const participantId = String(result.participantId);
    await vault.edit('recordConsent', { participantId, consent: person.consent });
    const speakers = parsed.speakers.map((label) =>
      label === person.name
        ? { label, role: 'participant' as const, participantId }
        : { label, role: 'interviewer' as const, participantId: null },
    );
    const details = { title: titleOf(person.file), kind: 'interview' as const, heldOn: person.heldOn, speakers, participantId: null };
    const source = await storeTranscript(vault, newId(), person.file, parsed, details);
    ids.sources.set(person.file, source.id);
    sources.push(source);
  }
  await recordSources(vault, sources);
}

async function fillCodebook(vault: Vault, file: SampleStudyFile, ids: Ids): Promise<void> {
  for (const { key, parent, favourite, ...tag } of file.tags) {
    const { result } = await vault.edit('createTag', { ...tag, parentId: parent === null ? null : idOf(ids.tags, parent) });
    const tagId = String(result.tagId);
    ids.tags.set(key, tagId);
    if (favourite !== null) await vault.edit('pinTag', { tagId, key: favourite });
  }
}

async function fillSnippets(vault: Vault, file: SampleStudyFile, ids: Ids): Promise<void> {
  const rows = file.snippets.map((snippet) => ({
    sourceId: idOf(ids.sources, snippet.file),
    quote: snippet.quote,
    tags: snippet.tags.map((key) => vault.state.require('tags', idOf(ids.tags, key)).name),
    note: snippet.note ?? '',
  }));
  const { result } = await vault.edit('importQuotes', { rows });
  const snippetIds = result.snippetIds as readonly string[];
  for (const [index, snippet] of file.snippets.entries()) ids.snippets.set(snippet.key, snippetIds[index] ?? '');
  const starred = file.snippets.filter((snippet) => snippet.starred).map((snippet) => idOf(ids.snippets, snippet.key));
  if (starred.length > 0) await vault.edit('starSnippets', { snippetIds: starred, starred: true });
}

async function fillBoard(vault: Vault, file: SampleStudyFile, ids: Ids): Promise<void> {
  for (const { key, snippets, position, ...theme } of file.themes) {
    const snippetIds = snippets.map((snippet) => idOf(ids.snippets, snippet));
    const { result } = await vault.edit('createTheme', { ...theme, ...position, boardId: FIRST_BOARD_ID, snippetIds });
    ids.themes.set(key, String(result.themeId));
  }
  for (const { snippet, x, y } of file.loose) {
    await vault.edit('placeSnippets', { snippetIds: [idOf(ids.snippets, snippet)], target: { x, y } });
  }
}

async function fillEvidence(vault: Vault, file: SampleStudyFile, ids: Ids): Promise<void> {
  for (const { theme, snippet, assumption, relation, reason } of file.evidence) {
    await vault.edit('setEvidence', {
      assumptionId: idOf(ids.assumptions, assumption),
      themeId: theme === undefined ? null : idOf(ids.themes, theme),
      snippetId: snippet === undefined ? null : idOf(ids.snippets, snippet),
      relation,
      reason,
    });
  }
  const { headlines, unknowns, ...readout } = file.readout;
  await vault.edit('updateReadout', {
    ...readout,
    unknowns: unknowns.join('\n'),
    headlineThemeIds: headlines.map((key) => idOf(ids.themes, key)),
  });
  for (const part of CUSTOMER_PARTS) {
    const { text, themes, quotes } = file.customer[part];
    const themeIds = themes.map((key) => idOf(ids.themes, key));
    await vault.edit('updateCustomer', { part, text, themeIds, snippetIds: quotes.map((key) => idOf(ids.snippets, key)) });
  }
}
