// Finds every snippet of a source again after its text was corrected: by its place in the comparison first, then by its words and their neighbours.
import { finishSteps, type Steps } from '#shared/lib/steps';
import type { Snippet, TextRange } from '#shared/model/records/snippet';

import { quoteOf, sameRange } from './anchor.ts';
import { type FoundPlace, placesOf, placesOfSpan, similarPlaces } from './find-again.ts';
import type { TextAlignment } from './text-alignment.ts';
import { rangeOfTokens, spanOf, tokenText, type TokenSpan } from './text-tokens.ts';

/** Most places that are proposed for a snippet. */
export const MOST_PROPOSALS = 3;
/** Share of a snippet's words that are still there when it counts as edited rather than as gone. */
const LEAST_KEPT = 0.5;
/** Score from which a place far away is trusted. */
const SURE_SCORE = 3;
/** Words of a snippet from which its only place in the text is trusted. */
const SURE_WORDS = 4;

/**
 * Where a snippet is now. `kept`: where it was; `moved`: the same words elsewhere; `changed`: its own text was edited; `unsure`: not found for
 * sure, `range` is only near it, and a person has to decide.
 */
export interface Reanchored {
  id: string;
  kind: 'kept' | 'moved' | 'changed' | 'unsure';
  /** Lies in the new text. */
  range: TextRange;
  /** Places that may be meant, best first, when unsure. */
  proposals: TextRange[];
}

type Anchored = Pick<Snippet, 'id' | 'range' | 'quote' | 'prefix' | 'suffix' | 'review'>;

/** One answer a snippet, in their order. The new text must hold at least one word. */
export function* reanchorSnippets(alignment: TextAlignment, snippets: readonly Anchored[]): Steps<Reanchored[]> {
  const found: Reanchored[] = [];
  for (const snippet of snippets) {
    found.push(snippet.review ? byQuote(alignment, snippet) : reanchor(alignment, snippet));
    yield;
  }
  return found;
}

function reanchor(alignment: TextAlignment, snippet: Anchored): Reanchored {
  const span = spanOf(alignment.old, snippet.range);
  if (span.last < span.first) return byQuote(alignment, snippet);
  const same = sameWords(alignment, span);
  if (same !== null)
    return placed(alignment, snippet, rangeOfTokens(alignment.now, same, same + span.last - span.first, span.cutStart, span.cutEnd));
  const edited = editedPlace(alignment, span);
  if (edited) return placed(alignment, snippet, edited);
  return unsure(alignment, snippet, span);
}

/** First new token of the snippet's own words, when they are there untouched and no other place fits as well. */
function sameWords(alignment: TextAlignment, span: TokenSpan): number | null {
  const { pairs, old } = alignment;
  const start = pairs[span.first] ?? -1;
  let together = start >= 0;
  for (let at = span.first; together && at <= span.last; at += 1) together = pairs[at] === start + at - span.first;
  const before = pairs[span.first - 1] ?? -1;
  const after = pairs[span.last + 1] ?? -1;
  const held = (before >= 0 && before === start - 1) || (after >= 0 && after === start + span.last - span.first + 1);
  if (together && (held || old.ids.length === span.last - span.first + 1)) return start;
  const places = placesOfSpan(alignment, span);
  const [best, next] = places;
  if (!best) return null;
  if (together && best.score === 0) return start;
  return isSure(alignment, best, next, span) || liesBetween(alignment, span, best) || holdsOwn(alignment, span, best) ? best.first : null;
}

/** Neighbours say so, and of equal words in a row any is as good; or the words stand nowhere else, before and after. */
function isSure({ old }: TextAlignment, best: FoundPlace, next: FoundPlace | undefined, span: TokenSpan): boolean {
  const words = span.last - span.first + 1;
  if (!next) return words >= SURE_WORDS || best.score >= SURE_SCORE || (words > 1 && standsOnce(old.ids, span));
  return best.score >= SURE_SCORE && (best.score > next.score || Math.abs(best.first - next.first) <= words);
}

function standsOnce(ids: Int32Array, { first, last }: TokenSpan): boolean {
  const words = ids.subarray(first, last + 1);
  for (let at = ids.indexOf(words[0] ?? -1); at >= 0; at = ids.indexOf(words[0] ?? -1, at + 1)) {
    if (at !== first && words.every((word, step) => ids[at + step] === word)) return false;
  }
  return true;
}

/** Some of its own words were paired with words of that place. */
function holdsOwn({ back }: TextAlignment, span: TokenSpan, { first }: FoundPlace): boolean {
  return back.subarray(first, first + span.last - span.first + 1).some((owner) => owner >= span.first && owner <= span.last);
}

/**
 * Between the partners of the nearest words before and after it, or right beside: what was there and was not touched is there still. Of equal
 * words in a row it cannot be told which were taken out.
 */
function liesBetween(alignment: TextAlignment, span: TokenSpan, { first }: FoundPlace): boolean {
  const { low, high } = surroundings(alignment, span);
  const words = span.last - span.first + 1;
  return first >= low - words && first + words - 1 <= high + words;
}

