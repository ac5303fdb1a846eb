// Answers a query over the index: documents that hold every term, best first within each kind.
import { BestOf } from './best-of.ts';
import { holdsPhrase, nearness } from './phrases.ts';
import type { FoundDocument, FoundKind, TextAnswer, TextQuery } from './text-document.ts';
import type { TextIndex } from './text-index.ts';
import { type TermMatch, termMatches } from './term-matches.ts';
import { sizeOf } from './word-table.ts';

/** Words of a query that count; the rest of an endless one is left out. */
const MOST_TERMS = 30;
/** Documents in which a phrase is looked for word by word. */
const MOST_READ = 4000;
/** Best documents of a kind whose words are compared for standing side by side. */
const MOST_COMPARED = 600;
/** Side by side and in order counts as much as two rare words. */
const NEAR_WEIGHT = 16;
/** Kinds of documents that there may be. */
const KINDS = 32;
/** A mark that no term reaches: the document must not be found. */
const NEVER = 255;

/** @param most documents of each kind. */
export function findDocuments(index: TextIndex, query: TextQuery, most: number): TextAnswer {
  const { slots, corrections } = slotsOf(index, query);
  const marks = new Uint8Array(index.columns.keys.length);
  const scores = new Float32Array(index.columns.keys.length);
  markUnwanted(index, query, marks);
  let candidates: readonly number[] | null = null;
  for (const [place, slot] of slots.entries()) candidates = markSlot(slot, place, marks, scores, index.columns.kinds);
  candidates ??= index.columns.keys.map((_key, number) => number).filter((number) => marks[number] === 0);
  return { kinds: bestByKind(index, query, candidates, scores, most), corrections };
}

/** One list of alternatives for each thing that must be there, the rarest first: later ones then touch what is left only. */
function slotsOf(index: TextIndex, query: TextQuery): { slots: TermMatch[][]; corrections: TextAnswer['corrections'] } {
  const corrections: TextAnswer['corrections'] = [];
  const slots = query.labels.map((group) => group.map((label) => ({ runs: index.labelled(label), weight: 0, spread: false })));
  for (const term of query.terms.slice(0, MOST_TERMS)) {
    for (const [place, word] of term.words.entries()) {
      const open = term.open && place === term.words.length - 1;
      const { matches, words } = termMatches(index, word, open, term.open && term.words.length === 1);
      slots.push(matches);
      if (words.length > 0) corrections.push({ typed: word, words });
    }
  }
  const size = (slot: readonly TermMatch[]): number => slot.reduce((sum, { runs }) => sum + sizeOf(runs), 0);
  return { slots: slots.map((slot) => ({ slot, size: size(slot) })).sort((a, b) => a.size - b.size).map(({ slot }) => slot), corrections };
}

function markUnwanted(index: TextIndex, query: TextQuery, marks: Uint8Array): void {
  const { kinds } = index.columns;
  for (let number = 0; number < marks.length; number += 1) if (!index.isThere(number)) marks[number] = NEVER;
  if (query.kinds) {
    const wanted = new Set(query.kinds);
    for (let number = 0; number < marks.length; number += 1) if (!wanted.has(kinds[number] ?? 0)) marks[number] = NEVER;
  }
  const single = query.without.filter(({ words }) => words.length === 1).flatMap(({ words }) => index.table.exact(words[0] ?? ''));
  for (const { list, from, to } of [...single, ...query.withoutLabels.flatMap((label) => index.labelled(label))]) {
    for (let at = from; at < to; at += 1) marks[list[at] ?? 0] = NEVER;
  }
}

/** Marks the documents that hold this slot and all before it, each once, at its best weight. @returns them. */
function markSlot(
  slot: readonly TermMatch[],
  place: number,
  marks: Uint8Array,
  scores: Float32Array,
  kinds: readonly number[],
): number[] {
  const held: number[] = [];
  for (const { runs, weight, spread } of slot) {
    const before = new Uint32Array(KINDS);
    for (const { list, from, to } of runs) {
      for (let at = from; at < to; at += 1) {
        const number = list[at] ?? 0;
        if (marks[number] !== place) continue;
        marks[number] = place + 1;
        // Of several words that may have been meant, each shows its first documents before any shows many.
        const kind = kinds[number] ?? 0;
        scores[number] = (scores[number] ?? 0) + (spread ? weight / (1 + (before[kind] ?? 0)) : weight);
        before[kind] = (before[kind] ?? 0) + 1;
        held.push(number);
      }
    }
  }
  return held;
}

function bestByKind(index: TextIndex, query: TextQuery, candidates: readonly number[], scores: Float32Array, most: number): FoundKind[] {
  const { kinds, texts } = index.columns;
  const phrases = query.terms.filter(({ words }) => words.length > 1);
  const without = query.without.filter(({ words }) => words.length > 1);
  const asked = query.terms.flatMap(({ words }) => words);
  const lasts = query.terms.flatMap(({ words, open }) => words.map((_word, at) => open && at === words.length - 1));
  const reads = phrases.length > 0 || without.length > 0;
  const groups = new Map<number, { total: number; best: BestOf }>();
  const keep = reads ? MOST_READ : asked.length > 1 ? Math.max(most, MOST_COMPARED) : most;
  for (const number of candidates) {
    const kind = kinds[number] ?? 0;
    let group = groups.get(kind);
    if (!group) groups.set(kind, (group = { total: 0, best: new BestOf(keep) }));
    group.total += 1;
    // A short text that holds the words is more about them than a long one.
    group.best.offer(number, (scores[number] ?? 0) - Math.min(texts[number]?.length ?? 0, 2000) / 50_000);
  }
  return [...groups].map(([kind, { total, best }]) => {
    const read = best.list().filter(({ item }) => !reads || fits(texts[item] ?? '', phrases, without));
    const compared = read
      .slice(0, MOST_COMPARED)
      .map(({ item, score }) => ({ item, score: score + (asked.length > 1 ? NEAR_WEIGHT * nearness(texts[item] ?? '', asked, lasts) : 0) }))
      .sort((left, right) => right.score - left.score || left.item - right.item);
    const rest = read.slice(MOST_COMPARED);
    const documents = [...compared, ...rest].slice(0, most).map(({ item, score }) => documentOf(index, item, score));
    return { kind, total: reads ? read.length : total, more: reads && total > MOST_READ, documents };
  }).filter(({ total }) => total > 0);
}

function fits(text: string, phrases: TextQuery['terms'], without: TextQuery['without']): boolean {
  return phrases.every((term) => holdsPhrase(text, term)) && !without.some((term) => holdsPhrase(text, term));
}

function documentOf({ columns }: TextIndex, number: number, score: number): FoundDocument {
  const { keys, kinds, texts, extras } = columns;
  return { key: keys[number] ?? '', kind: kinds[number] ?? 0, text: texts[number] ?? '', extra: extras[number] ?? '', score };
}
