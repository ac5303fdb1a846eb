// The rhythm: days, the log, the last genuine conversation, hours, goals, and what is due.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { addDays, addMonths, dayNumber, lastDueNumber, nthDueDay } from '#shared/domain/rhythm/days';
import { exposureHours } from '#shared/domain/rhythm/exposure';
import { goalProgress, whoListened } from '#shared/domain/rhythm/goal-progress';
import { lastGenuine } from '#shared/domain/rhythm/last-genuine';
import { standingOf } from '#shared/domain/rhythm/rhythm-board';
import { CADENCES, type RhythmItem } from '#shared/model/records/rhythm-item';
import { buildStudy, type StudyBuilder } from '#test/builders/study-builder';

const TODAY = '2026-06-30';

const item = (fields: Partial<RhythmItem>): RhythmItem => ({
  id: 'habit',
  title: 'Read complaints',
  cadence: 'monthly',
  owner: '',
  firstDueOn: '2026-01-31',
  minutes: null,
  doneOn: [],
  snoozedUntil: null,
  order: 1,
  ...fields,
});

function log(study: StudyBuilder, heldOn: string, kind: 'visit' | 'survey' | 'sales-call', minutes: number | null, ...names: string[]) {
  study.edit('logConversation', { heldOn, kind, minutes, people: names.map((name) => ({ name })) });
}

