// Reads the names of speakers from the captions of meeting programs (Zoom), which put them before every caption.
import { MOST_SPEAKERS } from './choose-labels.ts';
import { isNeverLabel } from './speaker-words.ts';
import type { ParsedCue } from './parsed-transcript.ts';

export interface NamedText {
  speaker: string | null;
  text: string;
}

/** Account names are anything: devices, numbers, remarks in brackets. */
const NAMED = /^([^:\n]{1,80}): (?=\S)/u;
/** Share of the captions with a name before them. */
const LEAST_NAMED = 0.75;

/**
 * Speakers and words of captions that are numbered 1, 2, 3 … and nearly all begin with a name and a colon, whatever the names look like;
 * null for other captions. Captions without a name stay without a speaker.
 * @param texts words of the cues, without markup.
 */
export function nameMeetingCues(cues: readonly ParsedCue[], texts: readonly string[]): NamedText[] | null {
  if (cues.length < 2 || !cues.every((cue, at) => cue.id === String(at + 1))) return null;
  const found = texts.map((text): NamedText => {
    const match = NAMED.exec(text.trim());
    if (match === null || isNeverLabel(match[1] ?? '')) return { speaker: null, text };
    return { speaker: (match[1] ?? '').trim().normalize('NFC'), text: text.trim().slice(match[0].length) };
  });
  const named = found.filter((one) => one.speaker !== null && one.speaker !== '');
  const speakers = new Set(named.map((one) => one.speaker));
  if (named.length < cues.length * LEAST_NAMED || speakers.size > MOST_SPEAKERS) return null;
  // Several speakers in one caption: these captions name people at changes, not before each.
  if (found.some((one) => one.text.split('\n').some((line) => speakers.has(NAMED.exec(line)?.[1] ?? null)))) return null;
  // Names come again; different words before every colon are headings or times.
  return speakers.size * 2 <= Math.max(named.length, 4) ? found : null;
}
