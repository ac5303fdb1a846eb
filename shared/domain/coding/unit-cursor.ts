// The unit cursor: moving through a transcript by turn, sentence and word, and extending what is selected.
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { comparePositions, endOf, type IsShown, nextStop, rangeBetween, startOf, type TextPosition } from './text-position.ts';
import { type TextUnit, unitAt, unitsOf } from './text-units.ts';

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
export function moveByUnit(turns: readonly Turn[], from: MoveFrom, unit: CursorUnit, step: 1 | -1, isShown?: IsShown): UnitSelection | null {
  const at = isSelection(from) ? targetFrom(turns, from, unit, step, isShown) : nearest(turns, from, unit, isShown);
  if (!at) return null;
  const turn = turns[at.turn];
  const span = turn && unitAt(turn, unit, at.offset);
  if (!span) return null;
  return { range: rangeBetween({ turn: at.turn, offset: span.start }, { turn: at.turn, offset: span.end }), fixed: 'start', unit };
}

function targetFrom(turns: readonly Turn[], { range, unit: before }: UnitSelection, unit: CursorUnit, step: 1 | -1, isShown?: IsShown): TextPosition | null {
  const start = startOf(range);
  const into = before !== null && SIZE[before] > SIZE[unit];
  if (step > 0) return into ? start : nextStart(turns, endOf(range), unit, isShown);
  const first = turns[start.turn];
  const ownTurn = first && unitsOf(first, 'turn')[0];
  if (unit === 'turn' && ownTurn && !coversTurn(range, start.turn, ownTurn)) return start;
  return nextStop(turns, start, unit, 'starts', -1, isShown);
}

function coversTurn(range: TextRange, turn: number, { start, end }: { start: number; end: number }): boolean {
  return range.startOffset <= start && (range.endTurn > turn || range.endOffset >= end);
}

/** First unit that begins at a place or after it. */
function nextStart(turns: readonly Turn[], from: TextPosition, unit: CursorUnit, isShown?: IsShown): TextPosition | null {
  return nextStop(turns, { turn: from.turn, offset: from.offset - 1 }, unit, 'starts', 1, isShown);
}

function nearest(turns: readonly Turn[], from: TextPosition, unit: CursorUnit, isShown?: IsShown): TextPosition | null {
  const turn = turns[from.turn];
  if (turn && unitAt(turn, unit, from.offset) && (isShown?.(from.turn) ?? true)) return from;
  return nextStart(turns, from, unit, isShown) ?? nextStop(turns, from, unit, 'starts', -1, isShown);
}

/**
 * Moves the edge that is not fixed by one unit. Shortening past the fixed edge turns the selection over, as text editors do: the unit
 * at the fixed edge stays selected. At the end of the transcript the selection is given back as it is.
 */
export function extendByUnit(turns: readonly Turn[], selection: UnitSelection, unit: TextUnit, step: 1 | -1, isShown?: IsShown): UnitSelection {
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
