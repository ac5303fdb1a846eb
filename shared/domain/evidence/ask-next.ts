// What the matrix asks for next: questions for what is not tested, and an early warning where people contradict an assumption.
import type { Assumption } from '#shared/model/records/assumption';
import type { VaultReader } from '#shared/model/vault-state';

import type { Verdict } from './decide-verdict.ts';
import { peopleHeard } from './participants-of.ts';
import type { AssumptionVerdict } from './verdict.ts';

/** From so many distinct people against it on, an assumption is worth a word with its department, whatever the verdict. */
export const FEWEST_FOR_A_WARNING = 2;

export interface EarlyWarning {
  assumption: Assumption;
  answer: AssumptionVerdict;
  /** Distinct people heard first-hand against it. */
  contradicting: number;
}

/** Assumptions that at least two people contradict: most important first, then most people, then in the order of the plan. */
export function earlyWarnings(assumptions: readonly Assumption[], verdicts: ReadonlyMap<string, AssumptionVerdict>): EarlyWarning[] {
  return assumptions
    .flatMap((assumption) => {
      const answer = verdicts.get(assumption.id);
      const contradicting = answer?.participants.contradicting.length ?? 0;
      return answer && contradicting >= FEWEST_FOR_A_WARNING ? [{ assumption, answer, contradicting }] : [];
    })
    .sort((left, right) => right.assumption.importance - left.assumption.importance || right.contradicting - left.contradicting);
}

export interface NextQuestion {
  assumption: Assumption;
  verdict: Verdict;
  /** Open questions that ask for what happened and do not give the statement away, in the order in which to ask them. */
  questions: string[];
  /** Why it is asked, for whoever holds the interview. */
  because: string;
}

const STORY = 'Tell me about the last time this came up for you. What happened, step by step?';
const TRIGGER = 'What had happened just before?';
const DID = 'What did you do then?';
const WORTH = 'What came of it for you?';
const ELSE = 'What have I not asked about that mattered to you?';
const SHOW = 'Could you show me how you do that today?';

/** What to ask next for each assumption that is not decided yet: most important first, then in the order of the plan. */
export function nextQuestions(assumptions: readonly Assumption[], verdicts: ReadonlyMap<string, AssumptionVerdict>): NextQuestion[] {
  return assumptions
    .flatMap((assumption) => {
      const answer = verdicts.get(assumption.id);
      const asking = askingOf(answer?.computed ?? 'not tested');
      return asking && !answer?.override ? [{ assumption, verdict: answer?.verdict ?? 'not tested', ...asking }] : [];
    })
    .sort((left, right) => right.assumption.importance - left.assumption.importance);
}

function askingOf(verdict: Verdict): Pick<NextQuestion, 'questions' | 'because'> | null {
  switch (verdict) {
    case 'not tested':
      return {
        questions: [STORY, TRIGGER, WORTH],
        because: 'Nobody was asked and nobody spoke of it. Do not name the statement: see whether it comes up.',
      };
    case 'asked but nobody raised it':
      return { questions: [ELSE, WORTH], because: 'It was asked, and nobody raised it. Ask what mattered instead before asking again.' };
    case 'thin':
      return { questions: [STORY, DID], because: 'Too few people spoke of it. Ask others, of another segment if you can.' };
    case 'mixed':
      return { questions: [DID, SHOW], because: 'People differ. Ask what they did and have it shown, and note who they are.' };
    case 'supported':
    case 'contradicted':
      return null;
  }
}

/** Participants of the segment that matters most (of the study, when none is named) who were not heard yet: pseudonyms, sorted. */
export function notHeardYet(reader: VaultReader): string[] {
  const heard = new Set(peopleHeard(reader));
  const target = reader.get('study', 'study')?.targetSegmentId ?? null;
  return [...reader.all('participants').values()]
    .filter(({ id, segmentId }) => !heard.has(id) && (target === null || segmentId === target))
    .map(({ pseudonym }) => pseudonym)
    .sort();
}
