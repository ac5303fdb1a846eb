// Guesses what the columns of a table are: turns of a talk, or answers of respondents.
import type { RespondentColumns, TableColumns, TableRowKind, TurnColumns } from '#shared/model/table';

import { isAnyHeading, isFigure, isHeading, readCellTime } from './column-words.ts';

/** Rows that are looked at. */
const SAMPLE_ROWS = 300;
/** From this many characters on average, values are somebody's words. */
const SENTENCE_LENGTH = 24;

/** Tables of talk are narrow; those of people are wide. */
const MOST_TURN_COLUMNS = 6;

/** Different names through rows: at most this where two columns or the headings speak for a talk, and without that. */
const COMES_AGAIN = 0.8;
const OFTEN_AGAIN = 0.5;

interface ColumnFacts {
  index: number;
  heading: string;
  filled: number;
  /** Different values through filled ones. */
  variety: number;
  /** Average length in UTF-16 units. */
  length: number;
  /** Values are times of a recording: of its form, never going back much. */
  timed: boolean;
  figures: number;
}

/**
 * Whether the first row holds headings: every cell of it has something, nothing twice, no figures, and either a usual heading stands
 * there, or none of its values comes again in its own column while there are rows below.
 */
export function hasHeading(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows.slice(0, SAMPLE_ROWS);
  const cells = first.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (rest.length === 0 || cells.length === 0 || cells.length * 2 < first.length) return false;
  if (new Set(cells).size < cells.length || cells.some((cell) => isFigure(cell) || cell.length > 300)) return false;
  if (cells.some(isAnyHeading)) return true;
  if (cells.length === 1) return false;
  return first.every((cell, index) => cell.trim() === '' || rest.every((row) => (row[index] ?? '').trim() !== cell.trim()));
}

/** The likeliest reading of the rows (without headings). `kind` is a person's choice of what a row is. */
export function guessColumns(headings: readonly string[], rows: readonly (readonly string[])[], kind?: TableRowKind): TableColumns {
  const facts = headings.map((heading, index) => factsOf(heading, index, rows));
  const turns = guessTurns(facts);
  if (kind === 'turns') return turns;
  if (kind === 'respondents') return guessRespondents(facts);
  return looksLikeTurns(facts, turns) ? turns : guessRespondents(facts);
}

/** A talk has times, or speakers that come again and again beside one column of words. */
function looksLikeTurns(facts: readonly ColumnFacts[], { speaker, text, start }: TurnColumns): boolean {
  if (facts.length === 1) return true;
  if (facts.some((column) => column.index !== text && column.length >= SENTENCE_LENGTH && column.index !== speaker)) return false;
  const voices = speaker === null ? null : facts[speaker];
  if (start !== null || voices === undefined || voices === null) return start !== null;
  const headed = isHeading('speaker', voices.heading);
  if (facts.length === 2 || (headed && isHeading('text', facts[text]?.heading ?? ''))) return voices.variety <= COMES_AGAIN;
  return voices.variety <= OFTEN_AGAIN && (headed || facts.length <= MOST_TURN_COLUMNS);
}

function guessTurns(facts: readonly ColumnFacts[]): TurnColumns {
  const longest = facts.toSorted((left, right) => right.length - left.length)[0];
  const texts = facts.filter((column) => isHeading('text', column.heading));
  const text = texts.toSorted((left, right) => right.length - left.length)[0] ?? longest;
  const others = facts.filter((column) => column !== text);
  const timed = others.filter((column) => column.timed);
  const start =
    timed.find((column) => isHeading('start', column.heading)) ?? timed.find((column) => !isHeading('end', column.heading)) ?? null;
  const end = timed.find((column) => column !== start && isHeading('end', column.heading)) ?? null;
  const names = others.filter((column) => column !== start && column !== end && column.figures < 0.5);
  const speaker =
    names.find((column) => isHeading('speaker', column.heading) && column.length <= 60) ??
    names.find(
      ({ filled, variety, length }) =>
        filled > 1 && variety <= (facts.length === 2 ? COMES_AGAIN : OFTEN_AGAIN) && length <= 40 && length < (text?.length ?? 0),
    ) ??
    null;
  return { rows: 'turns', speaker: speaker?.index ?? null, text: text?.index ?? 0, start: start?.index ?? null, end: end?.index ?? null };
}

function guessRespondents(facts: readonly ColumnFacts[]): RespondentColumns {
  const short = facts.filter((column) => column.length < 60 && column.filled > 0);
  const headed = short.filter((column) => isHeading('name', column.heading) && column.variety > 0.5);
  const name =
    headed.find((column) => column.variety === 1) ?? headed[0] ?? short.find((column) => column.index === 0 && mayName(column)) ?? null;
  const rest = facts.filter((column) => column !== name && column.filled > 0);
  const questions = rest.filter(
    (column) =>
      column.figures < 0.8 &&
      (column.length >= SENTENCE_LENGTH || (/[?？؟]\s*$/u.test(column.heading) && column.length > 3)) &&
      !isHeading('fact', column.heading),
  );
  const longest = rest.toSorted((left, right) => right.length - left.length)[0];
  const chosen = questions.length > 0 ? questions : longest === undefined ? [] : [longest];
  return { rows: 'respondents', name: name?.index ?? null, questions: chosen.map((column) => column.index) };
}

/** Nearly all values are times, and nearly none is before the one above it. */
function areRising(values: readonly string[], heading: string): boolean {
  const times = values.map((value) => readCellTime(value, heading)).filter((time) => time !== null);
  const back = times.filter((time, at) => time < (times[at - 1] ?? 0)).length;
  return values.length > 0 && times.length > values.length * 0.8 && back <= values.length * 0.05;
}

/** A first column of short values that are all different names its rows, unless they are times or figures. */
function mayName({ heading, filled, variety, length, figures }: ColumnFacts): boolean {
  return filled > 1 && variety === 1 && length < SENTENCE_LENGTH && figures < 0.5 && !isHeading('fact', heading);
}

function factsOf(heading: string, index: number, rows: readonly (readonly string[])[]): ColumnFacts {
  const values = rows
    .slice(0, SAMPLE_ROWS)
    .map((row) => (row[index] ?? '').trim())
    .filter((value) => value !== '');
  const share = (holds: (value: string) => boolean): number => (values.length === 0 ? 0 : values.filter(holds).length / values.length);
  return {
    index,
    heading,
    filled: values.length,
    variety: values.length === 0 ? 0 : new Set(values).size / values.length,
    length: values.length === 0 ? 0 : values.reduce((sum, value) => sum + value.length, 0) / values.length,
    timed:
      share((value) => value.includes(':') || isHeading('start', heading) || isHeading('end', heading)) > 0.8 && areRising(values, heading),
    figures: share(isFigure),
  };
}
