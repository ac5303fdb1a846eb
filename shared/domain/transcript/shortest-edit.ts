// The shortest way from one row of numbers to another by taking out and putting in (E. W. Myers, "An O(ND) difference algorithm", 1986).
import type { Steps } from '#shared/lib/steps';

/** Part of two rows, half-open. */
export interface RowPart {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

/**
 * Pairs equal numbers of the two parts into `pairs` (index in `row` to index in `other`).
 * @returns false, with nothing paired, when more than `most` numbers would have to be taken out or put in.
 */
export function* pairByShortestEdit(row: Int32Array, other: Int32Array, part: RowPart, most: number, pairs: Int32Array): Steps<boolean> {
  const { from, otherFrom } = part;
  const length = part.to - from;
  const otherLength = part.otherTo - otherFrom;
  const bound = Math.min(most, length + otherLength);
  if (Math.abs(length - otherLength) > bound) return false;
  const reach = new Int32Array(2 * bound + 3);
  const middle = bound + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= bound; edits += 1) {
    if (edits % 16 === 15) yield;
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && at(reach, middle + diagonal - 1) < at(reach, middle + diagonal + 1));
      let x = down ? at(reach, middle + diagonal + 1) : at(reach, middle + diagonal - 1) + 1;
      let y = x - diagonal;
      while (x < length && y < otherLength && row[from + x] === other[otherFrom + y]) {
        x += 1;
        y += 1;
      }
      reach[middle + diagonal] = x;
      if (x >= length && y >= otherLength) {
        walkBack(trace, part, length, otherLength, pairs);
        return true;
      }
    }
  }
  return false;
}

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0;

/** Follows the kept states from the end to the start and notes every pair on the way. */
function walkBack(
  trace: readonly Int32Array[],
  { from, otherFrom }: RowPart,
  length: number,
  otherLength: number,
  pairs: Int32Array,
): void {
  let x = length;
  let y = otherLength;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] ?? new Int32Array();
    const middle = edits + 1;
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(reach, middle + diagonal - 1) < at(reach, middle + diagonal + 1));
    const before = edits === 0 ? 0 : down ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : at(reach, middle + before);
    const startY = startX - before;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      pairs[from + x] = otherFrom + y;
    }
    x = startX;
    y = startY;
  }
}