/** New tokens between the partners of the nearest old words around a span, both inclusive; `low` above `high` when there are none. */
function surroundings({ pairs, now }: TextAlignment, span: TokenSpan): { low: number; high: number; before: number; after: number } {
  let before = span.first - 1;
  while (before >= 0 && (pairs[before] ?? -1) < 0) before -= 1;
  let after = span.last + 1;
  while (after < pairs.length && (pairs[after] ?? -1) < 0) after += 1;
  const low = before >= 0 ? (pairs[before] ?? -1) + 1 : 0;
  const high = after < pairs.length ? (pairs[after] ?? now.ids.length) - 1 : now.ids.length - 1;
  return { low, high, before, after };
}

/** The stretch that an edited snippet became; null when too little of it is left to be sure. */
function editedPlace(alignment: TextAlignment, span: TokenSpan): TextRange | null {
  const { pairs, now } = alignment;
  const { low, high, before, after } = surroundings(alignment, span);
  const own: number[] = [];
  for (let at = span.first; at <= span.last; at += 1) if ((pairs[at] ?? -1) >= 0) own.push(at);
  const words = span.last - span.first + 1;
  const alone = before === span.first - 1 && after === span.last + 1;
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) {
    const grown = high - low + 1;
    return alone && grown >= 1 && grown <= 2 * words + 1 ? rangeOfTokens(now, low, high) : null;
  }
  // An edge that was replaced reaches to the word next to it, if that one is still there; otherwise it cannot be told whose the new words are.
  const start = first > span.first && before === span.first - 1 ? low : (pairs[first] ?? 0);
  const end = last < span.last && after === span.last + 1 ? high : (pairs[last] ?? 0);
  const length = end - start + 1;
  if (own.length < words * LEAST_KEPT || length > 2 * words + 8) return null;
  return rangeOfTokens(now, start, end, first === span.first ? span.cutStart : 0, last === span.last ? span.cutEnd : 0);
}

function placed({ nowTurns }: TextAlignment, snippet: Anchored, range: TextRange): Reanchored {
  const same = flat(quoteOf(nowTurns, range)) === flat(snippet.quote);
  const kind = !same ? 'changed' : sameRange(range, snippet.range) ? 'kept' : 'moved';
  return { id: snippet.id, kind, range, proposals: [] };
}

/** Words alone: turns that were split or joined change white space only. */
const flat = (text: string): string =>
  text
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ');

function unsure(alignment: TextAlignment, snippet: Anchored, span: TokenSpan): Reanchored {
  const { old, now } = alignment;
  const words = old.ids.subarray(span.first, span.last + 1);
  const exact = placesOfSpan(alignment, span).map(({ first }) =>
    rangeOfTokens(now, first, first + words.length - 1, span.cutStart, span.cutEnd),
  );
  const { low, high } = surroundings(alignment, span);
  const near = high >= low && high - low < 2 * words.length + 8 ? [rangeOfTokens(now, low, high)] : [];
  const proposals = distinct([...exact, ...near, ...similarPlaces(alignment, words, MOST_PROPOSALS)]);
  const nearest = Math.min(Math.max(0, low - (high < low ? 1 : 0)), now.ids.length - 1);
  return { id: snippet.id, kind: 'unsure', range: proposals[0] ?? rangeOfTokens(now, nearest, nearest), proposals };
}

/** For a snippet that has no place in the old text: only its words and what stood around them are known. */
function byQuote(alignment: TextAlignment, snippet: Anchored): Reanchored {
  const { numbers, now, nowTurns } = alignment;
  const words = finishSteps(tokenText([{ text: snippet.quote }], numbers)).ids;
  const ranges = placesOf(alignment, words).map((first) => rangeOfTokens(now, first, first + words.length - 1));
  const fitting = ranges.filter((range) => hasContext(nowTurns, range, snippet));
  const [only] = fitting.length > 0 ? fitting : ranges;
  const sure = fitting.length === 1 || (fitting.length === 0 && ranges.length === 1 && words.length >= SURE_WORDS);
  if (only && sure && words.length > 0 && snippet.review?.withoutPlace !== true) return placed(alignment, snippet, only);
  const proposals = distinct([...fitting, ...ranges, ...similarPlaces(alignment, words, MOST_PROPOSALS)]);
  return { id: snippet.id, kind: 'unsure', range: proposals[0] ?? rangeOfTokens(now, 0, 0), proposals };
}

/** The text before and after it is what stood there, as far as the snippet remembers it, and it remembers some. */
function hasContext(turns: TextAlignment['nowTurns'], range: TextRange, { prefix, suffix }: Anchored): boolean {
  const before = turns[range.startTurn]?.text.slice(0, range.startOffset) ?? '';
  const after = turns[range.endTurn]?.text.slice(range.endOffset) ?? '';
  return prefix.length + suffix.length > 0 && before.endsWith(prefix) && after.startsWith(suffix);
}

function distinct(ranges: readonly TextRange[]): TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges) {
    if (kept.length < MOST_PROPOSALS && !kept.some((other) => sameRange(other, range))) kept.push(range);
  }
  return kept;
}
