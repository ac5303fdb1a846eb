// Where the characters of turns stand in the text they were read from, both ways, to the character.
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { countBelow } from './code-points.ts';

/** A run of characters of one turn and the run of the text it came from. Runs of equal length correspond unit by unit. */
export interface Piece {
  turn: number;
  at: number;
  length: number;
  from: number;
  fromLength: number;
}

export interface TextPlaces {
  /** Place in the text of the beginning and end of a range; null when a turn of it is not in the text. */
  toText(range: TextRange): { start: number; end: number } | null;
  /** The range of turns that holds what lies between two places of the text; null when no character of a turn does. */
  toRange(start: number, end: number): TextRange | null;
  /** The first turn with characters at or after a place, else the last one before it; null without any. */
  nearestTurn(place: number): number | null;
}

/** Looks places up in the pieces, which must be in the order of the text. */
export function textPlaces(pieces: readonly Piece[]): TextPlaces {
  const byTurn = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const list = byTurn.get(piece.turn);
    if (list) list.push(piece);
    else byTurn.set(piece.turn, [piece]);
  }
  const firstAfter = (place: number): number => countBelow(pieces.length, (k) => endOfPiece(pieces[k]), place + 1);
  return {
    toText: ({ startTurn, startOffset, endTurn, endOffset }) => {
      const first = byTurn.get(startTurn)?.find((piece) => piece.at + piece.length > startOffset);
      const last = byTurn.get(endTurn)?.findLast((piece) => piece.at < endOffset);
      if (!first || !last) return null;
      const start = isEven(first) ? first.from + Math.max(0, startOffset - first.at) : first.from;
      const end = isEven(last) ? last.from + Math.min(last.length, endOffset - last.at) : endOfPiece(last);
      return start < end ? { start, end } : null;
    },
    toRange: (start, end) => {
      const first = pieces[firstAfter(start)];
      const last = pieces[countBelow(pieces.length, (k) => pieces[k]?.from ?? 0, end) - 1];
      if (!first || !last || start >= end || first.from >= end || endOfPiece(last) <= start) return null;
      return {
        startTurn: first.turn,
        startOffset: isEven(first) ? first.at + Math.max(0, start - first.from) : first.at,
        endTurn: last.turn,
        endOffset: isEven(last) ? last.at + Math.min(last.length, end - last.from) : last.at + last.length,
      };
    },
    nearestTurn: (place) => (pieces[firstAfter(place)] ?? pieces.at(-1))?.turn ?? null,
  };
}

const isEven = (piece: Piece): boolean => piece.length === piece.fromLength;
const endOfPiece = (piece: Piece | undefined): number => (piece ? piece.from + piece.fromLength : 0);

interface Line {
  from: number;
  /** Without white space at its end. */
  text: string;
}

/** Lines without words of a turn that may stand between two lines of it or before it: times, pause marks, labels. */
const LONGEST_SKIPPED = 160;
const CLOSING_CLOCK = /^[\s[\](){}\\\d:.,;–>-]*$/;

/**
 * Finds the turns that parseLabelledText made of a text in that text again: the first line of a turn is the end of a line, the others are
 * whole lines. @returns null when they are not found, one after the other, without skipping more than labels, times and blank lines.
 */
export function alignTurns(text: string, turns: readonly Turn[]): Piece[] | null {
  const lines = linesOf(text);
  const pieces: Piece[] = [];
  let cursor = 0;
  for (const [turn, { speaker, text: words }] of turns.entries()) {
    let at = 0;
    let labelled = speaker === null;
    if (words === '') {
      cursor = afterLabel(lines, cursor, speaker);
      continue;
    }
    const parts = words.split('\n');
    for (const [index, part] of parts.entries()) {
      if (part.trim() !== '') {
        const first = parts.slice(0, index).every((earlier) => earlier.trim() === '');
        const found = findPart(lines, cursor, part, { first, last: index === parts.length - 1, labelled });
        if (!found) return null;
        labelled = true;
        pushPieces(pieces, text, { turn, at, part, from: found.from, fromLength: found.length });
        cursor = found.next;
      }
      at += part.length + 1;
    }
  }
  return lines.slice(cursor).every((line) => line.text.length <= LONGEST_SKIPPED) ? pieces : null;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ from, text: line.trimEnd() });
    from += line.length + 1;
  }
  return lines;
}

interface PartFound {
  from: number;
  length: number;
  next: number;
}

function findPart(
  lines: readonly Line[],
  cursor: number,
  part: string,
  { first, last, labelled }: { first: boolean; last: boolean; labelled: boolean },
): PartFound | null {
  let seen = labelled;
  for (let index = cursor; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.text === '') continue;
    const inside = endsWithPart(line.text, part, last);
    if (inside) {
      const before = line.text.slice(0, inside.at).trim();
      // A line that is the label itself, with the same words in the next line, is not the turn's text.
      if (first ? seen || before !== '' : before === '') return { from: line.from + inside.at, length: inside.length, next: index + 1 };
    }
    seen = true;
    if (line.text.length > LONGEST_SKIPPED) return null;
  }
  return null;
}

/** Where the part stands at the end of a line; after the last part of a turn a time may have been taken off. */
function endsWithPart(line: string, part: string, last: boolean): { at: number; length: number } | null {
  const wanted = part.trimEnd();
  if (line.endsWith(wanted)) return { at: line.length - wanted.length, length: wanted.length };
  const most = isLonger(line) ? line.length : 0;
  for (let length = wanted.length + 1; length <= most; length += 1) {
    if (line.slice(line.length - length).normalize('NFC') === wanted) return { at: line.length - length, length };
  }
  const at = last ? line.indexOf(wanted) : -1;
  return at >= 0 && CLOSING_CLOCK.test(line.slice(at + wanted.length)) ? { at, length: wanted.length } : null;
}

/** Text that NFC makes shorter is looked for in longer endings as well. */
function isLonger(line: string): boolean {
  return line.length <= 4000 && line.normalize('NFC').length !== line.length;
}

function afterLabel(lines: readonly Line[], cursor: number, speaker: string | null): number {
  if (speaker === null) return cursor;
  for (let index = cursor; index < lines.length && index < cursor + 5; index += 1) {
    if (lines[index]?.text.includes(speaker)) return index + 1;
  }
  return cursor;
}

/** One piece where the text is as it was; else one for each letter with its marks, of which NFC may have made another number of units. */
function pushPieces(
  pieces: Piece[],
  text: string,
  { turn, at, part, from, fromLength }: { turn: number; at: number; part: string; from: number; fromLength: number },
): void {
  const written = text.slice(from, from + fromLength);
  const wanted = part.trimEnd();
  if (written === wanted) {
    pieces.push({ turn, at, length: wanted.length, from, fromLength });
    return;
  }
  let place = at;
  let origin = from;
  for (const [cluster] of written.matchAll(/[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu)) {
    const length = cluster.normalize('NFC').length;
    pieces.push({ turn, at: place, length, from: origin, fromLength: cluster.length });
    place += length;
    origin += cluster.length;
  }
}
