// The plain text of a source as other tools get it, and where its snippets stand in it.
import { sameRange } from '#shared/domain/transcript/anchor';
import type { Snippet } from '#shared/model/records/snippet';
import type { KeptText, Turn } from '#shared/model/transcript';

import { codePointsOf } from './code-points.ts';
import { placesIn } from './split-source.ts';
import { type Piece, textPlaces } from './text-places.ts';

/** Text of a source as it lies in the vault. */
export interface StoredText {
  turns: readonly Turn[];
  heading?: string | undefined;
  kept?: KeptText | undefined;
}

export interface SourceTextOut {
  /** LF line ends, no byte order mark. */
  text: string;
  /** Half-open range of a snippet in Unicode code points; null when its turns are not in the text. */
  placeOf(snippet: Pick<Snippet, 'id' | 'range'>): { start: number; end: number } | null;
}

/** The text as it came from another tool as long as the turns are those it was read into, otherwise one written from the turns. */
export function sourceTextOf({ turns, heading, kept }: StoredText): SourceTextOut {
  const own = kept ? placesIn(kept.text, turns) : null;
  const { text, places } = kept && own ? { text: kept.text, places: own } : writtenText(turns, heading);
  const points = codePointsOf(text);
  return {
    text,
    placeOf: ({ id, range }) => {
      const before = own ? kept?.selections[id] : undefined;
      const place = before && sameRange(before.range, range) ? before : places.toText(range);
      return place && { start: points.toPoints(place.start), end: points.toPoints(place.end) };
    },
  };
}

/** `[0:01:02] Ana: …`, a blank line between turns: the form that people read and that importing reads back. */
function writtenText(turns: readonly Turn[], heading: string | undefined) {
  const pieces: Piece[] = [];
  let text = heading ? `${heading}\n\n` : '';
  for (const [turn, { speaker, startMs, text: words }] of turns.entries()) {
    text += `${startMs === null ? '' : `[${clock(startMs)}] `}${speaker === null ? '' : `${speaker}: `}`;
    if (words !== '') pieces.push({ turn, at: 0, length: words.length, from: text.length, fromLength: words.length });
    text += `${words}\n\n`;
  }
  return { text: text.replace(/\n\n$/, '\n'), places: textPlaces(pieces) };
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
