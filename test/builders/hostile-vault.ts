// A real study on disk that holds hostile texts in every field of every kind of record, put there by the real edits.
import { z } from 'zod';

import type { Vault } from '#core/vault/vault';
import { findQuote } from '#shared/domain/transcript/anchor';
import { CUSTOMER_PARTS } from '#shared/model/records/customer';
import type { EditInput } from '#shared/edits/index';
import { countWords } from '#shared/lib/text';
import { COLLECTIONS, RECORD_SCHEMAS } from '#shared/model/records/index';
import type { Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';

import { marked } from './hostile-texts.ts';

/** What `marked` puts behind a planted text, before its number. */
const PLANTED = '·';

/** Longest field of many lines (UTF-16 units). */
const LONG = 100_000;

/** So many of the texts are also themes, departments and what stands between them. */
const JUDGED = 45;

/** Plants each text in the fields of one line, and all of them together, with more, in the fields of many lines. */
export async function fillHostileStudy(vault: Vault, texts: readonly string[], more: readonly string[] = []): Promise<void> {
  const all = [...texts, ...more].map(marked).join('\n').slice(0, LONG);
  const edit = async (name: string, input: unknown): Promise<Record<string, string>> =>
    (await vault.edit(name, input)).result as Record<string, string>;
  await edit('updateStudy', {
    decision: {
      question: all,
      options: texts.slice(0, 40).map(marked),
      owner: marked(texts[0] ?? '', 0),
      dueOn: '2026-06-30',
      stakes: all,
    },
  });
  await edit('setFocusQuestion', { focusQuestion: all });
  await edit('updateReadout', { answer: all, unknowns: all, method: all });
  for (const part of CUSTOMER_PARTS) await edit('updateCustomer', { part, text: all });
  for (const [index, text] of texts.entries())
    await plantOne(vault, edit, index, marked(text, index), index === 0 ? all : marked(text, index));
}

async function plantOne(
  vault: Vault,
  edit: (name: string, input: unknown) => Promise<Record<string, string>>,
  index: number,
  words: string,
  long: string,
): Promise<void> {
  const { segmentId } = await edit('addSegment', { name: words, description: long });
  const people = { segmentId, attributes: { [words]: words }, relationship: long };
  const { participantId } = await edit('addParticipant', { pseudonym: words, name: words, ...people });
  const consent = { status: 'given', scope: 'outside', givenOn: null, expiresOn: null, note: long };
  await edit('recordConsent', { participantId, consent });
  const turns: Turn[] = [
    { speaker: words, startMs: 0, endMs: 4000, text: words },
    { speaker: words, startMs: 5000, endMs: 9000, text: `Plain. ${long}` },
    { speaker: null, startMs: null, endMs: null, text: `${words.slice(0, 20)}${PLANTED} Middle. ${PLANTED}${words}` },
  ];
  const sourceId = await importSource(vault, words, turns, participantId ?? '');
  await edit('updateSource', { sourceId, facts: { [words]: words } });
  const { tagId } = await edit('createTag', { name: words, definition: long, whenToUse: long, whenNotToUse: long });
  await edit('updateTag', { tagId, aliases: [words] });
  const snippetIds: string[] = [];
  for (const quote of [words.trim(), `Plain. ${words.trim()}`, 'Middle.']) {
    const range = findQuote(turns, quote) ?? { startTurn: 0, startOffset: 0, endTurn: 1, endOffset: 5 };
    const { snippetId = '' } = await edit('createSnippet', { sourceId, range, tagIds: [tagId] });
    await edit('setSnippetNote', { snippetId, note: long });
    snippetIds.push(snippetId);
  }
  // A matrix of as many rows and columns as there are texts would take longer to draw than it is worth.
  if (index >= JUDGED) return;
  const { themeId } = await edit('createTheme', { name: words, insight: long, snippetIds });
  const department = { protects: long, says: long, researchGives: long, acknowledge: long, assumedCustomer: long };
  const { departmentId } = await edit('addDepartment', { name: words, ...department });
  const { assumptionId } = await edit('addAssumption', { departmentId, statement: words, owner: words, importance: 5 });
  await edit('setEvidence', { assumptionId, themeId, relation: 'contradicts', reason: long });
  await plantRhythm(edit, { themeId, departmentId }, words, long);
  await plantGuide(edit, { participantId, assumptionId, sourceId }, words, long);
  await plantWeighing(edit, assumptionId ?? '', departmentId ?? '', words, long);
  await plantCommitment(edit, assumptionId ?? '', words, long);
  await edit('addQuery', { name: words, where: { is: 'text', text: words } });
  if (index === 0) await edit('saveCodebookVersion', { name: words, day: '2026-06-30', note: long });
  await edit('addMemo', { title: words, text: long, about: { collection: 'themes', id: themeId } });
}

/** What is added by hand to a verdict: words in every field of it. */
async function plantWeighing(
  edit: (name: string, input: unknown) => Promise<Record<string, string>>,
  assumptionId: string,
  departmentId: string,
  words: string,
  long: string,
): Promise<void> {
  await edit('overrideVerdict', { assumptionId, verdict: 'mixed', reason: long });
  await edit('logCounterSearch', { assumptionId, lookedFor: long, found: long });
  const rival = await edit('addAssumption', { departmentId, statement: `${words.slice(0, 280)} rival` });
  const { rivalSetId } = await edit('addRivalSet', { name: words, assumptionIds: [assumptionId, rival['assumptionId']] });
  await edit('setRivalRow', { rivalSetId, statement: words });
  const component = { concern: 'minor', reason: long };
  const components = { methodological: component, coherence: component, adequacy: component, relevance: component };
  await edit('setConfidence', { assumptionId, ...components, overall: 'low' });
}

/** Words in every field of a commitment that was sealed, changed and sealed again, and of a forecast. */
async function plantCommitment(
  edit: (name: string, input: unknown) => Promise<Record<string, string>>,
  assumptionId: string,
  words: string,
  long: string,
): Promise<void> {
  const terms = { statement: words, owner: words, action: words, dueOn: '2026-07-15' };
  const { commitmentId } = await edit('addCommitment', { ...terms, assumptionId });
  await edit('signCommitment', { commitmentId, name: words });
  await edit('sealCommitments', { commitmentIds: [commitmentId] });
  await edit('updateCommitment', { commitmentId, atLeast: 2 });
  await edit('signCommitment', { commitmentId, name: words });
  await edit('sealCommitments', { commitmentIds: [commitmentId] });
  await edit('amendCommitment', { commitmentId, text: long });
  await edit('judgeCommitment', { commitmentId, triggered: true, reason: long });
  await edit('setCommitmentOutcome', { commitmentId, outcome: 'kept', note: long });
  await edit('giveForecast', { commitmentId, person: words, probability: 70 });
  await edit('revealForecasts', { commitmentId });
}

/** Words in every field of the interview guide and of the recruitment list. */
async function plantGuide(
  edit: (name: string, input: unknown) => Promise<Record<string, string>>,
  { participantId, assumptionId, sourceId }: { participantId: string | undefined; assumptionId: string | undefined; sourceId: string },
  words: string,
  long: string,
): Promise<void> {
  const { questionIds } = await edit('addQuestions', { questions: [{ text: words, probes: long, assumptionIds: [assumptionId] }] });
  await edit('recordAskings', { askings: [{ questionId: questionIds?.[0], sourceId, asked: true, turn: 1 }] });
  await edit('updateGuide', { opening: long, closing: long, invitation: long, organiser: words });
  const meeting = { startsAt: '2026-06-30T09:00:00.000Z', minutes: 45, place: words };
  await edit('addRecruit', { participantId, introduction: 'given', introducer: words, meeting, note: long });
}

/** Words in every field of the log of conversations, the habits, the signals, the gates, the owners and the self-assessment. */
async function plantRhythm(
  edit: (name: string, input: unknown) => Promise<Record<string, string>>,
  { themeId, departmentId }: { themeId: string | undefined; departmentId: string | undefined },
  words: string,
  long: string,
): Promise<void> {
  const on = '2026-05-12';
  const people = [{ name: words, role: words }];
  await edit('logConversation', { heldOn: on, kind: 'visit', customer: words, people, learned: long, influence: long });
  await edit('setGoal', { person: words, role: words });
  await edit('addRhythmItem', { title: words, cadence: 'monthly', owner: words, firstDueOn: on });
  await edit('addOwner', { name: words, role: words, gave: long, departmentId });
  await edit('logAcknowledgement', { departmentId, saidOn: on, saidBy: words, words: long });
  await edit('addAssessment', { on, person: words, answers: { 'first-hand': 2 }, obstacles: ['no-time'], note: long });
  const { gateId } = await edit('addGate', { name: words, summary: long, shaped: long });
  await edit('passGate', { gateId, on });
  const points = [{ on, value: 1, answers: null }];
  const { signalId } = await edit('addSignal', { name: words, kind: 'other', unit: words, points });
  await edit('explainSignal', { signalId, on, themeId, note: long });
}

async function importSource(vault: Vault, words: string, turns: Turn[], participantId: string): Promise<string> {
  const id = `source-${vault.seq}`;
  const sha256 = await vault.transcripts.write(id, 1, { turns, heading: words });
  const source: EditInput<'importSources'>['sources'][number] = {
    id,
    kind: 'interview',
    title: words,
    heldOn: '2026-05-12',
    fileName: words,
    format: 'text',
    encoding: 'utf-8',
    speakers: [{ label: words, role: 'participant', participantId }],
    participantId: null,
    transcript: {
      revision: 1,
      sha256,
      turns: turns.length,
      words: turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
      startMs: 0,
      endMs: 9000,
    },
  };
  await vault.edit('importSources', { sources: [source] });
  return id;
}

interface JsonSchema {
  type?: string;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  pattern?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
}

/** Paths of the texts that a person or a file can fill: no ids, days, choices. */
function textPaths(schema: JsonSchema, path: readonly string[]): string[][] {
  if (schema.anyOf) return schema.anyOf.flatMap((each) => textPaths(each, path));
  if (schema.items) return textPaths(schema.items, [...path, '*']);
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => textPaths(inner, [...path, name]));
  const free = typeof schema.additionalProperties === 'object' ? textPaths(schema.additionalProperties, [...path, '*']) : [];
  const plain = schema.type === 'string' && !schema.pattern && !schema.format && !schema.enum && schema.const === undefined;
  return [...named, ...free, ...(plain ? [[...path]] : [])];
}

function valuesAt(value: unknown, [first, ...rest]: readonly string[]): unknown[] {
  if (first === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const inner = first === '*' ? Object.values(value) : [(value as Record<string, unknown>)[first]];
  return inner.flatMap((each) => valuesAt(each, rest));
}

/** Fields of the records' own schemas in which no planted text stands: a new field shows here until it is planted too. */
export function unplantedFields(reader: VaultReader): string[] {
  return COLLECTIONS.flatMap((collection) => {
    const schema = z.toJSONSchema(RECORD_SCHEMAS[collection], { unrepresentable: 'any' }) as JsonSchema;
    const records = [...reader.all(collection).values()];
    return textPaths(schema, [])
      .filter((path) => !records.some((record) => valuesAt(record, path).some((value) => String(value).includes(PLANTED))))
      .map((path) => `${collection}.${path.join('.')}`);
  });
}
