// Which stretches of one text lie near a marked one: one sweep over stretches in order of their beginnings.

/** Stretches of one text, by ascending `from`; `to` is not below `from`. */
export interface Stretches {
  from: Float64Array;
  to: Float64Array;
}

/**
 * Marks every stretch for which a marked one begins at most `reach` behind its end and ends at most `reach` before its beginning. With
 * half-open ends and a reach of -1 those are the stretches that share something; a marked stretch is near itself then as well.
 * Takes n log n.
 */
export function nearMarked({ from, to }: Stretches, marked: Uint8Array, reach: number): Uint8Array {
  const near = new Uint8Array(from.length);
  // Furthest end of the marked ones up to each place.
  const furthest = new Float64Array(from.length + 1).fill(-Infinity);
  for (let at = 0; at < from.length; at += 1) {
    furthest[at + 1] = Math.max(furthest[at] ?? -Infinity, marked[at] === 1 ? (to[at] ?? 0) : -Infinity);
  }
  for (let at = 0; at < from.length; at += 1) {
    const beginning = countUpTo(from, (to[at] ?? 0) + reach);
    if ((furthest[beginning] ?? -Infinity) >= (from[at] ?? 0) - reach) near[at] = 1;
  }
  return near;
}

/** How many of the ascending values are at most the limit. */
function countUpTo(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
