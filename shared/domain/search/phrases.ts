// Words that stand side by side: phrases in a text, and how near the words of a query stand to one another.
import type { SearchTerm } from './text-document.ts';
import { wordsOf } from './words.ts';

/** True when the words of the term stand in the text one after the other; of an open term the last may go on. */
export function holdsPhrase(text: string, { words, open }: SearchTerm): boolean {
  const there = wordsOf(text);
  for (let from = 0; from + words.length <= there.length; from += 1) {
    if (words.every((word, at) => isWord(there[from + at] ?? '', word, open && at === words.length - 1))) return true;
  }
  return false;
}

/**
 * Share of the neighbours in a query that are neighbours in the text too, in the same order: 0 to 1.
 * @param open for each word whether it may be the beginning of a longer one.
 */
export function nearness(text: string, asked: readonly string[], open: readonly boolean[]): number {
  if (asked.length < 2) return 0;
  const there = wordsOf(text);
  let pairs = 0;
  for (let pair = 0; pair + 1 < asked.length; pair += 1) {
    const [left = '', right = ''] = [asked[pair], asked[pair + 1]];
    const found = there.some((word, at) => isWord(word, left, open[pair] ?? false) && isWord(there[at + 1] ?? '', right, open[pair + 1] ?? false));
    if (found) pairs += 1;
  }
  return pairs / (asked.length - 1);
}

const isWord = (there: string, asked: string, open: boolean): boolean => (open ? there.startsWith(asked) : there === asked);
