// What makes a text like the snippets of one tag: the words that these say and others do not.
import { stemWord } from '#shared/domain/themes/stem-word';
import { tokenise } from '#shared/domain/themes/tokenise';

/** Plain data, so that it can be handed to a worker thread. */
export interface Likeness {
  /** Telling terms (stems) with their weight, the most telling first. */
  terms: [term: string, weight: number][];
  /** Usual length of a snippet of the tag, in words that count. */
  length: number;
  /** Least score of a passage that is worth showing. */
  least: number;
}

/** Terms that are kept. */
const MOST_TERMS = 60;
/** Longer passages are not better for being longer: Okapi's weight of the length. */
const LENGTH_WEIGHT = 0.75;

/**
 * Weighs terms by how much more of the tag's snippets than of the others say them: relevance weights after Robertson & Sparck Jones
 * (1976), "Relevance weighting of search terms". A term that a single one of several snippets says is left out.
 * @returns null when the snippets have no word in common that others lack.
 */
export function likenessTo(snippets: readonly string[], others: readonly string[]): Likeness | null {
  const [own, foreign] = [countTexts(snippets), countTexts(others)];
  const least = snippets.length >= 4 ? 2 : 1;
  const terms: [string, number][] = [];
  for (const [term, said] of own.texts) {
    if (said < least) continue;
    const elsewhere = foreign.texts.get(term) ?? 0;
    const odds = (said + 0.5) / (snippets.length - said + 0.5);
    const oddsElsewhere = (elsewhere + 0.5) / (others.length - elsewhere + 0.5);
    const weight = Math.log(odds / oddsElsewhere);
    if (weight > 0) terms.push([term, weight]);
  }
  if (terms.length === 0) return null;
  terms.sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const likeness = { terms: terms.slice(0, MOST_TERMS), length: Math.max(1, own.words / snippets.length), least: 0 };
  const scores = snippets.map((text) => likenessOf(likeness, text)?.score ?? 0).sort((left, right) => left - right);
  // Half of what the weaker snippets of the tag itself reach.
  return { ...likeness, least: (scores[Math.floor(scores.length / 4)] ?? 0) / 2 };
}

const weightsOf = new WeakMap<Likeness, Map<string, number>>();

/** How like a text is, and the telling words it says, those that tell most first; null when it is not. */
export function likenessOf(likeness: Likeness, text: string): { score: number; words: string[] } | null {
  let weights = weightsOf.get(likeness);
  if (!weights) weightsOf.set(likeness, (weights = new Map(likeness.terms)));
  const words = tokenise(text);
  const said = new Map<string, string>();
  let sum = 0;
  for (const word of words) {
    const term = stemWord(word);
    const weight = weights.get(term);
    if (weight === undefined || said.has(term)) continue;
    said.set(term, word);
    sum += weight;
  }
  if (said.size === 0) return null;
  const score = sum / (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * Math.max(1, words.length / likeness.length));
  if (score < likeness.least) return null;
  const telling = [...said].sort((left, right) => (weights.get(right[0]) ?? 0) - (weights.get(left[0]) ?? 0));
  return { score, words: telling.map(([, word]) => word) };
}

/** In how many texts each term stands, and the words of all. */
function countTexts(texts: readonly string[]): { texts: Map<string, number>; words: number } {
  const counts = new Map<string, number>();
  let words = 0;
  for (const text of texts) {
    const tokens = tokenise(text);
    words += tokens.length;
    for (const term of new Set(tokens.map(stemWord))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { texts: counts, words };
}
