// Makes turns of a source's text so that each of its characters can be found again in the text.
import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
import type { Turn } from '#shared/model/transcript';

import { alignTurns, type Piece, type TextPlaces, textPlaces } from './text-places.ts';

export interface SplitSource {
  turns: Turn[];
  places: TextPlaces;
  /** Speakers were recognised; otherwise each paragraph is a turn and labels stay in the text. */
  speakers: string[];
}

/**
 * Turns by speaker when every one of them can be found in the text again, otherwise one a paragraph. Lines before the first speaker become a turn
 * without a speaker, since they may be coded.
 * @param text LF line ends.
 */
export function splitSource(text: string): SplitSource {
  if (text.trim() === '') return { turns: [], places: textPlaces([]), speakers: [] };
  const parsed = parseLabelledText(text, 'text');
  const heading: Turn[] = parsed.heading ? [{ speaker: null, startMs: null, endMs: null, text: parsed.heading }] : [];
  const turns = [...heading, ...parsed.turns];
  const speakers = [...new Set(turns.map((turn) => turn.speaker))].filter((speaker) => speaker !== null);
  const worded = turns.some((turn) => turn.text !== '');
  const places = speakers.length > 0 && worded ? placesIn(text, turns) : null;
  return places ? { turns, places, speakers } : byParagraph(text);
}

/** Where turns stand in the text they were made of; null when they are not its turns any more. */
export function placesIn(text: string, turns: readonly Turn[]): TextPlaces | null {
  const pieces = alignTurns(text, turns);
  return pieces && piecesMatch(text, turns, pieces) ? textPlaces(pieces) : null;
}

/** Every visible character of every turn is one of the text, in the same order. */
function piecesMatch(text: string, turns: readonly Turn[], pieces: readonly Piece[]): boolean {
  const covered = turns.map(() => '');
  let before = 0;
  for (const { turn, at, length, from, fromLength } of pieces) {
    const words = turns[turn]?.text.slice(at, at + length);
    const written = text.slice(from, from + fromLength);
    if (from < before || (words !== written && words !== written.normalize('NFC'))) return false;
    before = from + fromLength;
    covered[turn] += words.replace(/\s+/g, '');
  }
  return turns.every((turn, index) => covered[index] === turn.text.replace(/\s+/g, ''));
}

/** Runs of lines between blank ones; each line alone in a text without blank ones. Lines stand as they are apart from white space at their ends. */
function byParagraph(text: string): SplitSource {
  const turns: Turn[] = [];
  const pieces: Piece[] = [];
  const separate = !/\n[^\S\n]*\n/.test(text.trim());
  let open = false;
  let from = 0;
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (words === '') open = false;
    else {
      const turn = open ? turns.at(-1) : undefined;
      const at = turn ? turn.text.length + 1 : 0;
      if (turn) turn.text += '\n';
      const target = turn ?? { speaker: null, startMs: null, endMs: null, text: '' };
      if (!turn) turns.push(target);
      target.text += appendLine(pieces, { turn: turns.length - 1, at, from: from + line.indexOf(words), words });
      open = !separate;
    }
    from += line.length + 1;
  }
  return { turns, places: textPlaces(pieces), speakers: [] };
}

function appendLine(pieces: Piece[], { turn, at, from, words }: { turn: number; at: number; from: number; words: string }): string {
  const stored = words.normalize('NFC');
  if (stored === words) {
    pieces.push({ turn, at, length: words.length, from, fromLength: words.length });
    return words;
  }
  let text = '';
  let origin = from;
  for (const [cluster] of words.matchAll(/[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu)) {
    const length = cluster.normalize('NFC').length;
    pieces.push({ turn, at: at + text.length, length, from: origin, fromLength: cluster.length });
    text += cluster.normalize('NFC');
    origin += cluster.length;
  }
  return text;
}
