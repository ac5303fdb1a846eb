// The part of a found text that is shown: the words that were found, marked, with what stands around them.
import type { SearchTerm } from './text-document.ts';
import { eachRun, foldWord } from './words.ts';

export interface Excerpt {
  /** One line; white space is a space. */
  context: string;
  /** Marked stretches of `context`, half-open, UTF-16 units. */
  marks: [start: number, end: number][];
  /** Where the first marked stretch lies in the whole text; null when nothing is marked. */
  place: { startOffset: number; endOffset: number } | null;
}

/** UTF-16 units before and after the first mark. */
const BEFORE = 60;
const AFTER = 140;
/** A text is read up to here for marks. */
const MOST_READ = 20_000;

/** @param terms what was asked for, words that stood in for others included. */
export function excerptOf(text: string, terms: readonly SearchTerm[]): Excerpt {
  const stretches = markedStretches(text.slice(0, MOST_READ), terms);
  const first = stretches[0] ?? null;
  const from = startOfWord(text, Math.max(0, (first?.[0] ?? 0) - BEFORE));
  const to = endOfWord(text, Math.min(text.length, (first?.[1] ?? 0) + AFTER));
  const lead = from > 0 ? '…' : '';
  const shift = lead.length - from;
  return {
    context: `${lead}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`,
    marks: stretches.filter(([, end]) => end <= to).map(([start, end]) => [start + shift, end + shift]),
    place: first && { startOffset: first[0], endOffset: first[1] },
  };
}

/** Stretches of the text that stand for a term, in order; words of a phrase that stand side by side are one stretch. */
export function markedStretches(text: string, terms: readonly SearchTerm[]): [number, number][] {
  const runs: { word: string; start: number; end: number; unspaced: boolean }[] = [];
  eachRun(text, (start, end, unspaced) => runs.push({ word: foldWord(text.slice(start, end)), start, end, unspaced }));
  const stretches: [number, number][] = [];
  for (const term of terms) {
    for (const [at, run] of runs.entries()) {
      const stretch = run.unspaced ? inUnspaced(run, term) : inWords(runs, at, term);
      if (stretch) stretches.push(stretch);
    }
  }
  return joined(stretches.sort((left, right) => left[0] - right[0] || right[1] - left[1]));
}

function inWords(
  runs: readonly { word: string; start: number; end: number }[],
  at: number,
  { words, open }: SearchTerm,
): [number, number] | null {
  const fits = words.every((word, offset) => {
    const there = runs[at + offset]?.word ?? '';
    return open && offset === words.length - 1 ? there.startsWith(word) : there === word;
  });
  const last = runs[at + words.length - 1];
  return fits && last ? [runs[at]?.start ?? 0, last.end] : null;
}

/** Pairs of characters put together again stand somewhere in the run. */
function inUnspaced({ word, start, end }: { word: string; start: number; end: number }, { words }: SearchTerm): [number, number] | null {
  const asked = words.map((pair, at) => (at === words.length - 1 ? pair : ([...pair][0] ?? ''))).join('');
  const at = word.indexOf(asked);
  if (at < 0) return null;
  // Where folding changed the length nobody knows which characters they were.
  return word.length === end - start ? [start + at, start + at + asked.length] : [start, end];
}

function joined(stretches: readonly [number, number][]): [number, number][] {
  const apart: [number, number][] = [];
  for (const [start, end] of stretches) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

function startOfWord(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space >= 0 && space - from < 20 ? space + 1 : from;
}

function endOfWord(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space >= 0 && to - space < 20 ? space : to;
}
