// Random edits that make sense for the state they meet, for property tests over the whole list of edits.
import { CUSTOMER_PARTS } from '#shared/model/records/customer';
import fc from 'fast-check';

import { mayJoin } from '#shared/domain/coding/snippet-order';
import { RECORD_SCHEMAS } from '#shared/model/records/index';
import type { CollectionName } from '#shared/model/records/index';
import type { Tag } from '#shared/model/records/tag';
import type { VaultReader } from '#shared/model/vault-state';

import { COMMITMENT_KINDS, commitmentInputs } from './random-commitments.ts';
import { guideInputs } from './random-guide.ts';
import { OWNER_KINDS, ownerInputs } from './random-owners.ts';
import { rhythmInputs } from './random-rhythm.ts';
import { some } from './some-record.ts';
import { weighingInputs } from './random-weighing.ts';

/** An edit with picks in place of ids: numbers that are turned into ids of records that are there. */
export interface RandomStep {
  kind: string;
  picks: number[];
  text: string;
}

const KINDS = [
  'createTag',
  'updateTag',
  'moveTag',
  'mergeTags',
  'splitTag',
  'deleteTags',
  'pinTag',
  'moveTags',
  'recolourTags',
  'pinTags',
  'importCodebook',
  'createSnippet',
  'moveSnippetEdges',
  'tagSnippets',
  'untagSnippets',
  'tagPassages',
  'setSnippetNote',
  'starSnippets',
  'removeSnippets',
  'joinSnippets',
  'splitSnippet',
  'placeSnippets',
  'moveCards',
  'removeCards',
  'createTheme',
  'updateTheme',
  'moveThemes',
  'nestTheme',
  'dissolveThemes',
  'acceptThemeProposals',
  'arrangeBoard',
  'addDepartment',
  'addDepartments',
  'updateDepartment',
  'removeDepartment',
  'addAssumption',
  'updateAssumption',
  'removeAssumption',
  'setEvidence',
  'clearEvidence',
  'overrideVerdict',
  'useCountedVerdict',
  'noteAskedIn',
  'logCounterSearch',
  'removeCounterSearch',
  ...COMMITMENT_KINDS,
  'addRivalSet',
  'updateRivalSet',
  'removeRivalSet',
  'setRivalRow',
  'removeRivalRow',
  'setRivalMark',
  'setConfidence',
  'clearConfidence',
  'addQuestions',
  'updateQuestion',
  'moveQuestion',
  'removeQuestion',
  'updateGuide',
  'recordAskings',
  'addRecruit',
  'updateRecruit',
  'removeRecruit',
  'logConversation',
  'updateConversation',
  'removeConversation',
  'setGoal',
  'removeGoal',
  'addRhythmItem',
  'updateRhythmItem',
  'markRhythmDone',
  'markRhythmNotDone',
  'snoozeRhythm',
  'removeRhythmItem',
  ...OWNER_KINDS,
  'addGate',
  'updateGate',
  'passGate',
  'reopenGate',
  'removeGate',
  'addSignal',
  'updateSignal',
  'addSignalPoints',
  'removeSignalPoint',
  'explainSignal',
  'clearExplanation',
  'removeSignal',
  'updateReadout',
  'chooseQuotes',
  'updateCustomer',
  'addMemo',
  'updateMemo',
  'removeMemo',
  'addQuery',
  'updateQuery',
  'removeQuery',
  'saveCodebookVersion',
  'updateCodebookVersion',
  'removeCodebookVersion',
  'addSegment',
  'updateSegment',
  'removeSegment',
  'addParticipant',
  'updateParticipant',
  'removeParticipant',
  'recordConsent',
  'updateSource',
  'mapSpeakers',
  'removeSources',
  'importQuotes',
  'importProject',
  'updateStudy',
  'setFocusQuestion',
  // More often than each edit: a redo does something only right after an undo.
  ...['undo', 'undo', 'undo', 'redo', 'redo', 'redo'],
];

