// Which runs of documents stand for one word that was typed: the word itself, longer words, and words that may have been meant.
import type { TextIndex } from './text-index.ts';
import { withinErrors } from './typing-errors.ts';
import { type Postings, sizeOf } from './word-table.ts';

/** Documents that hold one alternative of a word. */
export interface TermMatch {
  runs: Postings[];
  weight: number;
  /** Only likely: the weight falls from document to document. */
  spread: boolean;
}

/** With this many documents that hold the word as typed, nobody has mistyped it. */
const ENOUGH = 10;
/** Shorter words are within one error of too many others. */
const SHORTEST_FORGIVEN = 3;
/** From this length a word that was not finished is forgiven too, and one that is there, if rarely. */
const LONG_ENOUGH_TO_GUESS = 5;
/** From this length two errors are forgiven when one does not lead anywhere. */
const LONG = 8;
/** Words that may have been meant, the most used first. */
const MOST_MEANT = 10;

/** @param open longer words count too. @param forgiving words within a typing error count when there is little else. */
export function termMatches(index: TextIndex, word: string, open: boolean, forgiving: boolean): { matches: TermMatch[]; words: string[] } {
  const exact = index.table.exact(word);
  const longer = open ? index.table.longer(word) : [];
  const rarity = weightOf(sizeOf(exact), index.size);
  const matches: TermMatch[] = [
    { runs: exact, weight: rarity, spread: false },
    { runs: longer, weight: 0.6 * Math.min(rarity, weightOf(sizeOf(longer), index.size)), spread: false },
  ].filter(({ runs }) => runs.length > 0);
  // Words of documents that are gone stay in the table until it is compacted, and must not pass for words that are there.
  const there = index.living(exact, ENOUGH) + index.living(longer, ENOUGH);
  const mistyped = there === 0 ? word.length >= SHORTEST_FORGIVEN : there < ENOUGH && word.length >= LONG_ENOUGH_TO_GUESS;
  if (!forgiving || !mistyped) return { matches, words: [] };
  const words = meantWords(index, word, open && there === 0 && word.length >= LONG_ENOUGH_TO_GUESS);
  for (const [place, meant] of words.entries()) {
    matches.push({ runs: index.table.exact(meant), weight: 0.5 - 0.01 * place, spread: true });
  }
  return { matches, words };
}

/** Words within a typing error, also words whose beginning is; whole words before longer ones, the most used first. */
function meantWords(index: TextIndex, typed: string, open: boolean): string[] {
  const errors = [1, ...(typed.length >= LONG ? [2] : [])];
  for (const most of errors) {
    const whole = index.table.filter((word) => word !== typed && withinErrors(typed, word, most, false));
    const begun = open
      ? index.table.filter((word) => !whole.has(word) && !word.startsWith(typed) && withinErrors(typed, word, most, true))
      : new Set<string>();
    const ranked = [...mostUsed(index, whole), ...mostUsed(index, begun)].slice(0, MOST_MEANT);
    if (ranked.length > 0) return ranked;
  }
  return [];
}

function mostUsed(index: TextIndex, words: ReadonlySet<string>): string[] {
  return [...words]
    .map((word) => ({ word, count: index.living(index.table.exact(word)) }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count || (left.word < right.word ? -1 : 1))
    .map(({ word }) => word);
}

/** Rare words say more (inverse document frequency; Spärck Jones 1972). */
const weightOf = (documents: number, all: number): number => Math.log2(2 + all / (1 + documents));
