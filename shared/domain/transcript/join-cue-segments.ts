// Joins the short stretches of captions into turns that can be read.
import type { CueSegment } from './name-cue-speakers.ts';
import type { ParsedTurn } from './parsed-transcript.ts';

/** A pause of this many milliseconds ends a turn where nobody is named. */
export const UNNAMED_GAP_MS = 2000;
/** From this many UTF-16 units on, a turn without a speaker ends with the next sentence. */
export const UNNAMED_SENTENCE_LENGTH = 400;
/** At this many UTF-16 units a turn without a speaker ends in any case. */
export const UNNAMED_MAXIMUM_LENGTH = 900;

const SENTENCE_END = /[.?!…。？！]["'”’)\]]{0,3}$/u;

/**
 * The rule by which caption cues become turns, the same for every caption format:
 * - stretches of one named speaker that follow each other are one turn, whatever the pause between them;
 * - stretches without a speaker are joined until the captions mark a change of speaker, until a pause of at least
 *   UNNAMED_GAP_MS, until a sentence ends after UNNAMED_SENTENCE_LENGTH, or until UNNAMED_MAXIMUM_LENGTH would be passed;
 * - a turn starts when its first cue starts and ends with the latest end of its cues, in milliseconds;
 * - words are joined with single spaces, in NFC; stretches without words make no turn.
 * The result depends on the cues alone, so that the number of turns is the same at every import.
 */
export function joinCueSegments(segments: readonly CueSegment[]): ParsedTurn[] {
  const turns: { turn: ParsedTurn; parts: string[]; length: number; endMs: number }[] = [];
  for (const segment of segments) {
    const text = segment.text.split(/\s+/u).filter(Boolean).join(' ').normalize('NFC');
    if (text === '') continue;
    const open = turns.at(-1);
    const sameSpeaker = open !== undefined && open.turn.speaker === segment.speaker;
    const goesOn = sameSpeaker && (segment.speaker !== null || !endsUnnamed(open, segment, text));
    if (open !== undefined && goesOn) {
      open.parts.push(text);
      open.length += text.length + 1;
      open.endMs = Math.max(open.endMs, segment.endMs);
    } else {
      const turn = { speaker: segment.speaker, startMs: segment.startMs, endMs: segment.endMs, text: '' };
      turns.push({ turn, parts: [text], length: text.length, endMs: segment.endMs });
    }
  }
  return turns.map(({ turn, parts, endMs }) => ({ ...turn, endMs, text: parts.join(' ') }));
}

function endsUnnamed(open: { parts: string[]; length: number; endMs: number }, segment: CueSegment, text: string): boolean {
  if (segment.change || segment.startMs - open.endMs >= UNNAMED_GAP_MS) return true;
  if (open.length >= UNNAMED_SENTENCE_LENGTH && SENTENCE_END.test(open.parts.at(-1) ?? '')) return true;
  return open.length + 1 + text.length > UNNAMED_MAXIMUM_LENGTH;
}
