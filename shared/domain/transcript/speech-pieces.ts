// The pieces that speech services give (words, segments, utterances), and how they become turns.
import { joinCueSegments } from './join-cue-segments.ts';
import type { CueSegment } from './name-cue-speakers.ts';
import type { ParsedTurn } from './parsed-transcript.ts';

export interface SpeechPiece {
  speaker: string | null;
  /** Milliseconds; null where the service gives none. */
  startMs: number | null;
  endMs: number | null;
  text: string;
  /** Stands right after the piece before it, without a space (punctuation). */
  glued?: boolean;
}

/** A stretch of time of one speaker (ms). */
export interface SpeakerSpan {
  speaker: string;
  startMs: number;
  endMs: number;
}

/** A pause of this many milliseconds ends a stretch of one channel. */
const CHANNEL_PAUSE_MS = 700;
const SENTENCE_END = /[.?!…。？！]["'”’)\]]{0,3}$/u;
const MARKS_ONLY = /^[.,;:?!…%)\]}”’。，、？！]{1,4}$/u;

/** Whether a piece is nothing but closing punctuation, which takes no space before it. */
export function isClosingMark(text: string): boolean {
  return MARKS_ONLY.test(text);
}

/** Label of a speaker: names as they are; bare numbers and single letters get the word “Speaker”. Null without one. */
export function speakerLabel(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const name = String(value)
    .split(/[\s\0]+/u)
    .filter(Boolean)
    .join(' ')
    .normalize('NFC')
    .slice(0, 300)
    .trim();
  if (name === '' || name === 'UU' || name === 'UNKNOWN') return null;
  return /^(?:\d{1,3}|\p{L})$/u.test(name) ? `Speaker ${name}` : name.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** Gives pieces without a speaker that of the span around their middle, else of the last span that began before them. */
export function withSpeakersAt(pieces: readonly SpeechPiece[], spans: readonly SpeakerSpan[]): SpeechPiece[] {
  const sorted = spans.toSorted((left, right) => left.startMs - right.startMs);
  let at = -1;
  let last = -1;
  return pieces.map((piece) => {
    if (piece.speaker !== null || piece.startMs === null) return piece;
    const middle = (piece.startMs + (piece.endMs ?? piece.startMs)) / 2;
    if (middle < last) at = -1;
    last = middle;
    while (at + 1 < sorted.length && (sorted[at + 1]?.startMs ?? 0) <= middle) at += 1;
    return { ...piece, speaker: sorted[at]?.speaker ?? null };
  });
}

/** Weaves channels that were recorded apart into one talk: stretches between pauses and sentence ends, in order of their start. */
export function weaveChannels(channels: readonly (readonly SpeechPiece[])[]): SpeechPiece[] {
  const stretches = channels.flatMap(stretchesOf);
  return stretches.toSorted((left, right) => (left[0]?.startMs ?? 0) - (right[0]?.startMs ?? 0)).flat();
}

function stretchesOf(pieces: readonly SpeechPiece[]): SpeechPiece[][] {
  const stretches: SpeechPiece[][] = [];
  let before: SpeechPiece | undefined;
  for (const piece of pieces) {
    const pause = (piece.startMs ?? 0) - (before?.endMs ?? 0) >= CHANNEL_PAUSE_MS;
    const open = stretches.at(-1);
    if (open && (piece.glued === true || !(pause || SENTENCE_END.test(before?.text.trim() ?? '')))) open.push(piece);
    else stretches.push([piece]);
    before = piece;
  }
  return stretches;
}

/**
 * Joins pieces into turns by the rule of captions (joinCueSegments). Glued pieces go to the word before them whoever they are
 * said to belong to; pieces without times take the end of the one before. Without any time all turns have none.
 */
export function joinSpeechPieces(pieces: readonly SpeechPiece[]): ParsedTurn[] {
  const segments: CueSegment[] = [];
  let timed = false;
  for (const { speaker, startMs, endMs, text, glued } of pieces) {
    const open = segments.at(-1);
    timed ||= startMs !== null;
    if (glued === true && open !== undefined) {
      open.text += text.trim();
      continue;
    }
    const start = startMs ?? open?.endMs ?? 0;
    segments.push({ speaker, startMs: start, endMs: Math.max(start, endMs ?? start), text, change: false });
  }
  const turns = joinCueSegments(segments);
  return timed ? turns : turns.map((turn) => ({ ...turn, startMs: null, endMs: null }));
}
