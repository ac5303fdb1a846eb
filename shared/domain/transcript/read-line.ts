// Reads one line of a labelled transcript: the time and the speaker's label with which it may begin.
import { trimCharacters } from '#shared/lib/text';
import { MAX_LABEL_LENGTH } from './label-strength.ts';
import { readBracketedClock, readClockAfterName, readLeadingClock } from './parse-clock.ts';
import type { ClockReading } from './parse-clock.ts';
import { isStageDirection } from './speaker-words.ts';

/**
 * How a label is marked: `bold` **Name** or *Name* with a colon, `bold-only` without, `colon` Name:, `timed` a name beside a time,
 * `bracket` [Name], `separator` Name, then a tab or a dash, `letter` Q. and A., `line` alone on its line, perhaps after a time.
 */
export type LabelForm = 'bold' | 'bold-only' | 'colon' | 'timed' | 'bracket' | 'separator' | 'letter' | 'line';

export interface LineLabel {
  form: LabelForm;
  label: string;
  /** What follows the label on the same line, trimmed. */
  text: string;
}

export interface LineReading {
  /** The line as it stands in the file, without white space at its end. */
  line: string;
  blank: boolean;
  startMs: number | null;
  endMs: number | null;
  /** The line begins with a time, before any label. */
  timed: boolean;
  /** That time stands in brackets, or alone on the line. */
  clearTime: boolean;
  /** What follows the time; the whole line where there is none. */
  afterTime: string;
  label: LineLabel | null;
}

