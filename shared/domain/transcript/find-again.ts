// Looking for a row of words in the new version of a text: every place where it stands, and how well each fits.
import type { TextRange } from '#shared/model/records/snippet';

import type { TextAlignment } from './text-alignment.ts';
import { rangeOfTokens, type TokenSpan } from './text-tokens.ts';

/** Words on each side that speak for a place. */
const NEIGHBOURS = 12;
/** Words that neighbours may have been shifted by edits in between. */
const SHIFT = 6;
/** Most places of one row of words that are looked at. */
const MOST_PLACES = 2000;
/** Most words of a snippet for which similar places are looked for. */
const LONGEST_SIMILAR = 400;
/** Share of words that a similar place has in common at least. */
const LEAST_SIMILAR = 0.5;

export interface FoundPlace {
  /** First new token. */
  first: number;
  /** Neighbours that say so; higher is better. */
  score: number;
}

/** Every place in the new text where exactly these words stand, best first; the words' old place and neighbours decide. */
export function placesOfSpan(alignment: TextAlignment, { first, last }: TokenSpan): FoundPlace[] {
  const { old, now } = alignment;
  const words = old.ids.subarray(first, last + 1);
  const found = placesOf(alignment, words).map((place) => ({ first: place, score: scoreOf(alignment, first, last, place) }));
  const expected = first + shiftNear(alignment, first);
  const far = (place: FoundPlace): number => Math.abs(place.first - expected) / (now.ids.length + 1);
  return found.sort((left, right) => right.score - left.score || far(left) - far(right));
}

/** First tokens of the places in the new text where exactly these words stand, in order. */
export function placesOf(alignment: TextAlignment, words: ArrayLike<number>): number[] {
  const { now } = alignment;
  const places = alignment.places();
  let rarest = 0;
  const countOf = (at: number): number => places.get(words[at] ?? -1)?.length ?? 0;
  for (let at = 1; at < words.length; at += 1) if (countOf(at) < countOf(rarest)) rarest = at;
  const found: number[] = [];
  for (const place of (places.get(words[rarest] ?? -1) ?? []).slice(0, MOST_PLACES)) {
    const start = place - rarest;
    let same = start >= 0 && start + words.length <= now.ids.length;
    for (let at = 0; same && at < words.length; at += 1) same = now.ids[start + at] === words[at];
    if (same) found.push(start);
  }
  return found;
}

/** How many new tokens further on the text goes at an old token, by the nearest one that was found again. */
function shiftNear({ pairs }: TextAlignment, index: number): number {
  for (let away = 0; away < pairs.length; away += 1) {
    for (const at of [index - away, index + away]) {
      const other = pairs[at] ?? -1;
      if (other >= 0) return other - at;
    }
  }
  return 0;
}

/** Neighbours whose partners lie around the place, and neighbours that stand there word for word; half when the place is somebody else's. */
function scoreOf({ old, now, pairs, back }: TextAlignment, first: number, last: number, place: number): number {
  let score = 0;
  for (let away = 1; away <= NEIGHBOURS; away += 1) {
    for (const at of [first - away, last + away]) {
      const other = pairs[at] ?? -1;
      if (other >= 0 && Math.abs(other - (place + at - first)) <= SHIFT) score += 1;
    }
  }
  const end = place + last - first;
  for (let away = 1; away <= NEIGHBOURS && old.ids[first - away] !== undefined; away += 1) {
    if (old.ids[first - away] !== now.ids[place - away]) break;
    score += 1;
  }
  for (let away = 1; away <= NEIGHBOURS && old.ids[last + away] !== undefined; away += 1) {
    if (old.ids[last + away] !== now.ids[end + away]) break;
    score += 1;
  }
  let others = 0;
  for (let at = place; at <= end; at += 1) {
    const owner = back[at] ?? -1;
    if (owner >= 0 && (owner < first || owner > last)) others += 1;
  }
  return others * 2 > last - first + 1 ? score / 2 : score;
}

/** Up to `most` stretches of the new text that have many of the words, best first, none overlapping another. */
export function similarPlaces({ now }: TextAlignment, words: ArrayLike<number>, most: number): TextRange[] {
  const length = words.length;
  if (length === 0 || length > LONGEST_SIMILAR) return [];
  const wanted = new Map<number, number>();
  for (let at = 0; at < length; at += 1) wanted.set(words[at] ?? -1, (wanted.get(words[at] ?? -1) ?? 0) + 1);
  let common = 0;
  const scores: { first: number; common: number }[] = [];
  for (let at = 0; at < now.ids.length; at += 1) {
    common += take(wanted, now.ids[at] ?? -1) ? 1 : 0;
    if (at >= length) common -= giveBack(wanted, now.ids[at - length] ?? -1) ? 1 : 0;
    if (common >= length * LEAST_SIMILAR) scores.push({ first: Math.max(0, at - length + 1), common });
  }
  const best = scores.toSorted((left, right) => right.common - left.common || left.first - right.first);
  const chosen: { first: number; last: number }[] = [];
  for (const { first } of best) {
    if (chosen.length === most) break;
    const last = Math.min(first + length, now.ids.length) - 1;
    if (chosen.every((other) => last < other.first || first > other.last)) chosen.push({ first, last });
  }
  return chosen.map(({ first, last }) => rangeOfTokens(now, first, last));
}

/** One word comes into the stretch. @returns true when it was still wanted. */
function take(wanted: Map<number, number>, id: number): boolean {
  const left = wanted.get(id);
  if (left === undefined) return false;
  wanted.set(id, left - 1);
  return left > 0;
}

/** One word leaves the stretch. @returns true when it had counted. */
function giveBack(wanted: Map<number, number>, id: number): boolean {
  const left = wanted.get(id);
  if (left === undefined) return false;
  wanted.set(id, left + 1);
  return left >= 0;
}
