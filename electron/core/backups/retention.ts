// Which backups stay: the newest few, then one a day, then one a week; counted in their own order, not by what the clock says now.
import type { BackupReason } from './backup-manifest.ts';

export interface BackupBounds {
  /** Newest backups that stay, whatever their age. */
  hourly: number;
  /** Days of which the last backup stays. */
  daily: number;
  /** Weeks of which the last backup stays. */
  weekly: number;
}

/** trust.md D16. */
export const DEFAULT_BOUNDS: BackupBounds = { hourly: 24, daily: 14, weekly: 8 };

/** Backups made before a migration, a big import and the like that stay besides. */
const EVENTS_KEPT = 8;

export interface Ageing {
  name: string;
  /** Place in the order in which they were made. */
  number: number;
  /** Time lived through, of life-clock.ts (ms). */
  lifeMs: number;
  reason: BackupReason;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Names of the backups that are no longer needed. Backups made by hand stay until the person removes them.
 * Nothing here looks at the present time: a clock that jumps can make at most one backup more count as a day of its own.
 */
export function backupsToRemove(backups: readonly Ageing[], bounds: BackupBounds): string[] {
  const newestFirst = backups.toSorted((left, right) => right.number - left.number);
  const kept = new Set<Ageing>();
  const keep = (some: readonly Ageing[]): void => some.forEach((backup) => kept.add(backup));
  keep(newestFirst.slice(0, Math.max(1, bounds.hourly)));
  keep(lastOfEach(newestFirst, DAY_MS, bounds.daily));
  keep(lastOfEach(newestFirst, 7 * DAY_MS, bounds.weekly));
  keep(newestFirst.filter(({ reason }) => reason === 'by-hand'));
  keep(newestFirst.filter(({ reason }) => reason.startsWith('before-')).slice(0, EVENTS_KEPT));
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}

/** The newest backup of each of the latest `count` periods that have one. */
function lastOfEach(newestFirst: readonly Ageing[], periodMs: number, count: number): Ageing[] {
  const byPeriod = new Map<number, Ageing>();
  for (const backup of newestFirst) {
    const period = Math.floor(backup.lifeMs / periodMs);
    if (!byPeriod.has(period)) byPeriod.set(period, backup);
  }
  return [...byPeriod.values()].slice(0, count);
}
