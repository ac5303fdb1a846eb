// What makes a question double: it asks for two things at once, and only one of them is answered.
import { isLoaded } from './leading-words.ts';
import {
  beginsWithVerb,
  isAuxiliary,
  NEGATIVE_AUXILIARIES,
  QUESTION_WORDS,
  type QuestionSentence,
  withoutFillers,
} from './question-sentences.ts';

/** Pairs that are one thing, with `and` or `or` between them. */
const ONE_THING: ReadonlySet<string> = new Set(
  `back and forth|again and again|more and more|before and after|pros and cons|terms and conditions|start and finish|start and end|ups and downs|
   day and night|and so on|good and bad|black and white|supply and demand|health and safety|research and development|trial and error|now and then|
   bed and breakfast|one and the|over and over|step and step|strengths and weaknesses|likes and dislikes|sales and marketing|or so|or not|or something|
   or anything|or anyone|or anybody|or somebody|or someone|or else|or other|more or less|one or two|two or three|three or four|sooner or later|
   like and dislike|like or dislike|liked and disliked|love and hate|bits and pieces|aches and pains|by and large|both and|up and down|in and out|there and then|and a half`
    .split('|')
    .map((pair) => pair.trim()),
);

/** What asks for the rest of the same story. */
const PROBES: ReadonlySet<string> = new Set([
  'why',
  'why not',
  'how',
  'how it went',
  'how did it go',
  'what happened',
  'what happened then',
  'what happened next',
]);

/** A request for one scene: what is joined within it belongs to the same story. */
const SCENES = [
  'last time',
  'first time',
  'time when',
  'a time you',
  'the day',
  'the moment',
  'walk me through',
  'take me back',
  'take me through',
];

/** Why a question is double, as a finished sentence; null when it asks for one thing. */
export function doubleReason(sentences: readonly QuestionSentence[]): string | null {
  const asking = sentences.filter(({ asks, words }) => asks && words.length > 1);
  if (asking.length > 1)
    return `It holds ${asking.length} questions, and only the last is answered. Ask one, and keep the other as a probe.`;
  for (const sentence of sentences) {
    const reason = joinedIn(sentence);
    if (reason) return reason;
  }
  return null;
}

function joinedIn({ words, clauses, asks }: QuestionSentence): string | null {
  if (asks && asksInClauses(clauses.map(withoutFillers)))
    return 'It asks openly, and then for yes or no: only the second is answered. Leave it at the first.';
  for (const [at, word] of words.entries()) {
    if ((word !== 'and' && word !== 'or') || at === 0 || at === words.length - 1) continue;
    const rest = withoutFillers(words.slice(at + 1));
    if (PROBES.has(rest.join(' '))) continue;
    if (asksAgain(words.slice(0, at), rest, asks))
      return `It asks twice, before and after “${word}”. Ask one, and keep the other as a probe.`;
    if (joinsThings(words, at, asks))
      return `It asks about “${words[at - 1]}” and “${words[at + 1]}” at once: nobody will know which one the answer is about.`;
  }
  return null;
}

/** `How was it, was it helpful?` */
function asksInClauses([first = [], ...later]: (readonly string[])[]): boolean {
  const openly = QUESTION_WORDS.has(first[0] ?? '') && first.length > 1 && (first[0] !== 'when' || isAuxiliary(first[1]));
  return openly && later.some((clause) => clause.length > 2 && beginsWithVerb(clause) && !NEGATIVE_AUXILIARIES.has(clause[0] ?? ''));
}

/** `… and what did you leave`, `… or is it`: a second question begins. */
function asksAgain(before: readonly string[], rest: readonly string[], asks: boolean): boolean {
  if (beginsWithVerb(rest)) return asks;
  const [first = '', second = ''] = rest;
  const inside = isAuxiliary(second) || rest.length > 1;
  return QUESTION_WORDS.has(first) && inside && (asks || before.some((word) => QUESTION_WORDS.has(word)) || before.includes('about'));
}

function joinsThings(words: readonly string[], at: number, asks: boolean): boolean {
  const [before = '', word = '', after = '', later = ''] = words.slice(at - 1, at + 3);
  const pairs = [`${before} ${word} ${after}`, `${word} ${after}`, `${word} ${after} ${later}`];
  if (pairs.some((pair) => ONE_THING.has(pair))) return false;
  // People who do something together, and what lies between two ends.
  if ((word === 'and' && ['you', 'yourself', 'they', 'we'].includes(before)) || words.slice(0, at).includes('between')) return false;
  const text = ` ${words.join(' ')} `;
  if (SCENES.some((scene) => text.includes(` ${scene} `))) return false;
  // With both sides named neither is put into their mouth.
  if (word === 'or' && isLoaded(before) && isLoaded(after)) return false;
  const verbFirst = isAuxiliary(withoutFillers(words)[0]);
  // A choice of two answers to a yes-or-no question is told as closed.
  if (word === 'or' && verbFirst) return false;
  return asks || words.includes('about');
}