/** Edits that `inputOf` never makes: they need files. */
export const NOT_RANDOM: readonly string[] = ['importSources', 'reviseTranscript', 'replaceNames', 'keepWithoutPlace'];
export const RANDOM_KINDS: readonly string[] = KINDS;

export const randomStep: fc.Arbitrary<RandomStep> = fc.record({
  // A redo does something right behind an undo only: with one of each among all kinds it would hardly ever.
  kind: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KINDS) }, { weight: 1, arbitrary: fc.constantFrom('undo', 'redo') }),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  text: fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .filter((text) => text.trim() !== '' && !/[\n\r\u2028\u2029]/.test(text)),
});

/** A cell that has a judgement, if there is one. */
function judgedCell(reader: VaultReader, pick: number): unknown {
  const link = reader.get('evidenceLinks', some(reader, 'evidenceLinks', pick));
  return link
    ? { assumptionId: link.assumptionId, themeId: link.themeId, snippetId: link.snippetId }
    : { assumptionId: 'nobody', themeId: 'nobody' };
}

/** Some tag with the snippet that one of its taggings is on. */
function splitOf(reader: VaultReader, pick: number, into: unknown): unknown {
  const tagging = reader.get('taggings', some(reader, 'taggings', pick));
  return { tagId: tagging?.tagId ?? 'nobody', parts: [{ into, snippetIds: [tagging?.snippetId ?? 'nobody'] }] };
}

/** A place inside some snippet of more than one letter. */
function splitPlace(reader: VaultReader, pick: number): unknown {
  const long = [...reader.all('snippets').values()].filter(({ quote, review }) => quote.length > 1 && !review);
  const snippet = long[pick % Math.max(1, long.length)];
  if (!snippet) return { snippetId: 'nobody', turn: 0, offset: 0 };
  return { snippetId: snippet.id, turn: snippet.range.startTurn, offset: snippet.range.startOffset + 1 };
}

