// Who lets people talk: words of those who ask against words of those who are heard, and how it is asked.
import { listeningRatio, wordsBySpeaker } from '#shared/domain/transcript/listening-ratio';
import type { InterviewListening, QuestionCounts } from '#shared/model/interview-listening';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

import { countQuestions } from './count-questions.ts';
import { nameKey } from './name-key.ts';

export interface InterviewerListening {
  name: string;
  interviews: number;
  words: number;
  /** Words of participants in these interviews. */
  participantWords: number;
  /** Of the words of both, the participants' (0 to 1); null without any. */
  share: number | null;
  questions: QuestionCounts;
}

/** Reads one interview. */
export function listeningOf(source: Pick<Source, 'id' | 'speakers'>, turns: readonly Pick<Turn, 'speaker' | 'text'>[]): InterviewListening {
  const words = wordsBySpeaker(turns);
  const asking = source.speakers.filter(({ role }) => role === 'interviewer');
  const heard = source.speakers.filter(({ role }) => role === 'participant');
  return {
    sourceId: source.id,
    participantWords: heard.reduce((sum, { label }) => sum + (words.get(label) ?? 0), 0),
    ratio: listeningRatio(words, source.speakers),
    interviewers: asking.map(({ label }) => ({
      name: label,
      words: words.get(label) ?? 0,
      questions: turns.filter(({ speaker }) => speaker === label).reduce((sum, { text }) => added(sum, countQuestions(text)), NONE),
    })),
  };
}

/** One row for each who asks, those who let people talk least first. Interviews without a ratio are left out. */
export function byInterviewer(interviews: readonly InterviewListening[]): InterviewerListening[] {
  const found = new Map<string, Omit<InterviewerListening, 'share'>>();
  for (const { ratio, participantWords, interviewers } of interviews) {
    if (ratio === null) continue;
    for (const { name, words, questions } of interviewers) {
      const there = found.get(nameKey(name)) ?? { name, interviews: 0, words: 0, participantWords: 0, questions: NONE };
      found.set(nameKey(name), {
        name: there.name,
        interviews: there.interviews + 1,
        words: there.words + words,
        participantWords: there.participantWords + participantWords,
        questions: added(there.questions, questions),
      });
    }
  }
  return [...found.values()]
    .map((each) => {
      const all = each.words + each.participantWords;
      return { ...each, share: all === 0 ? null : each.participantWords / all };
    })
    .sort((left, right) => (left.share ?? 0) - (right.share ?? 0) || left.name.localeCompare(right.name, 'en'));
}

const NONE: QuestionCounts = { open: 0, closed: 0, unclear: 0 };

function added(left: QuestionCounts, right: QuestionCounts): QuestionCounts {
  return { open: left.open + right.open, closed: left.closed + right.closed, unclear: left.unclear + right.unclear };
}
