// Reads SubStation Alpha captions (.ssa, .ass): the dialogue lines of their [Events] section.
import type { ParsedCue } from './parsed-transcript.ts';

export interface AssCue extends ParsedCue {
  /** The Name (or Actor) field of the line, null when it is empty. */
  speaker: string | null;
}

export interface AssFile {
  cues: AssCue[];
  /** `Comment:` lines, which players do not show. */
  comments: number;
  /** `Dialogue:` lines whose times cannot be read. */
  brokenLines: number;
}

/** The fields of a line where the file names none ([V4+ Styles] files name them all). */
const USUAL_FIELDS = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];
const SECTION = /^\s{0,20}\[([^\]\n]{1,60})\]\s{0,20}$/u;
const LINE = /^\s{0,20}(Format|Dialogue|Comment)\s{0,4}:[ \t]{0,20}/iu;

/**
 * Reads the events of a SubStation file. The `Format:` line says in which order the fields stand; the last field is the text and may
 * hold commas. `\N` and `\n` break a line, `\h` is a space, `{…}` is styling and is dropped, drawings (`{\p1}`) are no words.
 * Lines keep the order of the file; times (hundredths of a second there) are milliseconds.
 * @param text LF line ends.
 */
export function parseAss(text: string): AssFile {
  const file: AssFile = { cues: [], comments: 0, brokenLines: 0 };
  let fields = USUAL_FIELDS;
  let inEvents = false;
  for (const line of text.split('\n')) {
    const section = SECTION.exec(line);
    if (section !== null) {
      inEvents = section[1]?.trim().toLowerCase() === 'events';
      continue;
    }
    const head = inEvents ? LINE.exec(line) : null;
    if (head === null) continue;
    const kind = head[1]?.toLowerCase();
    const rest = line.slice(head[0].length);
    if (kind === 'format') fields = readFields(rest);
    else if (kind === 'comment') file.comments += 1;
    else addCue(file, fields, rest);
  }
  return file;
}

function readFields(rest: string): string[] {
  const fields = rest.split(',').map((field) => field.trim().toLowerCase());
  return fields.includes('start') && fields.includes('end') && fields.at(-1) === 'text' ? fields : USUAL_FIELDS;
}

function addCue(file: AssFile, fields: readonly string[], rest: string): void {
  const values = splitFields(rest, fields.length);
  const valueOf = (...names: string[]): string => values[fields.findIndex((field) => names.includes(field))]?.trim() ?? '';
  const startMs = readAssTime(valueOf('start'));
  const endMs = readAssTime(valueOf('end'));
  if (startMs === null || endMs === null || values.length < fields.length) {
    file.brokenLines += 1;
    return;
  }
  const speaker = valueOf('name', 'actor').normalize('NFC').slice(0, 300).trim();
  file.cues.push({ id: null, startMs, endMs, text: readAssText(values.at(-1) ?? ''), speaker: speaker === '' ? null : speaker });
}

/** At most `count` fields; the last one takes the rest with its commas. */
function splitFields(rest: string, count: number): string[] {
  const values: string[] = [];
  let from = 0;
  while (values.length < count - 1) {
    const comma = rest.indexOf(',', from);
    if (comma === -1) break;
    values.push(rest.slice(from, comma));
    from = comma + 1;
  }
  values.push(rest.slice(from));
  return values;
}

/** Milliseconds of `0:01:02.34` (`h:mm:ss` with hundredths); null if it is no time. */
function readAssTime(value: string): number | null {
  const match = /^(\d{1,3}):(\d{1,2}):(\d{1,2})(?:[.:,](\d{1,3}))?$/u.exec(value);
  if (match === null || Number(match[2]) > 59 || Number(match[3]) > 59) return null;
  const fraction = Number((match[4] ?? '').padEnd(3, '0'));
  return Number(match[1]) * 3_600_000 + Number(match[2]) * 60_000 + Number(match[3]) * 1000 + fraction;
}

/** Words of a text field: without styling, without drawings, with line feeds. */
function readAssText(field: string): string {
  let text = '';
  let drawing = false;
  let position = 0;
  while (position < field.length) {
    const open = field.indexOf('{', position);
    const close = open === -1 ? -1 : field.indexOf('}', open);
    const words = field.slice(position, close === -1 ? field.length : open);
    if (!drawing) text += words;
    if (close === -1) break;
    const level = /\\p(\d)/u.exec(field.slice(open, Math.min(close, open + 400)));
    if (level !== null) drawing = level[1] !== '0';
    position = close + 1;
  }
  return text
    .replaceAll(/\\[Nn]/gu, '\n')
    .replaceAll('\\h', ' ')
    .trim();
}
