// How old the evidence behind an assumption is: its newest day and the one in the middle.
import type { VaultReader } from '#shared/model/vault-state';

import type { EvidenceSides } from './gather-evidence.ts';

/** Evidence whose newest day is longer ago than this is called stale. A convention of ours, stated where it is used. */
export const STALE_AFTER_DAYS = 365;

export interface Freshness {
  /** Day of the newest conversation, `2026-06-30`. */
  newest: string;
  /** The day in the middle of all; with an even number of them the earlier of the two. */
  median: string;
  /** Days from them to today; null when today is not given. Never below 0. */
  newestDays: number | null;
  medianDays: number | null;
  stale: boolean;
  /** Sources heard first-hand that have no day. */
  undated: number;
}

/** Of the sources in which somebody was heard first-hand for, against or around it, each once; null when none has a day. */
export function freshnessOf(reader: VaultReader, { heardIn }: EvidenceSides, today: string | undefined): Freshness | null {
  const sources = new Set<string>();
  for (const side of [heardIn.supports, heardIn.contradicts, heardIn.refines]) {
    for (const set of side) for (const sourceId of set) sources.add(sourceId);
  }
  const days = [...sources].map((id) => reader.get('sources', id)?.heldOn ?? null);
  return freshnessOfDays(days, today);
}

/** The same for days as they are, null for one that is not known. */
export function freshnessOfDays(days: readonly (string | null)[], today: string | undefined): Freshness | null {
  const known = days.filter((day) => day !== null).sort();
  const newest = known.at(-1);
  const median = known[Math.floor((known.length - 1) / 2)];
  if (newest === undefined || median === undefined) return null;
  const newestDays = today === undefined ? null : daysBetween(newest, today);
  return {
    newest,
    median,
    newestDays,
    medianDays: today === undefined ? null : daysBetween(median, today),
    stale: newestDays !== null && newestDays > STALE_AFTER_DAYS,
    undated: days.length - known.length,
  };
}

const DAY = 86_400_000;

/** Whole days from one calendar day to a later one; 0 when it is not later. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY));
}
