// The guide as it stands: its questions with their flags, and which of them was asked in which interview.
import type { ProposedAsking } from '#shared/model/proposed-asking';
import type { Asking } from '#shared/model/records/asking';
import { askingId } from '#shared/model/records/asking';
import type { Assumption } from '#shared/model/records/assumption';
import type { Question } from '#shared/model/records/question';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

import { type FlaggedQuestion, flagQuestion } from './flag-question.ts';

/** `open`: nobody has said, and the transcript shows nothing like it. */
export const COVERAGE_STATES = ['asked', 'not asked', 'proposed', 'open'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export interface CoverageCell {
  questionId: string;
  sourceId: string;
  state: CoverageState;
  /** Confirmed by a person; null while it is not. */
  asking: Asking | null;
  /** What the transcript shows; null where nothing is proposed. */
  proposal: ProposedAsking | null;
}

export interface GuideQuestion {
  question: Question;
  flagged: FlaggedQuestion;
  assumptions: Assumption[];
  /** One for each interview, in the order of the interviews. */
  cells: CoverageCell[];
  counts: Record<CoverageState, number>;
}

export interface GuideCoverage {
  questions: GuideQuestion[];
  interviews: Source[];
  /** Assumptions that no question tests, in the order of importance. */
  untested: Assumption[];
}

/** Kinds of sources in which somebody of us asks. */
const ASKED_IN: ReadonlySet<Source['kind']> = new Set(['interview', 'advisory-board', 'win-loss']);

/** Sources in which questions of a guide may be asked: by day, then by title. */
export function interviewsOf(reader: VaultReader): Source[] {
  return [...reader.all('sources').values()].filter(({ kind }) => ASKED_IN.has(kind)).sort(byDay);
}

/** Questions in the order of the guide. */
export function questionsOf(reader: VaultReader): Question[] {
  return [...reader.all('questions').values()].sort((left, right) => left.order - right.order);
}

/** @param proposals what the transcripts show; none when they were not looked at. */
export function guideCoverage(reader: VaultReader, proposals: readonly ProposedAsking[] = []): GuideCoverage {
  const interviews = interviewsOf(reader);
  const proposed = new Map(proposals.map((proposal) => [askingId(proposal.questionId, proposal.sourceId), proposal]));
  const questions = questionsOf(reader).map((question): GuideQuestion => {
    const assumptions = question.assumptionIds.flatMap((id) => reader.get('assumptions', id) ?? []);
    const cells = interviews.map(({ id: sourceId }) => cellOf(reader, question.id, sourceId, proposed));
    const flagged = flagQuestion(
      question.text,
      assumptions.map(({ statement }) => statement),
    );
    return { question, flagged, assumptions, cells, counts: countStates(cells) };
  });
  const tested = new Set(questions.flatMap(({ question }) => question.assumptionIds));
  const untested = [...reader.all('assumptions').values()].filter(({ id }) => !tested.has(id));
  return { questions, interviews, untested: untested.sort((left, right) => right.importance - left.importance) };
}

/** Proposals that no person has decided on, for confirming them all. */
export function openProposals({ questions }: GuideCoverage): ProposedAsking[] {
  return questions.flatMap(({ cells }) => cells.flatMap(({ state, proposal }) => (state === 'proposed' && proposal ? [proposal] : [])));
}

function cellOf(reader: VaultReader, questionId: string, sourceId: string, proposed: ReadonlyMap<string, ProposedAsking>): CoverageCell {
  const id = askingId(questionId, sourceId);
  const asking = reader.get('askings', id) ?? null;
  const proposal = proposed.get(id) ?? null;
  const decided = asking && (asking.asked ? 'asked' : 'not asked');
  return { questionId, sourceId, asking, proposal, state: decided ?? (proposal ? 'proposed' : 'open') };
}

function countStates(cells: readonly CoverageCell[]): Record<CoverageState, number> {
  const counts = { asked: 0, 'not asked': 0, proposed: 0, open: 0 };
  for (const { state } of cells) counts[state] += 1;
  return counts;
}

function byDay(left: Source, right: Source): number {
  return (left.heldOn ?? '9999').localeCompare(right.heldOn ?? '9999') || left.title.localeCompare(right.title, 'en');
}