const MARKER = /^[ \t]{0,12}(?:>{1,2}[ \t]{0,3}|(?:[-•–—]|\*(?!\*))[ \t]{1,4}|#{1,6}[ \t]{1,4})?/u;
const DASH_AFTER_TIME = /^[ \t]{0,4}(?:[-–—|:,][ \t]{1,4})?/u;
const NAME = String.raw`[^\n:：[\](){}<>*|\t]{1,${MAX_LABEL_LENGTH}}?`;
const REMARK = String.raw`(?:[ \t]{0,3}\([^()\n:：]{1,40}\))?`;

/** A colon ends a label when white space, the end or no digit and no slash follows it (10:30, https://). */
const COLON = String.raw`[ \t\u00a0\u202f]{0,3}(?::(?![\d/\\])|:(?=\\[[*])|：)`;
const BEFORE_COLON = new RegExp(String.raw`^(${NAME}${REMARK})${COLON}`, 'u');
const BOLD = /^(\*{1,3}|_{1,2})[ \t]{0,3}([^*\n]{1,100}?)[ \t]{0,3}\1/u;
const BRACKET = /^\\?\[([^[\]\n\\]{1,60})\\?\]/u;
const SEPARATOR = new RegExp(String.raw`^(${NAME})(?:\t{1,3}|[ \t]{1,3}[-–—][ \t]{1,3})(?=\S)`, 'u');
const LETTER = /^([QA])\.[ \t]{1,8}(?=\S)/u;
const NAME_ONLY = new RegExp(String.raw`^${NAME}${REMARK}$`, 'u');
const BEFORE_CLOCK = new RegExp(
  String.raw`^(${NAME}${REMARK})(?=[ \t]{1,8}(?:[-–|,@][ \t]|at[ \t])?[ \t]{0,3}\\?[[(]?\\{0,2}\d{1,3}:\d\d|\\?[[(]\\{0,2}\d{1,3}:\d\d)`,
  'u',
);

const BLANK: LineReading = {
  line: '',
  blank: true,
  startMs: null,
  endMs: null,
  timed: false,
  clearTime: false,
  afterTime: '',
  label: null,
};

/** Reads one line. Every expression is anchored and bounded, so that the time taken grows with the line only. */
export function readLine(raw: string): LineReading {
  const line = raw.trimEnd();
  // A lone ">" is the blank line of a quoted text.
  if (line === '' || line === '>') return BLANK;
  const start = MARKER.exec(line)?.[0].length ?? 0;
  const clock = readLeadingClock(line.slice(start, start + 80));
  const afterMark = start + (clock?.length ?? 0);
  const gap = clock === null ? 0 : (DASH_AFTER_TIME.exec(line.slice(afterMark, afterMark + 12))?.[0].length ?? 0);
  const rest = line.slice(afterMark + gap);
  const found = rest === '' ? null : findLabel(rest, clock !== null);
  return {
    line,
    blank: false,
    startMs: clock?.startMs ?? found?.clock?.startMs ?? null,
    endMs: clock?.endMs ?? found?.clock?.endMs ?? null,
    timed: clock !== null,
    clearTime: clock !== null && (clock.bracketed || rest === ''),
    afterTime: clock === null ? line : line.slice(afterMark).trimStart(),
    label: found === null ? null : { form: found.form, label: tidyLabel(found.label), text: found.text.trim() },
  };
}

interface FoundLabel {
  form: LabelForm;
  label: string;
  text: string;
  clock?: ClockReading | null;
}

function findLabel(rest: string, timed: boolean): FoundLabel | null {
  return findBold(rest) ?? findBracket(rest) ?? findColon(rest, timed) ?? findBesideClock(rest) ?? findPlain(rest);
}

function findBold(rest: string): FoundLabel | null {
  const match = BOLD.exec(rest);
  if (match === null) return null;
  const inner = splitClock((match[2] ?? '').trim());
  let text = rest.slice(match[0].length);
  let colon = /[:：]$/u.test(inner.label);
  let clock = inner.clock;
  if (!colon) {
    const after = clock === null ? readClockAfterName(text.slice(0, 60)) : null;
    if (after !== null) {
      clock = after;
      text = text.slice(after.length);
    }
    const mark = /^[ \t]{0,3}[:：]/u.exec(text);
    colon = mark !== null;
    if (mark !== null) text = text.slice(mark[0].length);
  }
  const label = inner.label.replace(/\s{0,3}[:：]$/u, '');
  if (label === '') return null;
  return withTextClock({ form: colon ? 'bold' : clock === null ? 'bold-only' : 'timed', label, text, clock });
}

function findBracket(rest: string): FoundLabel | null {
  const match = BRACKET.exec(rest);
  if (match === null) return null;
  const inner = splitClock((match[1] ?? '').trim());
  if (isStageDirection(inner.label) || inner.label === '') return null;
  const after = rest.slice(match[0].length);
  const text = after.replace(/^[ \t]{0,3}[:：]/u, '');
  const form = inner.clock !== null ? 'timed' : text === after ? 'bracket' : 'colon';
  return withTextClock({ form, label: inner.label, text, clock: inner.clock });
}

function findColon(rest: string, timed: boolean): FoundLabel | null {
  const match = BEFORE_COLON.exec(rest);
  if (match !== null) {
    return withTextClock({ form: timed ? 'timed' : 'colon', label: match[1] ?? '', text: rest.slice(match[0].length), clock: null });
  }
  const letter = LETTER.exec(rest);
  return letter === null ? null : { form: 'letter', label: letter[1] ?? '', text: rest.slice(letter[0].length) };
}

/** `Name  0:12`, `Name [00:01:02]: text`, `Name (00:03)`. */
function findBesideClock(rest: string): FoundLabel | null {
  const name = BEFORE_CLOCK.exec(rest);
  if (name === null) return null;
  const clock = readClockAfterName(rest.slice(name[0].length, name[0].length + 60));
  if (clock === null) return null;
  const after = rest.slice(name[0].length + clock.length);
  const text = after.replace(/^[ \t]{0,3}[:：]/u, '');
  // "We met at 10:30 in town": a bare time in the middle of a line is hardly a sign.
  const inside = !clock.bracketed && text.trim() !== '' && text === after && !/^(?:[ \t]{2}|\t)/u.test(rest.slice(name[0].length));
  return { form: inside ? 'separator' : 'timed', label: name[0], text, clock };
}

function findPlain(rest: string): FoundLabel | null {
  const short = rest.length <= MAX_LABEL_LENGTH && NAME_ONLY.test(rest.trim()) && !/[.,;?!]$/u.test(rest);
  if (short && !SEPARATOR.test(rest)) return { form: 'line', label: rest, text: '' };
  const separator = SEPARATOR.exec(rest);
  return separator === null ? null : { form: 'separator', label: separator[1] ?? '', text: rest.slice(separator[0].length) };
}

/** A time in brackets right after the label is the turn's own time. */
function withTextClock(found: FoundLabel): FoundLabel {
  if (found.clock != null) return found;
  const text = found.text.trimStart();
  const clock = readBracketedClock(text.slice(0, 80));
  return clock === null ? found : { ...found, clock, text: text.slice(clock.length) };
}

/** Takes a time off the beginning or the end of what stands in bold type or in brackets. */
function splitClock(content: string): { label: string; clock: ClockReading | null } {
  const leading = readLeadingClock(content);
  if (leading !== null) return { label: content.slice(leading.length).replace(/^[\s,;|–-]{0,4}/u, ''), clock: leading };
  const name = BEFORE_CLOCK.exec(content);
  if (name === null) return { label: content, clock: null };
  const clock = readClockAfterName(content.slice(name[0].length));
  const rest = clock === null ? '' : content.slice(name[0].length + clock.length).trim();
  if (clock === null || (rest !== '' && rest !== ':')) return { label: content, clock: null };
  return { label: name[0] + rest, clock };
}

/** The label as it stands, in NFC, with single spaces and without emphasis marks and escapes. */
function tidyLabel(label: string): string {
  const plain = label.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '').replace(/[\s\u00a0]+/gu, ' ');
  return trimCharacters(plain, /[*_ ]/u).normalize('NFC');
}
