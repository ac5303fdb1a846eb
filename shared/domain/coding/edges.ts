// Adjusting the start and the end of a snippet by words or letters.
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { comparePositions, endOf, type IsShown, nextStop, rangeBetween, startOf, type TextPosition } from './text-position.ts';
import type { TextUnit } from './text-units.ts';

export type Edge = 'start' | 'end';

/** Moves one edge of a range by a unit; the range as it is when there is no room: edges never meet and never cross. */
export function moveEdge(
  turns: readonly Turn[],
  range: TextRange,
  edge: Edge,
  unit: Extract<TextUnit, 'word' | 'letter'>,
  step: 1 | -1,
  isShown?: IsShown,
): TextRange {
  const from = edge === 'start' ? startOf(range) : endOf(range);
  const moved = nextStop(turns, from, unit, edge === 'start' ? 'starts' : 'ends', step, isShown);
  return moved ? withEdge(range, edge, moved) : range;
}

/** Puts one edge of a range at a place; the range as it is when that would leave nothing of it. */
export function withEdge(range: TextRange, edge: Edge, place: TextPosition): TextRange {
  const other = edge === 'start' ? endOf(range) : startOf(range);
  const order = comparePositions(place, other);
  if (edge === 'start' ? order >= 0 : order <= 0) return range;
  return edge === 'start' ? rangeBetween(place, other) : rangeBetween(other, place);
}

/** The place at which an edge lies when a pointer drags it there: the nearest beginning or end of a word in the same turn. */
export function snapToWord(turns: readonly Turn[], place: TextPosition, edge: Edge): TextPosition {
  const side = edge === 'start' ? 'starts' : 'ends';
  const before = nextStop(turns, { ...place, offset: place.offset + 1 }, 'word', side, -1);
  const after = nextStop(turns, { ...place, offset: place.offset - 1 }, 'word', side, 1);
  const distance = (stop: TextPosition | null): number =>
    stop?.turn === place.turn ? Math.abs(stop.offset - place.offset) : Number.POSITIVE_INFINITY;
  const nearest = distance(before) < distance(after) ? before : after;
  return nearest && distance(nearest) < Number.POSITIVE_INFINITY ? nearest : place;
}
