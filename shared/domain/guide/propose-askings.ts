// Proposes in which turn of an interview a question of the guide was asked, by the words that both hold.
import { stemWord } from '#shared/domain/themes/stem-word';
import { tokenise } from '#shared/domain/themes/tokenise';
import type { Steps } from '#shared/lib/steps';
import { shorten } from '#shared/lib/text';
import type { ProposedAsking } from '#shared/model/proposed-asking';
import type { Question } from '#shared/model/records/question';
import type { Speaker } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

import { plainWords } from './is-english.ts';

export interface HeldInterview {
  sourceId: string;
  speakers: readonly Pick<Speaker, 'label' | 'role'>[];
  turns: readonly Turn[];
}

/** Below this share nothing is proposed: a question of the guide is seldom asked word for word. */
const LEAST_SCORE = 0.6;
/** The same where no telling word is among those shared, only short ones such as “who else was in on”. */
const LEAST_BY_SHORT_WORDS = 0.75;
/** What a word weighs that is in nearly every turn. */
const LEAST_WEIGHT = 0.1;
/** One word in common is chance. */
const FEWEST_WORDS = 2;
const SAID_LENGTH = 160;
const REASONS = 6;

/** Short words count too: many questions have no other, and how common they are makes them light. */
const stemOf = (word: string): string => stemWord(word.split("'")[0] ?? word);

/** A turn in which somebody of us asks. */
export interface AskingTurn {
  sourceId: string;
  turn: number;
  text: string;
  terms: ReadonlySet<string>;
}

/**
 * For each question and interview the turn that is most like it, where one is like enough; the first of several.
 * The weight of a word is its inverse document frequency (Sparck Jones 1972).
 */
export function* proposeAskings(questions: readonly Question[], asking: readonly AskingTurn[]): Steps<ProposedAsking[]> {
  const said = new Map<string, number>();
  for (const { terms } of asking) for (const term of terms) said.set(term, (said.get(term) ?? 0) + 1);
  const weightOf = (term: string): number => Math.max(LEAST_WEIGHT, Math.log((asking.length + 0.5) / ((said.get(term) ?? 0) + 0.5)));
  const proposals: ProposedAsking[] = [];
  for (const question of questions) {
    const telling = tellingTerms(question.text, weightOf);
    const best = new Map<string, ProposedAsking>();
    for (const turn of asking) {
      const found = likeness(question, telling, turn);
      if (found && found.score > (best.get(found.sourceId)?.score ?? 0)) best.set(found.sourceId, found);
    }
    proposals.push(...best.values());
    yield;
  }
  return proposals;
}

/** The turns of interviewers or, where nobody is known to be one, turns with a question mark of whoever is not heard. */
export function askingTurns({ sourceId, speakers, turns }: HeldInterview): AskingTurn[] {
  const roles = new Map<string | null, Speaker['role']>(speakers.map(({ label, role }) => [label, role]));
  const known = speakers.some(({ role }) => role === 'interviewer');
  return turns.flatMap(({ speaker, text }, turn) => {
    const role = roles.get(speaker);
    const asks = known ? role === 'interviewer' : role !== 'participant' && text.includes('?');
    return asks ? [{ sourceId, turn, text, terms: new Set(plainWords(text).map(stemOf)) }] : [];
  });
}

interface TellingTerm {
  term: string;
  word: string;
  weight: number;
  /** No stop word. */
  content: boolean;
}

function tellingTerms(text: string, weightOf: (term: string) => number): TellingTerm[] {
  const found = new Map<string, TellingTerm>();
  for (const word of plainWords(text)) {
    const term = stemOf(word);
    if (!found.has(term)) found.set(term, { term, word, weight: weightOf(term), content: tokenise(word).length > 0 });
  }
  return [...found.values()].sort((left, right) => right.weight - left.weight);
}

function likeness(
  { id: questionId }: Question,
  telling: readonly TellingTerm[],
  { sourceId, turn, text, terms }: AskingTurn,
): ProposedAsking | null {
  const shared = telling.filter(({ term }) => terms.has(term));
  if (shared.length < FEWEST_WORDS) return null;
  const weigh = (list: readonly TellingTerm[]): number => list.reduce((sum, { weight }) => sum + weight, 0);
  const score = weigh(shared) / weigh(telling);
  if (score < (shared.some(({ content }) => content) ? LEAST_SCORE : LEAST_BY_SHORT_WORDS)) return null;
  return { questionId, sourceId, turn, said: shorten(text, SAID_LENGTH), words: shared.slice(0, REASONS).map(({ word }) => word), score };
}
