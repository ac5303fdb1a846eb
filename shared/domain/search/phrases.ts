// Words that stand side by side: phrases in a text, and how near the words of a query stand to one another.
import type { SearchTerm } from './text-document.ts';
import { wordsOf } from './words.ts';

const NOT_ASCII = /[^\0-~]/;
const PLAIN_WORD = /^[a-z0-9]+$/;

/** Tells whether the words of the term stand in a text one after the other; of an open term the last may go on. */
export function phraseIn({ words, open }: SearchTerm): (text: string) => boolean {
  const inPlain = words.every((word) => PLAIN_WORD.test(word)) ? plainPattern(words, open) : null;
  return (text) => {
    // Without accents and other scripts a pattern finds the same words in a tenth of the time.
    if (inPlain && !NOT_ASCII.test(text)) return inPlain.test(text);
    return holds(wordsOf(text), words, open);
  };
}

/** Gives the share of the neighbours in a query that are neighbours in a text too, in the same order: 0 to 1. */
export function nearnessIn(terms: readonly SearchTerm[]): (text: string) => number {
  const asked = terms.flatMap(({ words, open }) => words.map((word, at) => ({ word, open: open && at === words.length - 1 })));
  const pairs: ((text: string) => boolean)[] = [];
  for (const [at, { word }] of asked.entries()) {
    const next = asked[at + 1];
    // The first of two may be meant as the beginning of a word; only the whole word is taken as a neighbour, which is what is meant nearly always.
    if (next) pairs.push(phraseIn({ words: [word, next.word], open: next.open }));
  }
  return (text) => pairs.filter((standsIn) => standsIn(text)).length / Math.max(1, pairs.length);
}

/** Only letters and digits of the words themselves come into the pattern, and what separates them cannot hold them: it runs in linear time. */
function plainPattern(words: readonly string[], open: boolean): RegExp {
  return new RegExp(`(?<![a-z0-9])${words.join('[^a-z0-9]+')}${open ? '' : '(?![a-z0-9])'}`, 'i');
}

function holds(there: readonly string[], words: readonly string[], open: boolean): boolean {
  for (let from = 0; from + words.length <= there.length; from += 1) {
    if (words.every((word, at) => isWord(there[from + at] ?? '', word, open && at === words.length - 1))) return true;
  }
  return false;
}

const isWord = (there: string, asked: string, open: boolean): boolean => (open ? there.startsWith(asked) : there === asked);
