// Finds speakers whose name stands alone on the line before their words.
import { labelStrength } from './label-strength.ts';
import type { LineReading } from './read-line.ts';
import { isUtterance, roleWordOf } from './speaker-words.ts';

interface Candidate {
  label: string;
  strength: number;
  timed: boolean;
  /** A line of text follows before the next candidate. */
  followed: boolean;
}

/**
 * Names on lines of their own, or null when the file is not written that way.
 * A candidate looks like a name, is no short answer ("Yeah"), and begins a paragraph (any line in a file without blank
 * lines). Accepted are candidates that come twice, if there are two of them and four places at least (two places are enough
 * with a time beside the name), most are followed by text, and they begin a fifth of the paragraphs; further candidates
 * join when they are roles, have a time as the others do, or when four fifths of the places where a name can
 * stand have one that repeats. Two or more names that come once are believed only if at least every second paragraph begins with a name,
 * text follows each, and one of them names a role.
 */
export function chooseOwnLineLabels(readings: readonly LineReading[]): ReadonlySet<string> | null {
  const { candidates, units, places } = collect(readings);
  const counts = new Map<string, number>();
  for (const { label } of candidates) counts.set(label, (counts.get(label) ?? 0) + 1);
  const repeated = candidates.filter((candidate) => (counts.get(candidate.label) ?? 0) >= 2);
  const distinct = new Set(repeated.map((candidate) => candidate.label));
  const timed = repeated.filter((candidate) => candidate.timed).length * 2 >= repeated.length;
  const enough = repeated.length >= (timed ? 2 : 4) && distinct.size >= (timed ? 1 : 2);
  if (enough && mostFollowed(repeated) && repeated.length >= units * 0.2 && distinct.size * 2 <= repeated.length) {
    const regular = repeated.length >= places * 0.8;
    for (const candidate of candidates) {
      if (candidate.followed && candidate.label.length > 1 && (candidate.strength === 3 || regular || (timed && candidate.timed)))
        distinct.add(candidate.label);
    }
    return distinct;
  }
  const believable = candidates.length >= 2 && candidates.length * 2 >= units && candidates.every((candidate) => candidate.followed);
  if (!believable || !candidates.some((candidate) => roleWordOf(candidate.label) !== null)) return null;
  return new Set(candidates.map((candidate) => candidate.label));
}

/** `units` are paragraphs, or lines where none is blank; `places` are those of them that do not stand right under a candidate. */
function collect(readings: readonly LineReading[]): { candidates: Candidate[]; units: number; places: number } {
  const lines = readings.filter((reading) => !reading.blank);
  const starts = readings.filter((reading, index) => !reading.blank && (readings[index - 1]?.blank ?? true)).length;
  const anyLine = starts <= 1;
  const candidates: Candidate[] = [];
  let previous: Candidate | null = null;
  let places = 0;
  for (const [index, reading] of readings.entries()) {
    if (reading.blank) continue;
    const { label } = reading;
    if (previous === null && (anyLine || (readings[index - 1]?.blank ?? true))) places += 1;
    const atStart = anyLine || reading.timed || (readings[index - 1]?.blank ?? true);
    const strength = atStart && label !== null && isAlone(reading) && !isUtterance(label.label) ? labelStrength(label.label) : 0;
    if (label === null || strength < 2) {
      // A line that is timed itself is no text under a name.
      if (previous !== null && !reading.timed) previous.followed = true;
      previous = null;
      continue;
    }
    previous = { label: label.label, strength, timed: reading.timed, followed: false };
    candidates.push(previous);
  }
  return { candidates, units: anyLine ? lines.length : starts, places };
}

function isAlone(reading: LineReading): boolean {
  const { label } = reading;
  return label !== null && label.text === '' && (label.form === 'line' || label.form === 'bold-only');
}

function mostFollowed(candidates: readonly Candidate[]): boolean {
  return candidates.filter((candidate) => candidate.followed).length >= candidates.length * 0.8;
}
