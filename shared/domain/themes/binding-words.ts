// Finds the words that bind a group of snippets: said by many of them and by few of the others.
import type { TermCorpus } from './term-corpus.ts';
import type { SparseMatrix } from './tf-idf.ts';

/** A word must be in so many of the snippets to bind them. */
const LEAST_SNIPPETS = 2;

/** Words that bind less than this share of what the best one binds are chance company. */
const LEAST_SHARE_OF_BEST = 0.1;

export interface BindingWord {
  /** The form that these snippets use most. */
  word: string;
  /** How strongly it binds; only for comparing within one group. */
  weight: number;
}

/**
 * The words that set the members apart, best first, at most `most`. Empty when no word is shared.
 * A contrast in the manner of class-based tf-idf (Grootendorst 2022): the share of members with the word, times the logarithm of that
 * share over the share among all others (both smoothed by half a snippet). Snippets are counted, not words, so that one person who
 * repeats a word binds nothing.
 * @param counts the terms of each document (see countTerms).
 * @param frequency per term: in how many documents it occurs.
 * @param members document numbers.
 */
export function bindingWords(
  corpus: TermCorpus,
  counts: SparseMatrix,
  frequency: Int32Array,
  members: readonly number[],
  most: number,
): BindingWord[] {
  const inside = new Map<number, number>();
  for (const member of members) {
    for (let at = counts.rowStart[member]!; at < counts.rowStart[member + 1]!; at += 1) {
      const term = counts.columns[at]!;
      inside.set(term, (inside.get(term) ?? 0) + 1);
    }
  }
  const others = corpus.documentCount - members.length;
  const weighed: { term: number; weight: number }[] = [];
  for (const [term, count] of inside) {
    const share = (count + 0.5) / (members.length + 1);
    const weight = share * Math.log(share / ((frequency[term]! - count + 0.5) / (others + 1)));
    if (count >= LEAST_SNIPPETS && weight > 0) weighed.push({ term, weight });
  }
  weighed.sort((a, b) => b.weight - a.weight || a.term - b.term);
  const enough = LEAST_SHARE_OF_BEST * (weighed[0]?.weight ?? 0);
  const best = weighed.slice(0, most).filter(({ weight }) => weight >= enough);
  const forms = commonestForms(corpus, members, new Set(best.map(({ term }) => term)));
  return best.map(({ term, weight }) => ({ word: forms.get(term) ?? '', weight }));
}

function commonestForms(corpus: TermCorpus, members: readonly number[], terms: ReadonlySet<number>): Map<number, string> {
  const uses = new Map<number, number>();
  for (const member of members) {
    for (let at = corpus.wordStart[member]!; at < corpus.wordStart[member + 1]!; at += 1) {
      const surface = corpus.words[at]!;
      if (terms.has(corpus.termOfSurface[surface]!)) uses.set(surface, (uses.get(surface) ?? 0) + 1);
    }
  }
  const forms = new Map<number, { form: string; count: number }>();
  for (const [surface, count] of uses) {
    const term = corpus.termOfSurface[surface]!;
    const form = corpus.surfaces[surface]!;
    const known = forms.get(term);
    const better = known === undefined || count > known.count || (count === known.count && comesFirst(form, known.form));
    if (better) forms.set(term, { form, count });
  }
  return new Map([...forms].map(([term, { form }]) => [term, form]));
}

function comesFirst(form: string, other: string): boolean {
  return form.length === other.length ? form < other : form.length < other.length;
}
