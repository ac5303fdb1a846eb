// Which words of an old text are which words of a new one: what both begin and end with, then landmarks, then the shortest edit between them.
import type { Steps } from '#shared/lib/steps';

import { pairByShortestEdit, type RowPart } from './shortest-edit.ts';

/** Most words that may differ between two landmarks; beyond it the stretch is left without pairs. */
const MOST_EDITS = 1200;
/** Runs of words that occur more often than this are no landmarks. */
const MOST_ALIKE = 8;

/**
 * For each token of `row` the index of its partner in `other`, or -1. Partners are equal and in the same order. Stretches that differ too
 * much are left unpaired, so that time and memory stay bounded.
 */
export function* alignTokens(row: Int32Array, other: Int32Array): Steps<Int32Array> {
  const pairs = new Int32Array(row.length).fill(-1);
  const whole = trimmed(row, other, { from: 0, to: row.length, otherFrom: 0, otherTo: other.length }, pairs);
  const parts = (yield* pairByShortestEdit(row, other, whole, 200, pairs)) ? [] : yield* betweenLandmarks(row, other, whole, 4, pairs);
  for (const part of parts) {
    const rest = trimmed(row, other, part, pairs);
    if (yield* pairByShortestEdit(row, other, rest, MOST_EDITS, pairs)) continue;
    for (const smaller of yield* betweenLandmarks(row, other, rest, 2, pairs)) {
      yield* pairByShortestEdit(row, other, trimmed(row, other, smaller, pairs), MOST_EDITS, pairs);
    }
  }
  return pairs;
}

/** Pairs what both parts begin and end with; gives what lies between. */
function trimmed(row: Int32Array, other: Int32Array, part: RowPart, pairs: Int32Array): RowPart {
  let { from, to, otherFrom, otherTo } = part;
  while (from < to && otherFrom < otherTo && row[from] === other[otherFrom]) {
    pairs[from] = otherFrom;
    from += 1;
    otherFrom += 1;
  }
  while (to > from && otherTo > otherFrom && row[to - 1] === other[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
    pairs[to] = otherTo;
  }
  return { from, to, otherFrom, otherTo };
}

/** Runs of `length` words that occur equally often in each part, and seldom, in the longest order that both share; they are paired, and what lies between is given. */
function* betweenLandmarks(row: Int32Array, other: Int32Array, part: RowPart, length: number, pairs: Int32Array): Steps<RowPart[]> {
  const here = yield* runsOf(row, part.from, part.to, length);
  const there = yield* runsOf(other, part.otherFrom, part.otherTo, length);
  const shared: [number, number][] = [];
  for (const [run, places] of here) {
    const otherPlaces = there.get(run);
    if (otherPlaces?.length !== places.length || places.length > MOST_ALIKE) continue;
    for (const [count, place] of places.entries()) shared.push([place, otherPlaces[count] ?? 0]);
  }
  const chain = longestRising(shared.sort(([left], [right]) => left - right));
  const parts: RowPart[] = [];
  let [from, otherFrom] = [part.from, part.otherFrom];
  for (const [index, otherIndex] of chain) {
    // Landmarks may overlap: then the later one only says how the earlier one goes on.
    const skip = Math.max(0, from - index, otherFrom - otherIndex);
    if (skip >= length) continue;
    const [start, otherStart] = [index + skip, otherIndex + skip];
    if (start > from || otherStart > otherFrom) parts.push({ from, to: start, otherFrom, otherTo: otherStart });
    for (let step = skip; step < length; step += 1) pairs[index + step] = otherIndex + step;
    from = index + length;
    otherFrom = otherIndex + length;
  }
  parts.push({ from, to: part.to, otherFrom, otherTo: part.otherTo });
  return parts;
}

/** Runs of words by themselves, with where each begins. */
function* runsOf(row: Int32Array, from: number, to: number, length: number): Steps<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (let index = from; index + length <= to; index += 1) {
    const run = row.subarray(index, index + length).join(' ');
    const places = found.get(run);
    if (places) places.push(index);
    else found.set(run, [index]);
    if (index % 1024 === 1023) yield;
  }
  return found;
}

/** The longest list of pairs, given in order of their first numbers, in which the second numbers rise as well. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, second]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const chain: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
  }
  return chain.toReversed();
}
