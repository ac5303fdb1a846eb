// Points of a signal from the rows of a table: dated values, or scores that become a Net Promoter Score for each month.
import { dayOf } from '#shared/domain/sources/story-day';
import { AppError } from '#shared/lib/app-error';
import type { SignalPoint } from '#shared/model/records/signal';

import { monthOf } from './days.ts';
import { netPromoterScore } from './nps.ts';

export const SIGNAL_COLUMNS = ['day', 'value', 'score'] as const;
export type SignalColumn = (typeof SIGNAL_COLUMNS)[number];
/** Numbers of the columns, from 0; null: none. Either values are given, or scores from 0 to 10. */
export type SignalColumns = Record<SignalColumn, number | null>;

/** Words by which a heading is known, the surest first. */
const HEADINGS: { readonly [C in SignalColumn]: readonly string[] } = {
  day: ['day', 'date', 'month', 'week', 'period', 'when', 'created', 'created at', 'submitted', 'timestamp'],
  value: ['value', 'nps', 'csat', 'ces', 'count', 'complaints', 'number', 'total', 'rate', 'average'],
  score: ['score', 'rating', 'answer', 'likelihood', 'likelihood to recommend'],
};

export interface SignalRows {
  points: SignalPoint[];
  /** Rows that could not be read, numbered from 1 below the heading. */
  errors: { row: number; error: string }[];
}

/** Guesses by heading. */
export function guessSignalColumns([heading = []]: readonly (readonly string[])[]): SignalColumns {
  const named = heading.map((cell) => cell.trim().toLowerCase().replaceAll('_', ' '));
  const find = (column: SignalColumn): number | null => HEADINGS[column].map((word) => named.indexOf(word)).find((at) => at >= 0) ?? null;
  return { day: find('day'), value: find('value'), score: find('score') };
}

/**
 * One point for each day from values, the last row of a day winning; one for each month from scores, on the first of the month.
 * @param table the heading first. @throws AppError('bad-input') when the columns for it are not named.
 */
export function signalPoints(table: readonly (readonly string[])[], { day, value, score }: SignalColumns): SignalRows {
  const column = value ?? score;
  if (day === null || column === null)
    throw new AppError(
      'bad-input',
      'A signal needs a column with days and one with values or with scores from 0 to 10. Say which they are.',
    );
  const errors: SignalRows['errors'] = [];
  const read: { on: string; value: number }[] = [];
  for (const [index, cells] of table.slice(1).entries()) {
    const [when, what] = [(cells[day] ?? '').trim(), (cells[column] ?? '').trim()];
    const on = dayOf(/^\d{4}-\d{2}$/.test(when) ? `${when}-01` : when);
    const figure = figureOf(what);
    const isScore = value === null;
    if (on === null) errors.push({ row: index + 1, error: `“${when.slice(0, 40)}” is no day. Write it as 2026-06-30.` });
    else if (figure === null) errors.push({ row: index + 1, error: `“${what.slice(0, 40)}” is no number.` });
    else if (isScore && (!Number.isInteger(figure) || figure < 0 || figure > 10))
      errors.push({ row: index + 1, error: `${figure} is no score: whole numbers from 0 to 10 are.` });
    else read.push({ on, value: figure });
  }
  return { points: value === null ? pointsOfScores(read) : pointsOfValues(read), errors };
}

function pointsOfValues(read: readonly { on: string; value: number }[]): SignalPoint[] {
  const byDay = new Map(read.map((point) => [point.on, { ...point, answers: null }]));
  return [...byDay.values()].sort((left, right) => (left.on < right.on ? -1 : 1));
}

function pointsOfScores(read: readonly { on: string; value: number }[]): SignalPoint[] {
  const months = Map.groupBy(read, ({ on }) => monthOf(on));
  return [...months]
    .map(([month, scores]) => {
      const found = netPromoterScore(scores.map((each) => each.value));
      return { on: `${month}-01`, value: found?.score ?? 0, answers: scores.length };
    })
    .sort((left, right) => (left.on < right.on ? -1 : 1));
}

/** A number with a point or a comma for its fraction, and a percent sign where one stands; else null. */
function figureOf(text: string): number | null {
  const plain = text.replace('%', '').trim();
  const dotted = plain.includes('.') ? plain : plain.replace(',', '.');
  const figure = dotted === '' ? Number.NaN : Number(dotted);
  return Number.isFinite(figure) && Math.abs(figure) <= 1e12 ? figure : null;
}
