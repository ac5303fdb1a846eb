// Finds words inside one transcript as they are typed: letter for letter, without regard to case and accents.
import type { Turn } from '#shared/model/transcript';

import { foldWord } from './words.ts';

/** One place; half-open, UTF-16 units of the turn's text. */
export interface FoundInTurn {
  turn: number;
  startOffset: number;
  endOffset: number;
}

/** A folded text, and for each of its units the unit of the text it came from; null where they are the same. */
interface FoldedText {
  text: string;
  places: readonly number[] | null;
}

const folded = new WeakMap<readonly Turn[], FoldedText[]>();

/** Every place in order, at most `most`. The turns are folded once and remembered as long as they are. */
export function findInTurns(turns: readonly Turn[], typed: string, most: number): FoundInTurn[] {
  const wanted = foldText(typed).text;
  const found: FoundInTurn[] = [];
  if (wanted.trim() === '') return found;
  let texts = folded.get(turns);
  if (!texts) folded.set(turns, (texts = turns.map(({ text }) => foldText(text))));
  for (const [turn, { text, places }] of texts.entries()) {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (found.length === most) return found;
      const end = at + wanted.length;
      const startOffset = places?.[at] ?? at;
      // A part of a character, as the f of a ligature, is that character.
      found.push({ turn, startOffset, endOffset: Math.max(startOffset + 1, places ? (places[end] ?? 0) : end) });
    }
  }
  return found;
}

/** Character by character, so that every place can be found again. Any white space is a space. */
function foldText(text: string): FoldedText {
  const simple = text.replace(/\s/g, ' ');
  if (!/[^ -~]/.test(simple)) return { text: simple.toLowerCase(), places: null };
  const parts: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const character of simple) {
    const part = foldWord(character);
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) places.push(at);
    at += character.length;
  }
  // Where a match ends, the next character begins; a mark that folds to nothing belongs to the match before it.
  places.push(at);
  return { text: parts.join(''), places };
}

/** The place to begin with: the first at or behind a position, else the first of all; -1 when there is none. */
export function firstFrom(found: readonly FoundInTurn[], turn: number, offset: number): number {
  if (found.length === 0) return -1;
  const next = found.findIndex((place) => place.turn > turn || (place.turn === turn && place.startOffset >= offset));
  return next < 0 ? 0 : next;
}