/** Input of a step for this state. It may still be refused: that is part of the test. */
export function inputOf(reader: VaultReader, { kind, picks, text }: RandomStep): unknown {
  const [a = 0, b = 0, c = 0, d = 0] = picks;
  const tag = some(reader, 'tags', a);
  const otherTag = some(reader, 'tags', b);
  const snippets = [some(reader, 'snippets', a), some(reader, 'snippets', b)];
  const cards = [some(reader, 'cards', a), some(reader, 'cards', b)];
  const theme = some(reader, 'themes', c);
  const assumption = some(reader, 'assumptions', b);
  const department = some(reader, 'departments', a);
  const range = { startTurn: a % 3, startOffset: b % 8, endTurn: (a % 3) + (c % 2), endOffset: (b % 8) + 2 + (d % 10) };
  const place = { x: (a % 50) * 40, y: (b % 50) * 40 };
  const inputs: Record<string, unknown> = {
    createTag: { name: text, parentId: a % 3 === 0 && tag !== 'nobody' ? tag : null },
    updateTag: { tagId: tag, name: text },
    moveTag: { tagId: tag, parentId: b % 2 ? otherTag : null },
    mergeTags: { tagIds: [tag], intoTagId: otherTag },
    deleteTags: { tagIds: [tag] },
    moveTags: {
      moves: [
        { tagId: tag, parentId: null },
        { tagId: otherTag, parentId: c % 2 ? tag : null },
      ],
    },
    recolourTags: { tagIds: [tag, otherTag], colour: (c % 16) + 1 },
    pinTags: {
      pins: [
        { tagId: tag, key: (c % 9) + 1 },
        { tagId: otherTag, key: null },
      ],
    },
    pinTag: { tagId: tag, key: (b % 9) + 1 },
    importCodebook: { rows: [{ path: c % 2 ? [text] : [text, `${text}!`], definition: text, colour: (a % 16) + 1 }] },
    createSnippet: {
      sourceId: some(reader, 'sources', d),
      range,
      ...(c % 2 ? { newTag: { name: text } } : { tagIds: tag === 'nobody' ? [] : [tag] }),
    },
    moveSnippetEdges: { snippetId: snippets[0], range },
    tagSnippets: { snippetIds: snippets, tagIds: [tag] },
    untagSnippets: { snippetIds: snippets, tagIds: [tag] },
    tagPassages: { passages: [{ sourceId: some(reader, 'sources', d), range }], tagIds: [tag] },
    setSnippetNote: { snippetId: snippets[0], note: text },
    starSnippets: { snippetIds: snippets, starred: a % 2 === 0 },
    removeSnippets: { snippetIds: snippets },
    joinSnippets: joinablePair(reader, a) ?? { snippetId: snippets[0], otherId: snippets[1] },
    splitTag: splitOf(reader, a, c % 2 ? { name: text } : { tagId: tag }),
    splitSnippet: splitPlace(reader, a),
    placeSnippets: { snippetIds: snippets, target: c % 2 ? { themeId: theme === 'nobody' ? null : theme } : place, also: d % 2 === 0 },
    moveCards: { cardIds: cards, target: c % 2 ? { themeId: theme === 'nobody' ? null : theme, beforeCardId: cards[1] } : place },
    removeCards: { cardIds: [cards[0]] },
    createTheme: {
      name: text,
      cardIds: c % 2 && cards[0] !== 'nobody' ? cards : [],
      snippetIds: d % 2 && snippets[0] !== 'nobody' ? snippets : [],
      ...place,
    },
    updateTheme: { themeId: theme, name: text, insight: text },
    moveThemes: { themeIds: [theme], dx: a - 500, dy: b - 500 },
    nestTheme: { themeId: theme, parentId: a % 8 ? some(reader, 'themes', c + 1 + (b % 3)) : null },
    dissolveThemes: { themeIds: [theme] },
    acceptThemeProposals: { proposals: [{ name: text, snippetIds: snippets }] },
    arrangeBoard: {
      themes: theme === 'nobody' ? [] : [{ id: theme, ...place }],
      cards: cards[0] === 'nobody' ? [] : [{ id: cards[0], ...place }],
    },
    addDepartment: { name: text, assumptions: [{ statement: text }] },
    addDepartments: { departments: [{ name: `${text} one` }, { name: `${text} two`, assumptions: [{ statement: text }] }] },
    updateDepartment: { departmentId: department, protects: text },
    removeDepartment: { departmentId: department },
    addAssumption: { departmentId: department, statement: text, importance: (b % 5) + 1 },
    updateAssumption: { assumptionId: assumption, statement: text },
    removeAssumption: { assumptionId: assumption },
    setEvidence: {
      assumptionId: assumption,
      ...(c % 3 ? { themeId: theme } : { snippetId: snippets[0] }),
      relation: ['supports', 'contradicts', 'refines'][d % 3],
      reason: text,
    },
    clearEvidence: judgedCell(reader, a),
    ...weighingInputs(reader, picks, text),
    ...rhythmInputs(reader, picks, text),
    ...ownerInputs(reader, picks, text),
    ...commitmentInputs(reader, picks, text),
    ...guideInputs(reader, picks, text),
    updateReadout: { answer: text, headlineThemeIds: theme === 'nobody' ? [] : [theme] },
    chooseQuotes: { themeId: theme, snippetIds: [snippets[0]] },
    updateCustomer: {
      part: CUSTOMER_PARTS[a % CUSTOMER_PARTS.length],
      text,
      ...(theme === 'nobody' ? {} : { themeIds: [theme] }),
      ...(snippets[0] === 'nobody' ? {} : { snippetIds: [snippets[0]] }),
    },
    addMemo: { title: text, about: tag === 'nobody' ? null : { collection: 'tags', id: tag } },
    updateMemo: { memoId: some(reader, 'memos', a), text },
    removeMemo: { memoId: some(reader, 'memos', a) },
    addQuery: {
      name: text,
      where: {
        is: 'and',
        of: [
          { is: 'tag', tagId: tag },
          { is: 'not', of: { is: 'text', text } },
        ],
      },
    },
    updateQuery: { queryId: some(reader, 'queries', a), name: text },
    removeQuery: { queryId: some(reader, 'queries', a) },
    saveCodebookVersion: { name: text, note: text },
    updateCodebookVersion: { versionId: some(reader, 'codebookVersions', a), name: text },
    removeCodebookVersion: { versionId: some(reader, 'codebookVersions', a) },
    addSegment: { name: text },
    updateSegment: { segmentId: some(reader, 'segments', a), name: text },
    removeSegment: { segmentId: some(reader, 'segments', a) },
    addParticipant: { name: text, segmentId: a % 2 ? some(reader, 'segments', b) : null },
    updateParticipant: { participantId: some(reader, 'participants', a), attributes: { role: text } },
    recordConsent: {
      participantId: some(reader, 'participants', a),
      consent:
        b % 3 === 0 ? null : { status: b % 2 ? 'given' : 'withdrawn', scope: 'team', givenOn: null, expiresOn: '2026-12-31', note: text },
    },
    removeParticipant: { participantId: some(reader, 'participants', a) },
    updateSource: { sourceId: some(reader, 'sources', a), title: text },
    mapSpeakers: { sourceId: some(reader, 'sources', a), speakers: [{ label: 'Ana', role: 'participant', newParticipantName: text }] },
    removeSources: { sourceIds: [some(reader, 'sources', a)] },
    importQuotes: { rows: [{ sourceId: some(reader, 'sources', a), quote: 'price', tags: [text] }] },
    importProject: { name: text, records: projectRecords(reader, a, text) },
    updateStudy: { decision: { question: text }, ...(a % 2 ? { targetSegmentId: b % 2 ? some(reader, 'segments', b) : null } : {}) },
    setFocusQuestion: { focusQuestion: text },
  };
  return inputs[kind];
}

