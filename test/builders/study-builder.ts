// A small vocabulary that builds the records of a study through the real edits.
import type { TurnSpeakers } from '#shared/domain/evidence/participants-of';
import { findQuote } from '#shared/domain/transcript/anchor';
import { type EditAnswer, type EditInput, type EditName, EDITS } from '#shared/edits/index';
import type { EditContext, EditDefinition } from '#shared/edits/edit-definition';
import { finishSteps } from '#shared/lib/steps';
import { countWords } from '#shared/lib/text';
import { Draft, validateChanges } from '#shared/model/draft';
import type { EvidenceRelation } from '#shared/model/records/evidence-link';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { newReadout } from '#shared/model/records/readout';
import { newStudy } from '#shared/model/records/study';
import type { Turn } from '#shared/model/transcript';
import { VaultState } from '#shared/model/vault-state';

/** A speaker label stands for a participant's id, an interviewer, another voice, or a participant nobody has mapped yet. */
export type SpeakerIs = { participantId: string } | 'interviewer' | 'other' | 'unmapped';

export interface SourceParts {
  id?: string;
  title?: string;
  kind?: EditInput<'importSources'>['sources'][number]['kind'];
  heldOn?: string | null;
  minutes?: number | null;
  /** For sources without labels. */
  participantId?: string | null;
  speakers?: Record<string, SpeakerIs>;
  /** Label (null: none) and text of each turn. */
  turns: [speaker: string | null, text: string][];
}

export interface StudyBuilder {
  readonly state: VaultState;
  readonly turnSpeakers: TurnSpeakers;
  /** Runs a real edit with parsed input; what it made is checked like in the vault. */
  edit<N extends EditName>(name: N, input: EditInput<N>): EditAnswer<N>;
  segment(name: string): string;
  participant(fields?: EditInput<'addParticipant'>): string;
  source(parts: SourceParts): string;
  /** Marks these words, which must stand in the source. */
  snippet(sourceId: string, quote: string, fields?: { id?: string; note?: string; starred?: boolean }): string;
  theme(fields: { name?: string; insight?: string; snippets?: string[]; parentId?: string; id?: string }): string;
  department(name: string, fields?: Omit<EditInput<'addDepartment'>, 'name'>): string;
  assumption(departmentId: string, statement: string, fields?: { importance?: number; owner?: string; id?: string }): string;
  /** Judges what a theme or a snippet says of an assumption. */
  evidence(assumptionId: string, of: { theme: string } | { snippet: string }, relation: EvidenceRelation, reason?: string): string;
}

/** A study as a new vault has it: named, with its board and an empty readout. Ids count up: no randomness, no clock. */
export function buildStudy(name = 'Renewal study'): StudyBuilder {
  const state = new VaultState({
    study: { study: newStudy(name) },
    boards: { [FIRST_BOARD_ID]: { id: FIRST_BOARD_ID, name: 'Board', focusQuestion: '' } },
    readout: { readout: newReadout() },
  });
  const texts = new Map<string, Turn[]>();
  let lastId = 0;
  const newId = (): string => `id${String((lastId += 1)).padStart(6, '0')}`;
  const context = (draft: Draft): EditContext => ({
    draft,
    now: '2026-06-30T12:00:00.000Z',
    by: 'Researcher',
    newId,
    turns: (sourceId) => texts.get(sourceId) ?? [],
  });
  const edit = <N extends EditName>(editName: N, input: EditInput<N>): EditAnswer<N> => {
    const definition = EDITS[editName] as unknown as EditDefinition;
    const draft = new Draft(state);
    const result = finishSteps(definition.run(context(draft), definition.input.parse(input)));
    finishSteps(validateChanges(state, finishSteps(draft.changes())));
    return result as EditAnswer<N>;
  };
  return {
    state,
    turnSpeakers: (id) => texts.get(id)?.map((turn) => turn.speaker) ?? null,
    edit,
    ...vocabulary(edit, texts, newId),
  };
}

type Vocabulary = Omit<StudyBuilder, 'state' | 'turnSpeakers' | 'edit'>;

function vocabulary(edit: StudyBuilder['edit'], texts: Map<string, Turn[]>, newId: () => string): Vocabulary {
  return {
    segment: (name) => edit('addSegment', { name }).segmentId,
    participant: (fields = {}) => edit('addParticipant', fields).participantId,
    source(parts) {
      const id = parts.id ?? newId();
      texts.set(
        id,
        parts.turns.map(([speaker, text]) => ({ speaker, startMs: null, endMs: null, text })),
      );
      edit('importSources', { sources: [describeSource(id, parts)] });
      return id;
    },
    snippet(sourceId, quote, fields = {}) {
      const range = findQuote(texts.get(sourceId) ?? [], quote);
      if (!range) throw new Error(`The builder found no such words in ${sourceId}: ${quote}`);
      const snippetId = edit('createSnippet', { sourceId, range, ...(fields.id ? { id: fields.id } : {}) }).snippetId;
      if (fields.note !== undefined) edit('setSnippetNote', { snippetId, note: fields.note });
      if (fields.starred) edit('starSnippets', { snippetIds: [snippetId], starred: true });
      return snippetId;
    },
    theme: ({ snippets = [], ...fields }) => edit('createTheme', { ...fields, snippetIds: snippets }).themeId,
    department: (name, fields = {}) => edit('addDepartment', { ...fields, name }).departmentId,
    assumption: (departmentId, statement, fields = {}) => edit('addAssumption', { ...fields, departmentId, statement }).assumptionId,
    evidence: (assumptionId, of, relation, reason = '') =>
      edit('setEvidence', {
        assumptionId,
        relation,
        reason,
        ...('theme' in of ? { themeId: of.theme } : { snippetId: of.snippet }),
      }).evidenceLinkId,
  };
}

function describeSource(id: string, parts: SourceParts): EditInput<'importSources'>['sources'][number] {
  const minutes = parts.minutes === undefined ? 30 : parts.minutes;
  return {
    id,
    kind: parts.kind ?? 'interview',
    title: parts.title ?? `Interview ${id}`,
    heldOn: parts.heldOn === undefined ? '2026-05-12' : parts.heldOn,
    fileName: '',
    format: 'text',
    encoding: 'utf-8',
    participantId: parts.participantId ?? null,
    speakers: Object.entries(parts.speakers ?? {}).map(([label, is]) => ({
      label,
      role: is === 'interviewer' || is === 'other' ? is : 'participant',
      participantId: typeof is === 'object' ? is.participantId : null,
    })),
    transcript: {
      revision: 1,
      sha256: '0'.repeat(64),
      turns: parts.turns.length,
      words: parts.turns.reduce((sum, [, text]) => sum + countWords(text), 0),
      startMs: minutes === null ? null : 0,
      endMs: minutes === null ? null : minutes * 60_000,
    },
  };
}
