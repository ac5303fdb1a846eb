// Finds out how a tool counted the positions in a text: line ends as one or two characters, with or without the mark at the start, in code points or units.
import { codePointsOf, countBelow } from './code-points.ts';

/** A way to count positions. */
export interface PositionReading {
  /** CR LF counted as two characters, or as one. */
  lineEnds: 'two' | 'one';
  /** The byte order mark at the start counted as a character. */
  mark: boolean;
  unit: 'code points' | 'utf-16';
}

export interface ReadPositions {
  /** The text with LF line ends and without a byte order mark. */
  text: string;
  reading: PositionReading;
  /** True when the text gives more than one reading, so that one had to be chosen. */
  chosen: boolean;
  /** UTF-16 place in `text` of a position of the file; null beyond the end. */
  place(position: number): number | null;
}

interface NamedRange {
  start: number;
  end: number;
  /** Often the words themselves. */
  name: string;
  description: string;
}

/**
 * Reads the positions of a text in the way that fits best: most selections inside of the text, beginning and ending between words, and holding
 * the words that their names give. The standard's own way (code points of the file as it lies there) is left only for one that fits clearly better:
 * by half a point a selection, and by five points at least.
 * @param raw the decoded file, line ends and mark as they are.
 */
export function choosePositions(raw: string, selections: readonly NamedRange[]): ReadPositions {
  const mark = raw.startsWith('\ufeff');
  const file = mark ? raw.slice(1) : raw;
  const text = file.replace(/\r\n?/g, '\n');
  const readings = readingsOf(file, mark);
  let best: ReadPositions | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const reading of readings) {
    const place = placer(file, text, reading);
    const score = readings.length === 1 ? 0 : selections.reduce((sum, selection) => sum + fitOf(text, place, selection), 0);
    if (best === null || score >= highest + Math.max(5, selections.length / 2)) {
      best = { text, reading, chosen: readings.length > 1 && selections.length > 0, place };
      highest = score;
    }
  }
  return best ?? { text, reading: { lineEnds: 'two', mark: false, unit: 'code points' }, chosen: false, place: () => null };
}

function readingsOf(file: string, mark: boolean): PositionReading[] {
  const lineEnds: PositionReading['lineEnds'][] = file.includes('\r\n') ? ['two', 'one'] : ['two'];
  const units: PositionReading['unit'][] = /[\ud800-\udbff][\udc00-\udfff]/.test(file) ? ['code points', 'utf-16'] : ['code points'];
  const marks = mark ? [false, true] : [false];
  return units.flatMap((unit) => lineEnds.flatMap((ends) => marks.map((counted) => ({ lineEnds: ends, mark: counted, unit }))));
}

function placer(file: string, text: string, reading: PositionReading): (position: number) => number | null {
  const counted = reading.lineEnds === 'two' ? file : text;
  const points = codePointsOf(counted);
  const length = reading.unit === 'utf-16' ? counted.length : points.length;
  /** Places of the CR of each CR LF in the file: each makes what follows one shorter. */
  const pairs = reading.lineEnds === 'two' ? pairsOf(file) : [];
  return (position) => {
    const own = reading.mark ? position - 1 : position;
    if (own > length) return null;
    const unit = reading.unit === 'utf-16' ? Math.max(0, own) : points.toUnits(own);
    return unit - countBelow(pairs.length, (index) => pairs[index] ?? 0, unit);
  };
}

function pairsOf(file: string): number[] {
  const pairs: number[] = [];
  for (let at = file.indexOf('\r\n'); at !== -1; at = file.indexOf('\r\n', at + 2)) pairs.push(at);
  return pairs;
}

const NAME_LENGTH = 24;
const WORD = /[\p{L}\p{N}]/u;

function fitOf(text: string, place: (position: number) => number | null, selection: NamedRange): number {
  const start = place(selection.start);
  const end = place(selection.end);
  if (start === null || end === null) return -10;
  if (start === end) return 0;
  let fit = (isBoundary(text, start) ? 1 : 0) + (isBoundary(text, end) ? 1 : 0);
  const words = folded(text.slice(start, end));
  if (words.length !== text.slice(start, end).replace(/\s+/g, ' ').length) fit -= 0.5;
  for (const name of [selection.name, selection.description]) {
    const wanted = folded(name).slice(0, NAME_LENGTH);
    if (wanted.length > 2 && words.startsWith(wanted.replace(/(?:…|\.\.\.)$/, ''))) fit += 5;
  }
  return fit;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

function isBoundary(text: string, place: number): boolean {
  return !WORD.test(text.charAt(place - 1)) || !WORD.test(text.charAt(place));
}

/** The reading as half a sentence: “line ends counted as two characters”. Empty for the standard's own way. */
export function describeReading(reading: PositionReading, text: 'with CR LF' | 'plain'): string {
  const parts = [
    ...(text === 'with CR LF'
      ? [`line ends counted as ${reading.lineEnds} ${reading.lineEnds === 'one' ? 'character' : 'characters'}`]
      : []),
    ...(reading.mark ? ['the mark at the start counted as a character'] : []),
    ...(reading.unit === 'utf-16' ? ['rare characters counted as two'] : []),
  ];
  return parts.join(', ');
}
