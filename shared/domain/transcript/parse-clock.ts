// Reads the times that transcripts carry: 0:12, 01:02, 1:02:03, 00:01:02.500, [00:01:02 - 00:01:09].

/** Source of a regular expression for one time; backslashes before it are an export fault seen in Markdown. */
const CLOCK = String.raw`\\{0,2}(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,:]\d{1,3})?`;
const RANGE = String.raw`(${CLOCK})(?:[ \t]{0,3}(?:--?>|-|–|—|to)[ \t]{0,3}(${CLOCK}))?`;

const BRACKETED = new RegExp(
  String.raw`^\\?[[(<{#][ \t]{0,3}${RANGE}(?:-\d)?[ \t]{0,3}\\?[\])>}#](?:[ \t]{1,3}(?:to|-|–)[ \t]{1,3}\\?\[(${CLOCK})\\?\])?`,
  'u',
);
const BARE = new RegExp(String.raw`^${RANGE}(?=[\s,;]|$)`, 'u');
const AFTER_NAME = new RegExp(
  String.raw`^(?:[ \t]{0,8}\\?[[(]${RANGE}\\?[\])]|[ \t]{1,8}(?:(?:[-–|,@]|at)[ \t]{1,3})?${RANGE}(?=[\s:]|$))`,
  'u',
);

export interface ClockReading {
  startMs: number;
  endMs: number | null;
  /** Characters that the time takes up, in UTF-16 units. */
  length: number;
  /** In brackets: cannot be taken for a word of the text. */
  bracketed: boolean;
}

/** Milliseconds of `m:ss`, `h:mm:ss` and both with a fraction; frames after a fourth colon are dropped; null if it is no time. */
export function parseClock(text: string): number | null {
  const parts = /^\\{0,2}(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:([.,:])(\d{1,3}))?$/u.exec(text);
  if (parts === null) return null;
  const [, hours, minutes = '', seconds = '', separator, fraction = ''] = parts;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole * 1000 + (separator === ':' ? 0 : Number(fraction.padEnd(3, '0')));
}

/** The time with which a text begins, in brackets or bare; null when there is none. */
export function readLeadingClock(text: string): ClockReading | null {
  const bracketed = BRACKETED.exec(text);
  if (bracketed !== null) return reading(bracketed[0], bracketed[1], bracketed[2] ?? bracketed[3], true);
  const bare = BARE.exec(text);
  return bare === null ? null : reading(bare[0], bare[1], bare[2], false);
}

/** The time in brackets with which a text begins; null when there is none. */
export function readBracketedClock(text: string): ClockReading | null {
  const clock = readLeadingClock(text);
  return clock?.bracketed === true ? clock : null;
}

/** The time that follows a name: ` [00:01:02]`, ` (0:12)`, `  0:12`, ` - 00:12`. */
export function readClockAfterName(text: string): ClockReading | null {
  const match = AFTER_NAME.exec(text);
  if (match === null) return null;
  const bracketed = match[1] !== undefined;
  return bracketed ? reading(match[0], match[1], match[2], true) : reading(match[0], match[3], match[4], false);
}

/** The time mark at the end of a paragraph that f4transkript and MAXQDA write (`#00:01:02-5#`, tenths after the dash). */
export function readClosingClock(text: string): { ms: number; index: number } | null {
  const start = Math.max(0, text.length - 24);
  const match = /#(\d{1,2}:\d{2}:\d{2})(?:-(\d))?#$/u.exec(text.slice(start));
  const ms = match === null ? null : parseClock(match[1] ?? '');
  return match === null || ms === null ? null : { ms: ms + Number(match[2] ?? 0) * 100, index: start + match.index };
}

function reading(all: string, start: string | undefined, end: string | undefined, bracketed: boolean): ClockReading | null {
  const startMs = start === undefined ? null : parseClock(start);
  if (startMs === null) return null;
  return { startMs, endMs: end === undefined ? null : parseClock(end), length: all.length, bracketed };
}
