// Looks at the wording of a question of the guide: leading, double or closed, each with its reason. English only.
import { stemWord } from '#shared/domain/themes/stem-word';
import { tokenise } from '#shared/domain/themes/tokenise';

import { doubleReason } from './double-question.ts';
import { isEnglish } from './is-english.ts';
import { leadingReason } from './leading-words.ts';
import { beginsWithVerb, isAuxiliary, QUESTION_WORDS, type QuestionSentence, sentencesOf, withoutFillers } from './question-sentences.ts';

export const QUESTION_FLAGS = ['leading', 'double', 'closed'] as const;
export type QuestionFlag = (typeof QUESTION_FLAGS)[number];

export interface FlaggedQuestion {
  /** False for a question that is not in English: then nothing is said of its wording. */
  checked: boolean;
  /** Each flag at most once, in the order of QUESTION_FLAGS. */
  flags: { flag: QuestionFlag; reason: string }[];
}

/** What is said of a question in another language. */
export const NOT_CHECKED = 'Not in English, so its wording is not checked.';

/** So much of an assumption's telling words gives it away (share, and least count). */
const GIVEN_AWAY = 0.6;
const FEWEST_GIVEN_AWAY = 3;

/** @param statements assumptions that the question tests: it must not hold one of them. */
export function flagQuestion(text: string, statements: readonly string[] = []): FlaggedQuestion {
  if (!isEnglish(text)) return { checked: false, flags: [] };
  const sentences = sentencesOf(text);
  const leading = first(sentences, leadingReason) ?? givenAway(text, statements);
  const reasons = { leading, double: doubleReason(sentences), closed: first(sentences, closedReason) };
  return {
    checked: true,
    flags: QUESTION_FLAGS.flatMap((flag) => {
      const reason = reasons[flag];
      return reason === null ? [] : [{ flag, reason }];
    }),
  };
}

function first(sentences: readonly QuestionSentence[], look: (sentence: QuestionSentence) => string | null): string | null {
  for (const sentence of sentences) {
    const reason = look(sentence);
    if (reason) return reason;
  }
  return null;
}

const OPEN_REQUESTS: ReadonlySet<string> = new Set('tell describe walk show explain give share talk take say help think'.split(' '));

/** Why it can be answered with yes, no or a number; null when it is open. */
function closedReason({ words: all, clauses, asks }: QuestionSentence): string | null {
  const words = withoutFillers(all);
  const text = ` ${words.join(' ')} `;
  if (text.includes(' yes or no ')) return 'It asks for yes or no. Ask what happened instead.';
  if (text.includes(' on a scale ') || text.includes(' out of ten ') || text.includes(' out of 10 '))
    return 'It asks for a number. Ask for the story, and let them weigh it in their own words.';
  const begun = clauses.map(withoutFillers);
  // “When you compared, did …” only begins like a question of when.
  const openly = QUESTION_WORDS.has(words[0] ?? '') && (words[0] !== 'when' || isAuxiliary(words[1]));
  // Behind an open beginning a verb may go on with it: “what, if anything, would stop you”.
  const at = begun.findIndex((clause) => beginsWithVerb(clause) || (asks && !openly && clause.length > 1 && isAuxiliary(clause[0])));
  const opening = begun[at];
  if (opening === undefined || isRequest(opening)) return null;
  const asksOpenly = openly || (!asks && at > 0);
  // A tag at the end is told as leading, and what follows an open question is told as double.
  if (asksOpenly || (at > 0 && at === clauses.length - 1 && opening.length <= 3)) return null;
  if (opening.includes('or') && !text.includes(' or not '))
    return 'It lets them choose between answers of yours. Ask what they did, or what it is like.';
  const future = ['would', 'will'].includes(opening[0] ?? '') && opening[1] === 'you';
  if (future) return 'It can be answered with yes or no, about a future that costs nothing to promise. Ask what they did last time.';
  return 'It can be answered with yes or no. Begin with what, how or “tell me about”.';
}

/** `Could you tell me …`, `May I ask how …`: polite, and open. */
function isRequest(words: readonly string[]): boolean {
  const [verb = '', whom = '', next = '', after = ''] = words;
  if (whom === 'you' && next === 'mind' && (verb === 'would' || verb === 'do')) return true;
  if (verb === 'would' && next === 'say' && !QUESTION_WORDS.has(after)) return false;
  if (!['can', 'could', 'would', 'will', 'may', 'might'].includes(verb)) return false;
  if (whom === 'you') return OPEN_REQUESTS.has(next === 'please' ? after : next);
  return ['i', 'we'].includes(whom) && next === 'ask' && words.some((word) => QUESTION_WORDS.has(word));
}

/** A question that holds most of the words of what it tests tells people what is hoped for. */
function givenAway(text: string, statements: readonly string[]): string | null {
  const asked = new Set(tokenise(text).map(stemWord));
  for (const statement of statements) {
    const telling = new Set(tokenise(statement).map(stemWord));
    const shared = [...telling].filter((term) => asked.has(term)).length;
    if (shared >= FEWEST_GIVEN_AWAY && shared >= GIVEN_AWAY * telling.size)
      return `It gives away what it tests: “${statement}”. Ask about the last time, and see whether it comes up.`;
  }
  return null;
}
