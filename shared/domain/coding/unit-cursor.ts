// The unit cursor: moving through a transcript by turn, sentence and word, and extending what is selected.
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import {
  comparePositions,
  endOf,
  holdsPosition,
  type IsShown,
  nextStop,
  rangeBetween,
  startOf,
  type TextPosition,
} from './text-position.ts';
import { type Span, type TextUnit, unitAt, unitsOf } from './text-units.ts';

/** Units that the cursor selects whole. */
export type CursorUnit = Extract<TextUnit, 'turn' | 'sentence' | 'word'>;

export interface UnitSelection {
  range: TextRange;
  /** The edge that stays while the other one is moved. */
  fixed: 'start' | 'end';
  /** What was selected by: going on with a smaller unit steps into it. Null for a selection made by hand. */
  unit: CursorUnit | null;
}

const SIZE: Readonly<Record<CursorUnit, number>> = { turn: 3, sentence: 2, word: 1 };

/** Where a move begins: something selected, or a bare place. */
export type MoveFrom = UnitSelection | TextPosition;

const isSelection = (from: MoveFrom): from is UnitSelection => 'range' in from;

/**
 * Selects the next or previous unit. From a bare place: the unit there. From a larger unit on: its first part. Back from a part of a
 * turn by turn: the turn itself. Null when there is nothing further.
 */
export function moveByUnit(
  turns: readonly Turn[],
  from: MoveFrom,
  unit: CursorUnit,
  step: 1 | -1,
  isShown: IsShown = () => true,
): UnitSelection | null {
  const range = isSelection(from) ? unitFrom(turns, from, unit, step, isShown) : nearestUnit(turns, from, unit, isShown);
  return range && { range, fixed: 'start', unit };
}

function unitFrom(
  turns: readonly Turn[],
  { range, unit: before }: UnitSelection,
  unit: CursorUnit,
  step: 1 | -1,
  isShown: IsShown,
): TextRange | null {
  const start = startOf(range);
  const into = before !== null && SIZE[before] > SIZE[unit];
  if (step > 0) return findUnit(turns, into ? start : endOf(range), unit, 1, isShown);
  const own = unit === 'turn' ? unitHere(turns, start, unit) : null;
  if (own && !(holdsPosition(range, startOf(own)) && holdsPosition(range, endOf(own)))) return own;
  return findUnit(turns, start, unit, -1, isShown);
}

function nearestUnit(turns: readonly Turn[], from: TextPosition, unit: CursorUnit, isShown: IsShown): TextRange | null {
  const here = isShown(from.turn) ? unitHere(turns, from, unit) : null;
  return here ?? findUnit(turns, from, unit, 1, isShown) ?? findUnit(turns, from, unit, -1, isShown);
}

function unitHere(turns: readonly Turn[], { turn, offset }: TextPosition, unit: CursorUnit): TextRange | null {
  const text = turns[turn];
  const span = text && unitAt(text, unit, offset);
  return span ? rangeOf(turn, span) : null;
}

function rangeOf(turn: number, { start, end }: Span): TextRange {
  return { startTurn: turn, startOffset: start, endTurn: turn, endOffset: end };
}

/** The first unit that begins at a place or after it, or the last that begins before it. */
function findUnit(turns: readonly Turn[], from: TextPosition, unit: CursorUnit, step: 1 | -1, isShown: IsShown): TextRange | null {
  for (let turn = from.turn; turn >= 0 && turn < turns.length; turn += step) {
    const text = turns[turn];
    if (!text || !isShown(turn)) continue;
    const units = unitsOf(text, unit);
    const fits = ({ start }: Span): boolean => turn !== from.turn || (step > 0 ? start >= from.offset : start < from.offset);
    const span = step > 0 ? units.find(fits) : units.findLast(fits);
    if (span) return rangeOf(turn, span);
  }
  return null;
}

/**
 * Moves the edge that is not fixed by one unit. Shortening past the fixed edge turns the selection over, as text editors do: the unit
 * at the fixed edge stays selected. At the end of the transcript the selection is given back as it is.
 */
export function extendByUnit(
  turns: readonly Turn[],
  selection: UnitSelection,
  unit: TextUnit,
  step: 1 | -1,
  isShown?: IsShown,
): UnitSelection {
  const forward = selection.fixed === 'start';
  const start = startOf(selection.range);
  const end = endOf(selection.range);
  const moved = forward ? nextStop(turns, end, unit, 'ends', step, isShown) : nextStop(turns, start, unit, 'starts', step, isShown);
  if (moved && (forward ? comparePositions(moved, start) > 0 : comparePositions(moved, end) < 0)) {
    return { ...selection, range: forward ? rangeBetween(start, moved) : rangeBetween(moved, end) };
  }
  const growing = forward ? step > 0 : step < 0;
  if (growing) return selection;
  const other = forward ? nextStop(turns, start, unit, 'starts', -1, isShown) : nextStop(turns, end, unit, 'ends', 1, isShown);
  if (!other) return selection;
  const range = forward ? rangeBetween(other, end) : rangeBetween(start, other);
  return { ...selection, range, fixed: forward ? 'end' : 'start' };
}
