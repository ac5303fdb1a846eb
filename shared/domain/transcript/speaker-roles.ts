// Proposes who of the speakers asks and who is heard, for a person to confirm or change before import.
import { countWords } from '#shared/lib/text';

import type { ParsedTranscript } from './parsed-transcript.ts';
import { roleWordOf } from './speaker-words.ts';

export type SpeakerRole = 'participant' | 'interviewer' | 'other';

export interface SpeakerProposal {
  label: string;
  role: SpeakerRole;
  words: number;
  /** Number of turns with a question mark. */
  questions: number;
  turns: number;
  /** A finished sentence: why this role is proposed. */
  reason: string;
}

/** A speaker asks in at least this share of turns before questions alone make an interviewer. */
const LEAST_QUESTION_SHARE = 0.25;
/** Somebody who asks at least this much of what the keenest asker asks counts as a second interviewer. */
const NEAR_KEENEST = 0.6;

/**
 * One proposal a speaker, in order of first appearance.
 * The label decides first ("Interviewer 2", "P07", "Jingle"). If labels name an interviewer, everybody else is a participant.
 * Otherwise those who ask in the largest share of their turns are interviewers (at least a quarter of them, and at
 * least 0.6 of the largest share); whoever says the most words is a participant in any case, unless one person speaks alone.
 * Speakers without a single word are "other".
 */
export function proposeSpeakerRoles(transcript: Pick<ParsedTranscript, 'turns' | 'speakers'>): SpeakerProposal[] {
  const turnsOf = Map.groupBy(transcript.turns, (turn) => turn.speaker);
  const tallies = transcript.speakers.map((label) => {
    const turns = turnsOf.get(label) ?? [];
    const words = turns.reduce((sum, turn) => sum + countWords(turn.text), 0);
    const questions = turns.filter((turn) => /[?？؟]/u.test(turn.text)).length;
    return { label, words, questions, turns: turns.length };
  });
  const labelled = tallies.some((tally) => roleWordOf(tally.label) === 'interviewer');
  const people = tallies.filter((tally) => tally.words > 0 && roleWordOf(tally.label) !== 'other');
  const mostWords = Math.max(0, ...people.map((tally) => tally.words));
  const shares = people.filter((tally) => tally.words < mostWords).map(questionShare);
  const keenest = Math.max(LEAST_QUESTION_SHARE, ...shares);
  return tallies.map((tally) => {
    const named = roleFromLabel(tally.label, tally.words);
    if (named !== null) return { ...tally, ...named };
    if (labelled) return { ...tally, role: 'participant', reason: 'Somebody else is labelled as the interviewer.' };
    const share = questionShare(tally);
    const asks = people.length > 1 && tally.words < mostWords && share >= LEAST_QUESTION_SHARE && share >= keenest * NEAR_KEENEST;
    if (asks) return { ...tally, role: 'interviewer', reason: `Asks in ${Math.round(share * 100)} % of their turns.` };
    const reason = people.length === 1 ? 'The only speaker.' : tally.words === mostWords ? 'Says the most.' : 'Asks few questions.';
    return { ...tally, role: 'participant', reason };
  });
}

function roleFromLabel(label: string, words: number): { role: SpeakerRole; reason: string } | null {
  const word = roleWordOf(label);
  if (words === 0) return { role: 'other', reason: 'Says no word.' };
  if (word === 'other') return { role: 'other', reason: 'The label names no person of the conversation.' };
  if (word === 'interviewer') return { role: 'interviewer', reason: 'The label names somebody who asks.' };
  return word === 'participant' ? { role: 'participant', reason: 'The label names somebody who is heard.' } : null;
}

function questionShare(tally: { questions: number; turns: number }): number {
  return tally.turns === 0 ? 0 : tally.questions / tally.turns;
}
