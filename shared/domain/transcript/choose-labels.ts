// Decides which of the labels that lines begin with are speakers, and whether times alone begin turns.
import { labelStrength } from './label-strength.ts';
import type { LabelStrength } from './label-strength.ts';
import type { LabelForm, LineLabel, LineReading } from './read-line.ts';
import { chooseOwnLineLabels } from './choose-own-line-labels.ts';
import { isNeverLabel } from './speaker-words.ts';

export interface LabelChoice {
  /** Accepted labels. Empty when nobody is named. */
  labels: ReadonlySet<string>;
  /** Forms in which an accepted label begins a turn. */
  forms: ReadonlySet<LabelForm>;
  /** A line with a time and without a label begins a turn of its own. */
  timedTurns: boolean;
  /** No label came twice: the choice rests on consistency alone. */
  onlyOnce: boolean;
}

interface Tally {
  strength: LabelStrength;
  count: number;
  bold: number;
  timed: number;
}

/** Labels must begin at least this share of the paragraphs, so that a few odd colons in prose are no speakers. */
const LEAST_COVERAGE = 0.05;
/** More names than this are no speakers but the terms of a list. */
export const MOST_SPEAKERS = 500;
/** From this share of labelled paragraphs on, a label that comes once is believed as well. */
const CONSISTENT_COVERAGE = 0.8;

/**
 * The rule. A label is a speaker when it looks like a name (labelStrength) and repeats: twice, or three times for a single
 * word in lower case; `[Name]` and `Name<tab>` must also begin half of the paragraphs, unless the label is a role or an
 * identifier. Without any repetition, labels are believed when they begin four fifths of the paragraphs. Once speakers
 * are known, labels that come once join them if they are roles, numbered like a known one ("Interviewer 2"), written in
 * the bold type that the file uses for its labels, or as regular as the rest. A lone label that is no role and begins less
 * than three tenths of the paragraphs is none. Names alone on a line count only when no
 * other form is found.
 */
export function chooseLabels(readings: readonly LineReading[]): LabelChoice {
  const units = countParagraphs(readings);
  const tallies = tally(readings, units);
  let labels = new Set<string>();
  for (const [label, entry] of tallies) if (repeats(entry)) labels.add(label);
  const timedLines = readings.filter((reading) => reading.timed).length;
  const known = sum(pick(tallies, labels));
  if (known < units * LEAST_COVERAGE && timedLines < units / 2) labels = new Set();
  const onlyOnce = labels.size === 0;
  if (onlyOnce) labels = consistentLabels(tallies, units);
  else addCompanions(labels, tallies, coverageOf(readings, tallies, labels));
  if (isLoneField(labels, tallies, units) || labels.size > MOST_SPEAKERS) labels = new Set();
  if (labels.size === 0) {
    const own = chooseOwnLineLabels(readings);
    if (own !== null)
      return { labels: own, forms: new Set(['line', 'bold-only', 'timed', 'colon', 'bold']), timedTurns: false, onlyOnce: false };
    return { labels, forms: new Set(), timedTurns: timesBeginTurns(readings), onlyOnce: false };
  }
  const forms = new Set<LabelForm>(['bold', 'bold-only', 'colon', 'timed', 'bracket', 'separator', 'letter']);
  return { labels, forms, timedTurns: timedLines > 0 && !labelsCarryOver(readings, labels), onlyOnce };
}

/** Whether this line begins a turn under the choice. */
export function beginsTurn(reading: LineReading, choice: LabelChoice): reading is LineReading & { label: LineLabel } {
  const { label } = reading;
  return label !== null && choice.labels.has(label.label) && choice.forms.has(label.form);
}

/**
 * Whether a stretch without a label belongs to the speaker before it. In transcripts that name a speaker at each change it
 * does; where the same name is repeated line after line, or hardly any line has one, it does not.
 */
export function carriesOver(labels: readonly (string | null)[]): boolean {
  const named = labels.filter((label) => label !== null).length;
  const repeated = labels.filter((label, index) => label !== null && label === labels[index - 1]).length;
  return named >= labels.length * 0.15 && repeated < named * 0.3;
}

function labelsCarryOver(readings: readonly LineReading[], labels: ReadonlySet<string>): boolean {
  const sequence: (string | null)[] = [];
  for (const { label, timed } of readings) {
    const named = label !== null && labels.has(label.label);
    if (named || timed) sequence.push(named ? label.label : null);
  }
  return carriesOver(sequence);
}

/** Paragraphs of the file; its lines where no line is blank. */
export function countParagraphs(readings: readonly LineReading[]): number {
  let lines = 0;
  let starts = 0;
  for (const [index, reading] of readings.entries()) {
    if (reading.blank) continue;
    lines += 1;
    if (readings[index - 1]?.blank ?? true) starts += 1;
  }
  return Math.max(1, starts * 3 > lines ? starts : lines);
}

