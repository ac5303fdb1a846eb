// A transcript as a row of words and signs, for comparing two versions of it; turns and white space are no part of the row.
import type { Steps } from '#shared/lib/steps';
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

/** Words and signs of a text in order, each with its number in the shared list of words and its place. */
export interface TokenText {
  /** Equal numbers stand for equal words, upper and lower case alike. */
  ids: Int32Array;
  turn: Int32Array;
  /** UTF-16 units in the turn. */
  start: Int32Array;
  end: Int32Array;
}

/** Numbers of words, shared by the texts that are compared. */
export type TokenNumbers = Map<string, number>;

/** Which tokens a range touches, and how many units of the first and the last lie outside of it. */
export interface TokenSpan {
  first: number;
  /** Inclusive; smaller than `first` when the range holds no token. */
  last: number;
  cutStart: number;
  cutEnd: number;
}

const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|\S/gu;
/** Scripts that put no space between words: each sign is a token. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Splits turns into tokens; new words get the next free number. */
export function* tokenText(turns: readonly Pick<Turn, 'text'>[], numbers: TokenNumbers): Steps<TokenText> {
  const rows: { id: number; turn: number; start: number; end: number }[] = [];
  const push = (word: string, turn: number, start: number): void => {
    const key = word.toLowerCase();
    const id = numbers.get(key) ?? numbers.size;
    numbers.set(key, id);
    rows.push({ id, turn, start, end: start + word.length });
  };
  for (const [turn, { text }] of turns.entries()) {
    if (turn % 32 === 31) yield;
    for (const match of text.matchAll(TOKEN)) {
      const [word] = match;
      if (!UNSPACED.test(word)) push(word, turn, match.index);
      else {
        let at = match.index;
        for (const sign of word) {
          push(sign, turn, at);
          at += sign.length;
        }
      }
    }
  }
  const column = (field: 'id' | 'turn' | 'start' | 'end'): Int32Array => Int32Array.from(rows, (row) => row[field]);
  return { ids: column('id'), turn: column('turn'), start: column('start'), end: column('end') };
}

/** The tokens of a range. */
export function spanOf(text: TokenText, range: TextRange): TokenSpan {
  const first = firstToken(text, (at) => isAfter(text.turn[at] ?? 0, text.end[at] ?? 0, range.startTurn, range.startOffset));
  const last = firstToken(text, (at) => !isAfter(range.endTurn, range.endOffset, text.turn[at] ?? 0, text.start[at] ?? 0)) - 1;
  const opens = text.turn[first] === range.startTurn ? range.startOffset - (text.start[first] ?? 0) : 0;
  const closes = text.turn[last] === range.endTurn ? (text.end[last] ?? 0) - range.endOffset : 0;
  return { first, last, cutStart: Math.max(0, opens), cutEnd: Math.max(0, closes) };
}

/** The range from one token to another (inclusive), less what is cut off at its ends where the tokens are long enough. */
export function rangeOfTokens(text: TokenText, first: number, last: number, cutStart = 0, cutEnd = 0): TextRange {
  const start = text.start[first] ?? 0;
  const end = text.end[last] ?? 0;
  const fits = first < last || start + cutStart < end - cutEnd;
  const opens = fits && start + cutStart < (text.end[first] ?? 0) ? start + cutStart : start;
  const closes = fits && end - cutEnd > (text.start[last] ?? 0) ? end - cutEnd : end;
  return { startTurn: text.turn[first] ?? 0, startOffset: opens, endTurn: text.turn[last] ?? 0, endOffset: closes };
}

const isAfter = (turn: number, offset: number, otherTurn: number, otherOffset: number): boolean =>
  turn > otherTurn || (turn === otherTurn && offset > otherOffset);

/** The first token for which something holds that holds for all after it. */
function firstToken({ ids }: TokenText, holds: (at: number) => boolean): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
