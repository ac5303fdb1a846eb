// What is due on the rhythm board as entries of a calendar: today's, and the customer time that comes round in the next weeks.
import type { CalendarEvent } from '#shared/lib/icalendar';
import type { RhythmItem } from '#shared/model/records/rhythm-item';

import { addDays, lastDueNumber, nthDueDay } from './days.ts';
import { rhythmBoard, type RhythmStanding } from './rhythm-board.ts';
import { CADENCE_WORDS, standingInWords } from './rhythm-words.ts';

/** Days ahead that are written: three months. */
export const CALENDAR_DAYS = 92;
/** When a block of customer time begins, by the clock on the wall. */
const BLOCK_STARTS = 'T09:00:00';

/**
 * What is due or overdue stands on today, what is snoozed on the day its snooze ends; later due days follow. A habit with minutes is a block
 * from nine in the morning, one without takes the whole day. Written again, each entry takes the place of its earlier self.
 * @param shown under which names people appear in titles.
 */
export function dueEvents(items: Iterable<RhythmItem>, today: string, shown: (text: string) => string): CalendarEvent[] {
  const until = addDays(today, CALENDAR_DAYS);
  return rhythmBoard(items, today).flatMap((standing) => {
    const events = eventNow(standing, today, shown);
    const { item } = standing;
    const last = lastDueNumber(item.firstDueOn, item.cadence, today);
    for (let nth = last + 1; ; nth += 1) {
      const on = nthDueDay(item.firstDueOn, item.cadence, nth);
      if (on > until) return events;
      if (item.snoozedUntil === null || on >= item.snoozedUntil) events.push(eventOf(item, on, on, '', shown));
    }
  });
}

function eventNow(standing: RhythmStanding, today: string, shown: (text: string) => string): CalendarEvent[] {
  const { item, state, dueOn } = standing;
  const words = `${standingInWords(standing, today)}. `;
  if (state === 'due' || state === 'overdue') return [eventOf(item, dueOn, today, words, shown)];
  if (state === 'snoozed') return [eventOf(item, dueOn, item.snoozedUntil ?? today, words, shown)];
  return [];
}

function eventOf(item: RhythmItem, dueOn: string, on: string, words: string, shown: (text: string) => string): CalendarEvent {
  const owner = item.owner === '' ? '' : ` Owner: ${shown(item.owner)}.`;
  return {
    uid: `rhythm-${item.id}-${dueOn}@plumbline.invalid`,
    startsAt: item.minutes === null ? on : `${on}${BLOCK_STARTS}`,
    minutes: item.minutes ?? 0,
    summary: shown(item.title),
    description: `${words}${CADENCE_WORDS[item.cadence].name}.${owner}`,
    location: '',
  };
}