function tally(readings: readonly LineReading[], units: number): Map<string, Tally> {
  const share = (form: LabelForm): number => readings.filter((reading) => reading.label?.form === form).length / units;
  const brackets = share('bracket') >= 0.5;
  const separators = share('separator') >= 0.5;
  const letters = new Set(readings.map(({ label }) => (label?.form === 'letter' ? label.label : null)));
  const tallies = new Map<string, Tally>();
  for (const { label } of readings) {
    if (label === null || label.form === 'line' || label.form === 'bold-only') continue;
    const strength = strengthOf(label);
    if (strength === 0) continue;
    if (label.form === 'bracket' && !brackets && strength < 3) continue;
    if (label.form === 'separator' && (!separators || strength < 2)) continue;
    if (label.form === 'letter' && !(letters.has('Q') && letters.has('A'))) continue;
    const entry = tallies.get(label.label) ?? { strength, count: 0, bold: 0, timed: 0 };
    entry.count += 1;
    if (label.form === 'bold') entry.bold += 1;
    if (label.form === 'timed') entry.timed += 1;
    tallies.set(label.label, entry);
  }
  return tallies;
}

/** Bold type marks a label by itself, so that its shape matters less. */
function strengthOf(label: LineLabel): LabelStrength {
  const strength = labelStrength(label.label);
  return strength === 0 && label.form === 'bold' && !isNeverLabel(label.label) ? 1 : strength;
}

function repeats({ strength, count, bold, timed }: Tally): boolean {
  return count >= 3 || (count === 2 && (strength >= 2 || bold + timed > 0));
}

function consistentLabels(tallies: ReadonlyMap<string, Tally>, units: number): Set<string> {
  const likely = [...tallies].filter(([, entry]) => entry.strength >= 2);
  const heads = sum(likely.map(([, entry]) => entry));
  const role = likely.some(([, entry]) => entry.strength === 3);
  const enough = heads >= 2 || (heads === 1 && role);
  return new Set(enough && heads >= units * CONSISTENT_COVERAGE ? likely.map(([label]) => label) : []);
}

function addCompanions(labels: Set<string>, tallies: ReadonlyMap<string, Tally>, coverage: number): void {
  const accepted = pick(tallies, labels);
  const total = sum(accepted);
  const bold = accepted.reduce((all, entry) => all + entry.bold, 0) * 2 >= total;
  const timed = accepted.reduce((all, entry) => all + entry.timed, 0) * 2 >= total;
  const stems = new Set([...labels].map(stem));
  const longNames = [...labels].filter((label) => label.includes(' ')).length * 2 >= labels.size;
  for (const [label, entry] of tallies) {
    const likely = entry.strength >= 2;
    const regular =
      coverage >= CONSISTENT_COVERAGE ? likely || entry.count >= 2 : coverage >= 0.5 && likely && longNames && /^\S+ \S+$/u.test(label);
    const alike = entry.strength === 3 || stems.has(stem(label)) || (bold && entry.bold > 0) || (timed && likely && entry.timed > 0);
    if (alike || regular) labels.add(label);
  }
}

/** A single label that is no role and begins hardly any paragraph is a heading of the text ("Requirements:"). */
function isLoneField(labels: ReadonlySet<string>, tallies: ReadonlyMap<string, Tally>, units: number): boolean {
  const [entry, second] = pick(tallies, labels);
  return entry !== undefined && second === undefined && entry.strength < 3 && entry.bold + entry.timed === 0 && entry.count < units * 0.3;
}

/**
 * Share of the paragraphs that begin with a possible label, from the first known speaker on. A label and the words on the
 * line after it are one paragraph; times alone on a line are none.
 */
function coverageOf(readings: readonly LineReading[], tallies: ReadonlyMap<string, Tally>, labels: ReadonlySet<string>): number {
  const first = readings.findIndex(({ label }) => label !== null && labels.has(label.label));
  const units: LineReading[] = [];
  let heads = 0;
  let awaitsText = false;
  for (const reading of readings.slice(first)) {
    const { label } = reading;
    const head = label !== null && label.form !== 'line' && tallies.has(label.label);
    if (head) heads += 1;
    if (reading.blank || head || !(awaitsText || (reading.timed && reading.afterTime === ''))) units.push(reading);
    if (!reading.blank) awaitsText = head && label.text === '';
  }
  return heads / countParagraphs(units);
}

/** "Interviewer 2" and "Interviewer1" share the stem "interviewer". */
function stem(label: string): string {
  return label.toLowerCase().replace(/[\s\d_#.-]+/gu, '');
}

/** Times begin turns when they run forward and stand in brackets or alone, or begin half of the lines. */
function timesBeginTurns(readings: readonly LineReading[]): boolean {
  const lines = readings.filter((reading) => !reading.blank).length;
  const timed = readings.filter((reading) => reading.timed);
  const clear = timed.filter((reading) => reading.clearTime).length;
  const forward = timed.filter((reading, index) => (reading.startMs ?? 0) >= (timed[index - 1]?.startMs ?? 0)).length;
  if (timed.length < 2 || forward < timed.length * 0.8) return false;
  return clear * 2 >= timed.length || (timed.length >= 3 && timed.length * 2 >= lines);
}

function pick(tallies: ReadonlyMap<string, Tally>, labels: ReadonlySet<string>): Tally[] {
  return [...tallies].filter(([label]) => labels.has(label)).map(([, entry]) => entry);
}

function sum(tallies: Iterable<Tally>): number {
  let total = 0;
  for (const entry of tallies) total += entry.count;
  return total;
}
