// Due items in the calendar: blocks by the clock on the wall, whole days, snoozes, and what comes round.
import { expect, it } from 'vitest';

import { dueEvents } from '#shared/domain/rhythm/due-events';
import { pastDueDays } from '#shared/domain/rhythm/rhythm-board';
import { writeCalendar } from '#shared/lib/icalendar';
import type { RhythmItem } from '#shared/model/records/rhythm-item';

const TODAY = '2026-06-30';
const base = { id: 'h', title: 'Read, and listen', owner: 'Nora', order: 1, minutes: 60, doneOn: [], snoozedUntil: null } as const;
const monthly: RhythmItem = { ...base, cadence: 'monthly', firstDueOn: '2026-01-31', doneOn: ['2026-03-02'] };

const days = (item: RhythmItem): string[] => dueEvents([item], TODAY, (text) => text).map(({ startsAt }) => startsAt);

it('gives what is due now on today, then every due day of three months', () => {
  expect(days(monthly)).toEqual(['2026-06-30T09:00:00', '2026-07-31T09:00:00', '2026-08-31T09:00:00', '2026-09-30T09:00:00']);
  expect(days({ ...monthly, minutes: null, doneOn: ['2026-06-30'] })).toEqual(['2026-07-31', '2026-08-31', '2026-09-30']);
  expect(days({ ...monthly, snoozedUntil: '2026-08-10' })).toEqual(['2026-08-10T09:00:00', '2026-08-31T09:00:00', '2026-09-30T09:00:00']);
  expect(days({ ...monthly, firstDueOn: '2026-12-01' })).toEqual([]);
  expect(new Set(dueEvents([monthly], TODAY, (text) => text).map(({ uid }) => uid)).size).toBe(4);
});

it('writes blocks without a time zone and whole days as days', () => {
  const text = writeCalendar(
    dueEvents([monthly, { ...monthly, id: 'i', minutes: null }], TODAY, (words) => words.toLowerCase()),
    '2026-06-30T08:00:00.000Z',
  );
  expect(text).toContain('DTSTART:20260630T090000\r\nDURATION:PT60M\r\nSUMMARY:read\\, and listen\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20260731\r\nDURATION:P1D\r\n');
  expect(text).toContain('DESCRIPTION:Due today. Every month. Owner: nora.');
});

it('knows which due days were kept', () => {
  expect(pastDueDays(monthly, TODAY, 4)).toEqual([
    { dueOn: '2026-03-31', kept: false },
    { dueOn: '2026-04-30', kept: false },
    { dueOn: '2026-05-31', kept: false },
    { dueOn: '2026-06-30', kept: false },
  ]);
  expect(pastDueDays(monthly, '2026-03-20', 9)).toEqual([
    { dueOn: '2026-01-31', kept: false },
    { dueOn: '2026-02-28', kept: true },
  ]);
  expect(pastDueDays(monthly, '2026-01-30', 9)).toEqual([]);
});
