// Which backups stay: by number and by time lived through; no clock, however it jumps, takes the newest ones away.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lifeAfter, type LifeMoment } from '#core/backups/life-clock';
import { type Ageing, backupsToRemove, DEFAULT_BOUNDS } from '#core/backups/retention';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

/** Lives through a list of wall-clock times, pruning after each backup as the app does. */
function live(times: readonly number[], bounds = DEFAULT_BOUNDS, reason: Ageing['reason'] = 'hourly'): Ageing[] {
  let kept: (Ageing & LifeMoment)[] = [];
  for (const [index, time] of times.entries()) {
    const at = new Date(time).toISOString();
    const backup = { name: `b${index}`, number: index + 1, at, lifeMs: lifeAfter(kept.at(-1) ?? null, at), reason };
    const all = [...kept, backup];
    const gone = new Set(backupsToRemove(all, bounds));
    kept = all.filter(({ name }) => !gone.has(name));
  }
  return kept;
}

const hours = (count: number, from = START): number[] => Array.from({ length: count }, (_, index) => from + index * HOUR);

describe('retention', () => {
  test('a hundred days of hourly work leave 24 hours, 14 days and 8 weeks', () => {
    const kept = live(hours(2400));
    const ages = kept.map(({ number }) => 2400 - number);
    expect(ages.filter((age) => age < 24)).toHaveLength(24);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8);
    // The last day and the last two weeks are among the others.
    expect(kept.length).toBeGreaterThanOrEqual(24 + 12 + 6);
    expect(Math.max(...ages)).toBeGreaterThan(7 * 24 * 6);
    expect(Math.max(...ages)).toBeLessThan(8 * 24 * 8);
  });

  test.each([
    ['ten years ahead and back', (at: number) => [...hours(30, at), at + 10 * 365 * 24 * HOUR, ...hours(5, at + 31 * HOUR)]],
    ['a year back', (at: number) => [...hours(30, at), ...hours(30, at - 365 * 24 * HOUR)]],
    ['standing still', (at: number) => Array.from({ length: 60 }, () => at)],
  ])('a clock that jumps (%s) takes away no day or week that it did not live through', (_name, jump) => {
    const before = live(hours(1200));
    const jumped = live([...hours(1200), ...jump(START + 1200 * HOUR)]);
    const older = (list: readonly Ageing[]): number[] => list.filter(({ number }) => number < 1200 - 48).map(({ number }) => number);
    // Two days and a half went by at most: at most three of the daily ones may have made room.
    expect(older(before).filter((number) => !older(jumped).includes(number)).length).toBeLessThanOrEqual(3);
  });

  test('whatever the clock says, the newest bounds.hourly stay and nothing made by hand goes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ jump: fc.integer({ min: -1e12, max: 1e12 }), hand: fc.boolean() }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 6 }),
        (steps, hourly) => {
          let time = START;
          let last: LifeMoment | null = null;
          const backups: (Ageing & LifeMoment)[] = steps.map(({ jump, hand }, index) => {
            time = Math.max(0, Math.min(8e15, time + jump));
            const at = new Date(time).toISOString();
            const lifeMs = lifeAfter(last, at);
            expect(lifeMs).toBeGreaterThanOrEqual(last?.lifeMs ?? 0);
            last = { at, lifeMs };
            return { name: `b${index}`, number: index, at, lifeMs, reason: hand ? 'by-hand' : 'hourly' };
          });
          const gone = new Set(backupsToRemove(backups, { hourly, daily: 2, weekly: 1 }));
          for (const { name } of backups.slice(-hourly)) expect(gone.has(name)).toBe(false);
          for (const { name, reason } of backups) if (reason === 'by-hand') expect(gone.has(name)).toBe(false);
        },
      ),
    );
  });
});
