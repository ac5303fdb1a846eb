// Cuts the text of a turn into the units that people select: the turn itself, sentences, words, letters.
import type { Turn } from '#shared/model/transcript';

export type TextUnit = 'turn' | 'sentence' | 'word' | 'letter';

/** Half-open stretch of one turn's text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Where a step may stop: places at which units begin, and places at which they end; both ascending. */
export interface Stops {
  starts: readonly number[];
  ends: readonly number[];
}

// The rules of Unicode (UAX 29) hold for every language; "en" only keeps the answer the same on every computer.
const SEGMENTERS = {
  sentence: new Intl.Segmenter('en', { granularity: 'sentence' }),
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  letter: new Intl.Segmenter('en', { granularity: 'grapheme' }),
};

/** A full stop after these ends no sentence. */
const ABBREVIATED = /(?:^|[\s("“])(?:mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e|approx|incl)\.\s*$/i;

/** Cutting is asked for again and again while the cursor moves; a turn never changes. */
const known = new WeakMap<object, Map<TextUnit, readonly Span[]>>();

/** Units of one turn in order, without white space around them. A turn without a visible character has none. */
export function unitsOf(turn: Pick<Turn, 'text'>, unit: TextUnit): readonly Span[] {
  let ofTurn = known.get(turn);
  if (!ofTurn) known.set(turn, (ofTurn = new Map()));
  let units = ofTurn.get(unit);
  if (!units) ofTurn.set(unit, (units = cut(turn.text, unit)));
  return units;
}

function cut(text: string, unit: TextUnit): Span[] {
  if (unit === 'turn') return trimmed(text, [{ start: 0, end: text.length }]);
  if (unit === 'sentence') return trimmed(text, sentences(text));
  const spans: Span[] = [];
  for (const { segment, index, isWordLike } of SEGMENTERS[unit].segment(text)) {
    if (unit === 'word' ? isWordLike : segment.trim() !== '') spans.push({ start: index, end: index + segment.length });
  }
  return spans;
}

function sentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of SEGMENTERS.sentence.segment(text)) {
    const last = spans.at(-1);
    const goesOn = last && ABBREVIATED.test(text.slice(Math.max(last.start, index - 12), index));
    if (goesOn) last.end = index + segment.length;
    else spans.push({ start: index, end: index + segment.length });
  }
  return spans;
}

function trimmed(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const piece = text.slice(start, end);
    const from = start + piece.length - piece.trimStart().length;
    const to = from + piece.trim().length;
    return from < to ? [{ start: from, end: to }] : [];
  });
}

/**
 * Where an edge that moves by this unit stops. By word it stops at sentences too, so that the full stop and the opening
 * quotation mark, which belong to no word, can be had.
 */
export function stopsOf(turn: Pick<Turn, 'text'>, unit: TextUnit): Stops {
  const units = unitsOf(turn, unit);
  const own = { starts: units.map(({ start }) => start), ends: units.map(({ end }) => end) };
  if (unit !== 'word') return own;
  const whole = unitsOf(turn, 'sentence');
  return {
    starts: merged(
      own.starts,
      whole.map(({ start }) => start),
    ),
    ends: merged(
      own.ends,
      whole.map(({ end }) => end),
    ),
  };
}

function merged(left: readonly number[], right: readonly number[]): number[] {
  return [...new Set([...left, ...right])].sort((one, other) => one - other);
}

/** The unit that holds an offset; between two units, the next one, and after all of them the last; null when there is none. */
export function unitAt(turn: Pick<Turn, 'text'>, unit: TextUnit, offset: number): Span | null {
  const units = unitsOf(turn, unit);
  return units.find(({ end }) => offset < end) ?? units.at(-1) ?? null;
}
