// Where each habit of listening stands today: to come, due, overdue, done or snoozed.
import { CADENCES, type RhythmItem } from '#shared/model/records/rhythm-item';

import { daysFrom, lastDueNumber, nthDueDay } from './days.ts';

export const RHYTHM_STATES = ['overdue', 'due', 'snoozed', 'done', 'to-come'] as const;
export type RhythmState = (typeof RHYTHM_STATES)[number];

export interface RhythmStanding {
  item: RhythmItem;
  state: RhythmState;
  /** The due day that counts now; the first one where it is still to come. */
  dueOn: string;
  /** The one after it. */
  nextDueOn: string;
  /** Days past the due day; 0 unless overdue. */
  daysOver: number;
  /** Due days so far, today's not yet counted unless done, and on how many of them it was kept. */
  asked: number;
  kept: number;
}

/**
 * A due day is kept when it is done on it or before the next one. It is due on the day itself, and overdue from the day after;
 * a snooze holds until its day, and doing it ends it.
 */
export function standingOf(item: RhythmItem, today: string): RhythmStanding {
  const nth = lastDueNumber(item.firstDueOn, item.cadence, today);
  const due = (number: number): string => nthDueDay(item.firstDueOn, item.cadence, number);
  if (nth < 0) return { item, state: 'to-come', dueOn: due(0), nextDueOn: due(1), daysOver: 0, asked: 0, kept: 0 };
  const keptNumbers = new Set(item.doneOn.filter((day) => day <= today).map((day) => lastDueNumber(item.firstDueOn, item.cadence, day)));
  keptNumbers.delete(-1);
  const done = keptNumbers.has(nth);
  const over = daysFrom(due(nth), today);
  const snoozed = item.snoozedUntil !== null && item.snoozedUntil > today;
  const state = done ? 'done' : snoozed ? 'snoozed' : over > 0 ? 'overdue' : 'due';
  return {
    item,
    state,
    dueOn: due(nth),
    nextDueOn: due(nth + 1),
    daysOver: state === 'overdue' ? over : 0,
    asked: nth + (done || over > 0 ? 1 : 0),
    kept: keptNumbers.size,
  };
}

/** The last due days up to today's, oldest first, and whether each was kept; the newest may still be kept. @param count at most so many. */
export function pastDueDays(item: RhythmItem, today: string, count: number): { dueOn: string; kept: boolean }[] {
  const last = lastDueNumber(item.firstDueOn, item.cadence, today);
  const kept = new Set(item.doneOn.filter((day) => day <= today).map((day) => lastDueNumber(item.firstDueOn, item.cadence, day)));
  const first = Math.max(0, last - count + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).map((number) => ({
    dueOn: nthDueDay(item.firstDueOn, item.cadence, number),
    kept: kept.has(number),
  }));
}

/** All habits by cadence, each in its order. */
export function rhythmBoard(items: Iterable<RhythmItem>, today: string): RhythmStanding[] {
  const place = (item: RhythmItem): number => CADENCES.indexOf(item.cadence);
  return [...items].sort((left, right) => place(left) - place(right) || left.order - right.order).map((item) => standingOf(item, today));
}
