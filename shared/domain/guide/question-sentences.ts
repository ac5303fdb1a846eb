// Cuts a question into sentences and clauses of plain words, and knows the words that English questions begin with.
import { plainWords } from './is-english.ts';

export interface QuestionSentence {
  words: readonly string[];
  /** Words between commas and dashes, in order. */
  clauses: readonly (readonly string[])[];
  /** Ends with a question mark. */
  asks: boolean;
}

export const QUESTION_WORDS: ReadonlySet<string> = new Set([
  'what',
  'how',
  'why',
  'when',
  'where',
  'who',
  'whom',
  'whose',
  'which',
  "what's",
  "who's",
  "how's",
  "where's",
]);

const AUXILIARIES: ReadonlySet<string> = new Set(
  'do does did is are was were am have has had can could would will shall should may might must'.split(' '),
);
/** `isn't`, `wouldn't`: they expect yes. */
export const NEGATIVE_AUXILIARIES: ReadonlySet<string> = new Set(
  "don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't shan't shouldn't mustn't".split(
    ' ',
  ),
);

/** Whom or what a yes-or-no question is about, right behind its verb. */
const SUBJECTS: ReadonlySet<string> = new Set(
  'you your yours i we our they their he his she her it its there this that these those the a an any anyone anybody anything everyone everybody somebody someone people customers'.split(
    ' ',
  ),
);

/** Words that may stand before a question without changing it. */
const FILLERS: ReadonlySet<string> = new Set('so and but now well ok okay then also first next finally just thinking'.split(' '));

/** The sentences of a question, without those that hold no word. */
export function sentencesOf(text: string): QuestionSentence[] {
  return (text.match(/[^.?!]+[.?!]*/gu) ?? [])
    .map((sentence) => ({
      words: plainWords(sentence),
      clauses: sentence
        .split(/[,;:–—]/u)
        .map(plainWords)
        .filter((clause) => clause.length > 0),
      asks: sentence.includes('?'),
    }))
    .filter(({ words }) => words.length > 0);
}

/** The words from the first that is no filler. */
export function withoutFillers(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !FILLERS.has(word));
  return at < 0 ? words : words.slice(at);
}

/** `did`, `is`, `wouldn't`: a verb that a yes-or-no question may begin with. */
export function isAuxiliary(word: string | undefined): boolean {
  return word !== undefined && (AUXILIARIES.has(word) || NEGATIVE_AUXILIARIES.has(word));
}

/** True where words begin as a yes-or-no question does: `did you`, `is the`. */
export function beginsWithVerb([first, second]: readonly string[]): boolean {
  return isAuxiliary(first) && second !== undefined && SUBJECTS.has(second);
}
