// Exposure hours: the time that those who decide spend with customers, over the last six weeks.
import type { LogEntry } from './conversation-log.ts';
import { addDays } from './days.ts';
import { nameKey } from './name-key.ts';

/** Days that are looked at, today included: six weeks. */
export const EXPOSURE_DAYS = 42;
/** Hours in that time that each should reach: two every six weeks (Jared Spool, “Fast Path to a Great UX – Increased Exposure Hours”, 2011). */
export const EXPOSURE_FLOOR_HOURS = 2;

export interface Exposure {
  name: string;
  hours: number;
  /** Genuine conversations in that time. */
  conversations: number;
  /** Of these, so many without a length: they add no hours. */
  withoutLength: number;
  enough: boolean;
}

/**
 * Hours of genuine conversations per person in the six weeks that end today, fewest first.
 * @param others names to list even when they met nobody.
 */
export function exposureHours(log: readonly LogEntry[], today: string, others: readonly string[] = []): Exposure[] {
  const from = addDays(today, 1 - EXPOSURE_DAYS);
  const found = new Map<string, { name: string; minutes: number; conversations: number; withoutLength: number }>();
  const of = (name: string) => {
    const key = nameKey(name);
    const there = found.get(key) ?? { name, minutes: 0, conversations: 0, withoutLength: 0 };
    found.set(key, there);
    return there;
  };
  for (const name of others) of(name);
  for (const { heldOn, genuine, minutes, people } of log) {
    for (const key of new Map(people.map(({ name }) => [nameKey(name), name])).values()) {
      const person = of(key);
      if (!genuine || heldOn < from || heldOn > today) continue;
      person.conversations += 1;
      person.minutes += minutes ?? 0;
      if (minutes === null) person.withoutLength += 1;
    }
  }
  return [...found.values()]
    .map(({ name, minutes, conversations, withoutLength }) => {
      const hours = minutes / 60;
      return { name, hours, conversations, withoutLength, enough: hours >= EXPOSURE_FLOOR_HOURS };
    })
    .sort((left, right) => left.hours - right.hours || left.name.localeCompare(right.name, 'en'));
}
