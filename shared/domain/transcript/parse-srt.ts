// Reads SubRip (.srt) captions as they are found: with points for commas, without numbers, without blank lines.
import type { ParsedCue } from './parsed-transcript.ts';

export interface SrtFile {
  cues: ParsedCue[];
  /** Lines before the first cue that are no cue number. */
  before: string[];
  /** Lines with an arrow that are no readable time line; they stay in the text. */
  brokenTimes: number;
  /** Cues whose times lack the fraction. */
  wholeSeconds: number;
}

interface TimeLine {
  startMs: number;
  endMs: number;
  whole: boolean;
  /** Words that stand on the time line itself. */
  rest: string;
}

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?`;
const TIME_LINE = new RegExp(String.raw`^${TIME}[ \t]{0,8}(?:-{1,3}>|→)[ \t]{0,8}${TIME}(?=[ \t]|$)`, 'u');

/** What may follow a time line without being words: coordinates ("X1:000 X2:000") and WebVTT settings. */
const SETTINGS = /^(?:[\w-]{1,20}:[\w.,%-]{1,40}(?:[ \t]+|$))*$/u;

/**
 * Reads SubRip. There is no specification; the time line is what makes a cue. A number on the line before it is its own when it
 * comes after a blank line, follows the number before, or when the cue before has other text and a number. Text runs to
 * the next cue; blank lines inside it are kept, those at its end are not. Cues keep the order, the overlaps and the
 * markup of the file; the identifier is the number as written.
 * @param text LF line ends.
 */
export function parseSrt(text: string): SrtFile {
  const lines = text.split('\n');
  const file: SrtFile = { cues: [], before: [], brokenTimes: 0, wholeSeconds: 0 };
  let id: string | null = null;
  let times: TimeLine | null = null;
  let body: string[] = file.before;
  const close = (): void => {
    if (times !== null) file.cues.push({ id, startMs: times.startMs, endMs: times.endMs, text: trimBlankLines(body).join('\n') });
  };
  for (const line of lines) {
    const next = readTimeLine(line);
    if (next === null) {
      if (line.includes('-->')) file.brokenTimes += 1;
      body.push(line);
      continue;
    }
    const number = takeNumber(body, id, times !== null);
    close();
    if (times === null) file.before = trimBlankLines(body);
    if (next.whole) file.wholeSeconds += 1;
    id = number;
    times = next;
    body = next.rest === '' ? [] : [next.rest];
  }
  close();
  if (times === null) file.before = trimBlankLines(body);
  return file;
}

/** The times of a SubRip time line in milliseconds; null for any other line. */
export function readTimeLine(line: string): TimeLine | null {
  const content = line.trim();
  const match = TIME_LINE.exec(content.slice(0, 120));
  if (match === null) return null;
  const [, hours, minutes, seconds, fraction, endHours, endMinutes, endSeconds, endFraction] = match;
  const startMs = toMs(hours, minutes, seconds, fraction);
  const endMs = toMs(endHours, endMinutes, endSeconds, endFraction);
  if (startMs === null || endMs === null) return null;
  const after = content.slice(match[0].length).trim();
  const rest = after.length <= 400 && SETTINGS.test(after) ? '' : after;
  return { startMs, endMs, whole: fraction === undefined && endFraction === undefined, rest };
}

function toMs(hours = '0', minutes = '0', seconds = '0', fraction = '0'): number | null {
  if (Number(seconds) > 59 || (Number(hours) > 0 && Number(minutes) > 59)) return null;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + thousandths;
}

/** Takes the cue number off the end of the lines before a time line; `inCue` says that these lines are a cue's text. */
function takeNumber(body: string[], previous: string | null, inCue: boolean): string | null {
  const last = body.at(-1)?.trim() ?? '';
  if (!/^\d{1,9}$/u.test(last)) return null;
  const afterBlank = body.length > 1 && body.at(-2)?.trim() === '';
  const follows = previous !== null && Number(last) === Number(previous) + 1;
  const others = body.slice(0, -1).some((line) => line.trim() !== '');
  // "42" may be all that somebody says, when the next cue has no number of its own.
  if (inCue && !afterBlank && !follows && !(others && previous !== null)) return null;
  body.pop();
  return last;
}

function trimBlankLines(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}
