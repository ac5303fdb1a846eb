// Places in a transcript: a turn and an offset in it, and stepping from unit to unit across turns.
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { stopsOf, type TextUnit } from './text-units.ts';

/** Before the UTF-16 unit `offset` of turn `turn`. */
export interface TextPosition {
  turn: number;
  offset: number;
}

/** Negative when `left` comes first, 0 when they are the same place. */
export function comparePositions(left: TextPosition, right: TextPosition): number {
  return left.turn - right.turn || left.offset - right.offset;
}

/** Where a range begins. */
export function startOf(range: TextRange): TextPosition {
  return { turn: range.startTurn, offset: range.startOffset };
}

/** Where a range ends. */
export function endOf(range: TextRange): TextPosition {
  return { turn: range.endTurn, offset: range.endOffset };
}

/** The range between two places, whichever comes first. */
export function rangeBetween(one: TextPosition, other: TextPosition): TextRange {
  const [start, end] = comparePositions(one, other) <= 0 ? [one, other] : [other, one];
  return { startTurn: start.turn, startOffset: start.offset, endTurn: end.turn, endOffset: end.offset };
}

/** True for a place inside the range or at its edges. */
export function holdsPosition(range: TextRange, position: TextPosition): boolean {
  return comparePositions(startOf(range), position) <= 0 && comparePositions(position, endOf(range)) <= 0;
}

/** Which turns may be stepped into; a filter that folds turns away leaves some out. */
export type IsShown = (turn: number) => boolean;

const everyTurn: IsShown = () => true;

/**
 * The nearest place strictly after (step 1) or before (step -1) a position at which a unit begins or ends.
 * Null at the end of the transcript.
 */
export function nextStop(
  turns: readonly Turn[],
  from: TextPosition,
  unit: TextUnit,
  side: 'starts' | 'ends',
  step: 1 | -1,
  isShown: IsShown = everyTurn,
): TextPosition | null {
  for (let turn = from.turn; turn >= 0 && turn < turns.length; turn += step) {
    const text = turns[turn];
    if (!text || (turn !== from.turn && !isShown(turn))) continue;
    const offsets = stopsOf(text, unit)[side];
    const beyond = (offset: number): boolean => turn !== from.turn || (step > 0 ? offset > from.offset : offset < from.offset);
    const offset = step > 0 ? offsets.find(beyond) : offsets.findLast(beyond);
    if (offset !== undefined) return { turn, offset };
  }
  return null;
}
