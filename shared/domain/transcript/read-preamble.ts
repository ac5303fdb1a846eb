// Tells the title lines at the top of a transcript from speech without a speaker.
import type { LineReading } from './read-line.ts';
import { isNeverLabel } from './speaker-words.ts';

const LONGEST_TITLE = 120;

/**
 * Number of lines at the top that are fields of the document ("Date: 12 May", "Interviewer: Ana Smith") and no speech:
 * front matter between `---` lines, or a first paragraph of short lines in which some key is no speaker's label.
 * 0 when there is none. A field block never takes in the whole file.
 */
export function countFieldLines(readings: readonly LineReading[]): number {
  const first = readings.findIndex((reading) => !reading.blank);
  if (first === -1) return 0;
  if (readings[first]?.line === '---') {
    const close = readings.findIndex((reading, index) => index > first && /^(?:---|\.\.\.)$/u.test(reading.line));
    if (close > 0 && close < readings.length - 1) return close + 1;
  }
  let end = first;
  while (end < readings.length && readings[end]?.blank === false) end += 1;
  const block = readings.slice(first, end);
  if (end < readings.length) {
    const fields = block.some(isField) && block.every((reading) => reading.line.length <= LONGEST_TITLE);
    return fields ? end : 0;
  }
  const run = block.findIndex((reading) => !isField(reading));
  return run === -1 ? 0 : first + run;
}

function isField({ label }: LineReading): boolean {
  return label !== null && (label.form === 'colon' || label.form === 'bold') && isNeverLabel(label.label);
}

/**
 * Splits the lines before the first turn. Lines at the top that look like titles (at most 120 characters and no full stop,
 * question or exclamation mark at the end) are the heading; from the first other line on it is speech that nobody is named for.
 * `fields` lines at the top are heading in any case.
 */
export function splitPreamble(lines: readonly string[], fields: number): { heading: string[]; speech: string[] } {
  let end = Math.min(fields, lines.length);
  while (end < lines.length && looksLikeTitle(lines[end] ?? '')) end += 1;
  return { heading: lines.slice(0, end), speech: lines.slice(end) };
}

function looksLikeTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && !/[.?!…。？！]["'”’)\]*]{0,3}$/u.test(line);
}