/** Two snippets that may be joined, which two picked at random seldom are. */
function joinablePair(reader: VaultReader, pick: number): { snippetId: string; otherId: string } | null {
  const snippets = [...reader.all('snippets').values()];
  const tagIdsOf = (id: string): string[] => reader.referring('snippets', id, 'taggings').map(({ tagId }) => tagId);
  const pairs = snippets.flatMap((left) =>
    snippets.filter((right) => mayJoin(left, right, tagIdsOf)).map((right) => ({ snippetId: left.id, otherId: right.id })),
  );
  return pairs[pick % Math.max(1, pairs.length)] ?? null;
}

/** Every record by its own schema: what `apply` must keep true for ever. */
export function invalidRecords(reader: VaultReader): string[] {
  const bad: string[] = [];
  for (const collection of Object.keys(RECORD_SCHEMAS) as CollectionName[]) {
    for (const [id, record] of reader.all(collection)) {
      if (!RECORD_SCHEMAS[collection].safeParse(record).success) bad.push(`${collection}/${id}`);
    }
  }
  return bad;
}

/** Two codes of another tool, one inside the other, with ids that are free. */
function projectRecords(reader: VaultReader, number: number, name: string): { tags: Tag[] } {
  const ids = [`foreign-${number}`, `foreign-${number}-inside`].filter((id) => !reader.get('tags', id));
  return {
    tags: ids.map((id, place) => ({
      id,
      name,
      definition: '',
      whenToUse: '',
      whenNotToUse: '',
      colour: 3,
      parentId: place === 0 ? null : (ids[0] ?? null),
      order: number + place,
      favourite: null,
      imported: { colour: '#00ff00', as: 3, codable: true },
    })),
  };
}
