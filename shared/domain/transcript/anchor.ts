// Anchoring snippets in a transcript: quote and context of a range, and the range of a quote.
import { AppError } from '#shared/lib/app-error';
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

/** UTF-16 units of context kept on each side of a quote. */
export const CONTEXT_LENGTH = 32;

/** Order of two ranges by start, then by end. */
export function compareRanges(left: TextRange, right: TextRange): number {
  return (
    left.startTurn - right.startTurn ||
    left.startOffset - right.startOffset ||
    left.endTurn - right.endTurn ||
    left.endOffset - right.endOffset
  );
}

/** True when both begin and end at the same places. */
export function sameRange(left: TextRange, right: TextRange): boolean {
  return compareRanges(left, right) === 0;
}

/** True when the two half-open ranges share at least one character. */
export function rangesOverlap(left: TextRange, right: TextRange): boolean {
  return (
    isBefore(left.startTurn, left.startOffset, right.endTurn, right.endOffset) &&
    isBefore(right.startTurn, right.startOffset, left.endTurn, left.endOffset)
  );
}

function isBefore(turn: number, offset: number, otherTurn: number, otherOffset: number): boolean {
  return turn < otherTurn || (turn === otherTurn && offset < otherOffset);
}

/**
 * Checks a range against the text and trims white space at its edges.
 * @throws AppError('bad-input') when it lies outside the text, splits a surrogate pair or holds no visible character.
 */
export function checkedRange(turns: readonly Turn[], range: TextRange): TextRange {
  const start = turns[range.startTurn];
  const end = turns[range.endTurn];
  const inside =
    start !== undefined &&
    end !== undefined &&
    range.startOffset <= start.text.length &&
    range.endOffset <= end.text.length &&
    (range.startTurn < range.endTurn || (range.startTurn === range.endTurn && range.startOffset < range.endOffset));
  if (!inside) throw new AppError('bad-input', 'The selection lies outside the text of the transcript. Nothing was changed.');
  if (splitsPair(start.text, range.startOffset) || splitsPair(end.text, range.endOffset)) {
    throw new AppError('bad-input', 'The selection cuts a character in two. Nothing was changed.');
  }
  return trimmedRange(turns, range);
}

/** All words of a turn; null when it has none. @param turn index from 0. */
export function wholeTurn(turns: readonly Turn[], turn: number): TextRange | null {
  const text = turns[turn]?.text ?? '';
  if (text.trim() === '') return null;
  return trimmedRange(turns, { startTurn: turn, startOffset: 0, endTurn: turn, endOffset: text.length });
}

function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function trimmedRange(turns: readonly Turn[], range: TextRange): TextRange {
  let { startTurn, startOffset, endTurn, endOffset } = range;
  const text = (turn: number) => turns[turn]?.text ?? '';
  while (startTurn < endTurn || startOffset < endOffset) {
    if (startTurn < endTurn && startOffset >= text(startTurn).length) {
      startTurn += 1;
      startOffset = 0;
    } else if (/\s/.test(text(startTurn).charAt(startOffset))) startOffset += 1;
    else break;
  }
  while (startTurn < endTurn || startOffset < endOffset) {
    if (startTurn < endTurn && endOffset <= 0) {
      endTurn -= 1;
      endOffset = text(endTurn).length;
    } else if (/\s/.test(text(endTurn).charAt(endOffset - 1))) endOffset -= 1;
    else break;
  }
  if (startTurn === endTurn && startOffset >= endOffset) {
    throw new AppError('bad-input', 'The selection holds only white space. Select some words first.');
  }
  return { startTurn, startOffset, endTurn, endOffset };
}

/** The words of a range; turns are joined by a line feed. */
export function quoteOf(turns: readonly Turn[], range: TextRange): string {
  const parts: string[] = [];
  for (let turn = range.startTurn; turn <= range.endTurn; turn += 1) {
    const text = turns[turn]?.text ?? '';
    const from = turn === range.startTurn ? range.startOffset : 0;
    const to = turn === range.endTurn ? range.endOffset : text.length;
    parts.push(text.slice(from, to));
  }
  return parts.join('\n');
}

/** What a snippet keeps of its place besides the range. */
export interface Anchor {
  quote: string;
  prefix: string;
  suffix: string;
  /** Labels of the speakers in the range, each once; null for a turn without a label. */
  speakers: (string | null)[];
}

/** Quote, speakers, and up to CONTEXT_LENGTH units of the same turns before and after it. */
export function anchorOf(turns: readonly Turn[], range: TextRange): Anchor {
  const before = turns[range.startTurn]?.text.slice(0, range.startOffset) ?? '';
  const after = turns[range.endTurn]?.text.slice(range.endOffset) ?? '';
  return {
    quote: quoteOf(turns, range),
    prefix: before.slice(-CONTEXT_LENGTH),
    suffix: after.slice(0, CONTEXT_LENGTH),
    speakers: [...new Set(turns.slice(range.startTurn, range.endTurn + 1).map((turn) => turn.speaker))],
  };
}

/**
 * Finds a quote in a transcript: word for word first, then without regard to the kind of white space and quotation marks.
 * Looks inside single turns, then across neighbouring turns joined by a line feed. Returns the first place, or null.
 */
export function findQuote(turns: readonly Turn[], quote: string): TextRange | null {
  const wanted = quote.trim();
  if (wanted === '') return null;
  for (const [index, turn] of turns.entries()) {
    const at = turn.text.indexOf(wanted);
    if (at >= 0) return { startTurn: index, startOffset: at, endTurn: index, endOffset: at + wanted.length };
  }
  return findFolded(turns, wanted);
}

/** A text with look-alike characters made one, and for each unit of it the place it came from. */
interface FoldedText {
  text: string;
  turn: number[];
  offset: number[];
}

function foldTurns(turns: readonly { text: string }[]): FoldedText {
  const folded: FoldedText = { text: '', turn: [], offset: [] };
  const characters: string[] = [];
  let space = true;
  const push = (character: string, turn: number, offset: number): void => {
    const isSpace = /\s/.test(character);
    if (isSpace && space) return;
    characters.push(isSpace ? ' ' : foldCharacter(character));
    folded.turn.push(turn);
    folded.offset.push(offset);
    space = isSpace;
  };
  for (const [index, turn] of turns.entries()) {
    if (index > 0) push('\n', index - 1, turns[index - 1]?.text.length ?? 0);
    for (let offset = 0; offset < turn.text.length; offset += 1) push(turn.text.charAt(offset), index, offset);
  }
  folded.text = characters.join('');
  return folded;
}

function foldCharacter(character: string): string {
  if ('‘’‚‛′´`'.includes(character)) return "'";
  if ('“”„‟″«»'.includes(character)) return '"';
  if ('‐‑‒–—'.includes(character)) return '-';
  return character.length === 1 ? character.toLowerCase().charAt(0) || character : character;
}

function findFolded(turns: readonly Turn[], wanted: string): TextRange | null {
  const needle = foldTurns([{ text: wanted }]).text.trim();
  if (needle === '') return null;
  const haystack = foldTurns(turns);
  const at = haystack.text.indexOf(needle);
  if (at < 0) return null;
  const last = at + needle.length - 1;
  return {
    startTurn: haystack.turn[at] ?? 0,
    startOffset: haystack.offset[at] ?? 0,
    endTurn: haystack.turn[last] ?? 0,
    endOffset: (haystack.offset[last] ?? 0) + 1,
  };
}