describe('days', () => {
  it('count as the calendar does', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('are as many later as was said, as the platform counts them too', () => {
    const day = fc.integer({ min: -100_000, max: 100_000 }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        const later = addDays(from, count);
        expect(later).toBe(new Date((dayNumber(from) + count) * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('the last due day is not after today, and the next one is', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((number) => addDays('2000-01-01', number));
    fc.assert(
      fc.property(day, day, fc.constantFrom(...CADENCES), (first, today, cadence) => {
        const nth = lastDueNumber(first, cadence, today);
        if (nth >= 0) expect(nthDueDay(first, cadence, nth) <= today).toBe(true);
        expect(nthDueDay(first, cadence, nth + 1) > today).toBe(true);
      }),
    );
  });
});

describe('the log', () => {
  it('has interviews by itself, each once, and no stories that were sent in', () => {
    const study = buildStudy();
    const turns: [string, string][] = [['Rosa', 'Tell me.']];
    const source = study.source({ heldOn: '2026-06-20', minutes: 45, speakers: { Rosa: 'interviewer' }, turns });
    study.source({ kind: 'complaint', turns });
    study.source({ heldOn: null, turns });
    expect(conversationLog(study.state, TODAY)).toMatchObject([{ kind: 'interview', minutes: 45, people: [{ name: 'Rosa' }] }]);
    study.edit('logConversation', { heldOn: '2026-06-20', kind: 'interview', sourceId: source, people: [{ name: 'Imre' }] });
    expect(conversationLog(study.state, TODAY)).toMatchObject([{ sourceId: source, minutes: 45, people: [{ name: 'Imre' }] }]);
    const again = { heldOn: '2026-06-21', kind: 'interview' as const, sourceId: source, people: [{ name: 'Ada' }] };
    expect(() => study.edit('logConversation', again)).toThrow('already');
    study.edit('removeSources', { sourceIds: [source] });
    expect(conversationLog(study.state, TODAY)).toMatchObject([{ sourceId: null, minutes: null }]);
  });

  it('surveys, sales calls and days to come do not count as the last genuine conversation', () => {
    const study = buildStudy();
    const departmentId = study.department('Sales');
    const other = study.department('Marketing');
    study.edit('setGoal', { person: 'Nora', role: 'Head of Sales', departmentId });
    study.edit('setGoal', { person: 'Ada', role: 'Engineer' });
    log(study, '2026-06-01', 'visit', 60, 'nora ');
    log(study, '2026-06-28', 'sales-call', 60, 'Nora');
    log(study, '2026-06-29', 'survey', 60, 'Nora');
    log(study, '2026-07-01', 'visit', 60, 'Nora');
    const found = lastGenuine(study.state, conversationLog(study.state, TODAY), TODAY);
    expect(found.all).toEqual({ on: '2026-06-01', days: 29 });
    expect(found.people).toEqual([
      { name: 'Ada', on: null, days: null },
      { name: 'Nora', on: '2026-06-01', days: 29 },
    ]);
    expect(found.roles.map(({ name, days }) => [name, days])).toEqual([
      ['Engineer', null],
      ['Head of Sales', 29],
    ]);
    expect(found.departments).toEqual([
      { departmentId: other, name: 'Marketing', on: null, days: null },
      { departmentId, name: 'Sales', on: '2026-06-01', days: 29 },
    ]);
  });

  it('hours are of the 42 days that end today', () => {
    const study = buildStudy();
    log(study, '2026-05-20', 'visit', 90, 'Ada');
    log(study, '2026-05-19', 'visit', 600, 'Ada');
    log(study, '2026-06-30', 'visit', 30, 'Ada', 'Nora');
    log(study, '2026-06-29', 'visit', null, 'Nora');
    log(study, '2026-06-29', 'sales-call', 600, 'Nora');
    expect(exposureHours(conversationLog(study.state, TODAY), TODAY, ['Imre'])).toEqual([
      { name: 'Imre', hours: 0, conversations: 0, withoutLength: 0, enough: false },
      { name: 'Nora', hours: 0.5, conversations: 2, withoutLength: 1, enough: false },
      { name: 'Ada', hours: 2, conversations: 2, withoutLength: 0, enough: true },
    ]);
  });

  it('goals count the month; setting one again changes it; leaders have their share', () => {
    const study = buildStudy();
    study.edit('setGoal', { person: 'Ada' });
    study.edit('setGoal', { person: 'ADA', role: 'CEO' });
    log(study, '2026-06-02', 'visit', 30, 'Ada');
    log(study, '2026-05-31', 'visit', 30, 'Ada');
    const people = [{ name: 'Ada', listener: 'leader' as const }, { name: 'Imre' }];
    study.edit('logConversation', { heldOn: TODAY, kind: 'visit', people });
    const entries = conversationLog(study.state, TODAY);
    const goals = study.state.all('goals').values();
    expect(goalProgress(goals, entries, TODAY)).toMatchObject([
      { goal: { person: 'Ada', role: 'CEO', perMonth: 2 }, had: 2, reached: true },
    ]);
    expect(whoListened(entries)).toEqual({ conversations: 3, withLeader: 1, leaderShare: 1 / 3, by: { leader: 1, team: 3, outside: 0 } });
    expect(whoListened([]).leaderShare).toBeNull();
  });
});

describe('a habit', () => {
  it.each([
    ['before its first day', item({ firstDueOn: '2026-07-01' }), 'to-come', '2026-07-01', 0],
    ['on its day', item({ cadence: 'weekly', firstDueOn: '2026-06-02' }), 'due', '2026-06-30', 0],
    ['a day later', item({ cadence: 'weekly', firstDueOn: '2026-06-01' }), 'overdue', '2026-06-29', 1],
    ['done late', item({ firstDueOn: '2026-06-10', doneOn: ['2026-06-25'] }), 'done', '2026-06-10', 0],
    ['done for the time before', item({ firstDueOn: '2026-05-10', doneOn: ['2026-06-09'] }), 'overdue', '2026-06-10', 20],
    ['done on a day to come', item({ firstDueOn: '2026-06-10', doneOn: ['2026-07-01'] }), 'overdue', '2026-06-10', 20],
    ['snoozed', item({ firstDueOn: '2026-06-10', snoozedUntil: '2026-07-01' }), 'snoozed', '2026-06-10', 0],
    ['snoozed until today', item({ firstDueOn: '2026-06-10', snoozedUntil: TODAY }), 'overdue', '2026-06-10', 20],
    ['on the last of a short month', item({ firstDueOn: '2026-01-31' }), 'due', '2026-06-30', 0],
    ['of the year', item({ cadence: 'annual', firstDueOn: '2024-07-01' }), 'overdue', '2025-07-01', 364],
  ] as const)('%s', (_, habit, state, dueOn, daysOver) => {
    expect(standingOf(habit, TODAY)).toMatchObject({ state, dueOn, daysOver });
  });

  it('is kept as often as it was done for a due day, not as often as it was done', () => {
    const doneOn = ['2026-04-01', '2026-04-02', '2026-06-01'];
    expect(standingOf(item({ firstDueOn: '2026-03-15', doneOn }), TODAY)).toMatchObject({ asked: 4, kept: 2 });
  });
});
