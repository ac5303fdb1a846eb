// A hand that slips into a word means the whole of it: edges inside a word go to its edges.
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { type Span, unitsOf } from './text-units.ts';

/** The range with an edge that lies inside a word moved outwards to the edge of that word; offsets in UTF-16 units. */
export function withWholeWords(turns: readonly Turn[], range: TextRange): TextRange {
  const first = wordAround(turns[range.startTurn], range.startOffset);
  const last = wordAround(turns[range.endTurn], range.endOffset);
  return { ...range, startOffset: first?.start ?? range.startOffset, endOffset: last?.end ?? range.endOffset };
}

function wordAround(turn: Turn | undefined, offset: number): Span | undefined {
  return turn && unitsOf(turn, 'word').find(({ start, end }) => start < offset && offset < end);
}
