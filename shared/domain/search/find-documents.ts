// Answers a query over the index: documents that hold every term, best first within each kind.
import { BestOf } from './best-of.ts';
import { nearnessIn, phraseIn } from './phrases.ts';
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
  for (const [place, slot] of slots.entries()) markSlot(slot, place, marks, scores, index.columns.kinds);
  const candidates = marked(marks, slots.length);
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
  // Any of the words: one place that any of them fills, the weightiest first, as a document counts by the first that it holds.
  const terms = slots.length - query.labels.length;
  if (query.any && terms > 1)
    slots.push(
      slots
        .splice(query.labels.length, terms)
        .flat()
        .sort((left, right) => right.weight - left.weight),
    );
  const size = (slot: readonly TermMatch[]): number => slot.reduce((sum, { runs }) => sum + sizeOf(runs), 0);
  return {
    slots: slots
      .map((slot) => ({ slot, size: size(slot) }))
      .sort((a, b) => a.size - b.size)
      .map(({ slot }) => slot),
    corrections,
  };
}

function markUnwanted(index: TextIndex, query: TextQuery, marks: Uint8Array): void {
  const { kinds } = index.columns;
  index.markGone(marks, NEVER);
  if (query.kinds) {
    const wanted = new Set(query.kinds);
    for (let number = 0; number < marks.length; number += 1) if (!wanted.has(kinds[number] ?? 0)) marks[number] = NEVER;
  }
  const single = query.without.filter(({ words }) => words.length === 1).flatMap(({ words }) => index.table.exact(words[0] ?? ''));
  for (const { list, from, to } of [...single, ...query.withoutLabels.flatMap((label) => index.labelled(label))]) {
    for (let at = from; at < to; at += 1) marks[list[at] ?? 0] = NEVER;
  }
}

/** Marks the documents that hold this slot and all before it, each once, at its best weight. */
function markSlot(slot: readonly TermMatch[], place: number, marks: Uint8Array, scores: Float32Array, kinds: readonly number[]): void {
  for (const { runs, weight, spread } of slot) {
    const before = new Uint32Array(KINDS);
    for (const { list, from, to } of runs) {
      for (let at = from; at < to; at += 1) {
        const number = list[at] ?? 0;
        if (marks[number] !== place) continue;
        marks[number] = place + 1;
        if (!spread) {
          scores[number] = (scores[number] ?? 0) + weight;
          continue;
        }
        // Of several words that may have been meant, each shows its first documents before any shows many.
        const kind = kinds[number] ?? 0;
        const earlier = before[kind] ?? 0;
        scores[number] = (scores[number] ?? 0) + weight / (1 + earlier);
        before[kind] = earlier + 1;
      }
    }
  }
}

/** Numbers with this mark, ascending. */
function marked(marks: Uint8Array, wanted: number): Uint32Array {
  const numbers = new Uint32Array(marks.length);
  let count = 0;
  for (let number = 0; number < marks.length; number += 1) if (marks[number] === wanted) numbers[count++] = number;
  return numbers.subarray(0, count);
}

function bestByKind(index: TextIndex, query: TextQuery, candidates: Uint32Array, scores: Float32Array, most: number): FoundKind[] {
  const { kinds, texts } = index.columns;
  const { lengths } = index;
  const reads = [...query.terms, ...query.without].some(({ words }) => words.length > 1);
  const severalWords = query.terms.reduce((count, { words }) => count + words.length, 0) > 1;
  const keep = reads ? MOST_READ : severalWords ? Math.max(most, MOST_COMPARED) : most;
  const totals = new Uint32Array(KINDS);
  const best = Array.from({ length: KINDS }, () => new BestOf(keep));
  for (const number of candidates) {
    const kind = kinds[number] ?? 0;
    totals[kind] = (totals[kind] ?? 0) + 1;
    // A short text that holds the words is more about them than a long one.
    best[kind]?.offer(number, (scores[number] ?? 0) - Math.min(lengths[number] ?? 0, 2000) / 50_000);
  }
  const fits = reads ? fitting(query) : null;
  const near = severalWords ? nearnessIn(query.terms) : null;
  const found: FoundKind[] = [];
  for (const [kind, total] of totals.entries()) {
    if (total === 0) continue;
    const list = best[kind]?.list() ?? [];
    const read = fits ? list.filter(({ item }) => fits(texts[item] ?? '')) : list;
    if (read.length === 0) continue;
    if (near) {
      const compared = read.slice(0, MOST_COMPARED);
      for (const entry of compared) entry.score += NEAR_WEIGHT * near(texts[entry.item] ?? '');
      read.splice(0, compared.length, ...compared.sort((left, right) => right.score - left.score || left.item - right.item));
    }
    const documents = read.slice(0, most).map(({ item, score }) => documentOf(index, item, score));
    found.push({ kind, total: fits ? read.length : total, more: fits !== null && total > MOST_READ, documents });
  }
  return found;
}

/** Whether a text holds the phrases that are wanted and none of the others. */
function fitting({ terms, without }: TextQuery): (text: string) => boolean {
  const wanted = terms.filter(({ words }) => words.length > 1).map(phraseIn);
  const unwanted = without.filter(({ words }) => words.length > 1).map(phraseIn);
  return (text) => wanted.every((holds) => holds(text)) && !unwanted.some((holds) => holds(text));
}

function documentOf({ columns }: TextIndex, number: number, score: number): FoundDocument {
  const { keys, kinds, texts, extras } = columns;
  return { key: keys[number] ?? '', kind: kinds[number] ?? 0, text: texts[number] ?? '', extra: extras[number] ?? '', score };
}
