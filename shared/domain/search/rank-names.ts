// Ranks short names (tags, themes, interviews, commands) for a typed query: exact, prefix, word prefix, then fuzzy by fuse.js.
import Fuse from 'fuse.js';

import { foldForSearch } from '#shared/lib/text';

export interface RankedName<T> {
  item: T;
  /** 0 exact, 1 prefix, 2 prefix of a word, 3 contained, 4 fuzzy. */
  tier: 0 | 1 | 2 | 3 | 4;
}

interface NameEntry<T> {
  item: T;
  name: string;
  /** Place in the given order, which breaks ties: give the most recent or most used first. */
  place: number;
}

/**
 * Finds the items whose names fit a query, best first. An empty query gives all in the given order.
 * Diacritics and case do not count. Items should be given in the order that ties are to have.
 */
export function rankNames<T>(items: readonly T[], query: string, nameOf: (item: T) => string): RankedName<T>[] {
  const wanted = foldForSearch(query.trim());
  const entries = items.map((item, place) => ({ item, name: foldForSearch(nameOf(item)), place }));
  if (wanted === '') return entries.map(({ item }) => ({ item, tier: 0 }));
  const found = new Map<number, { entry: NameEntry<T>; tier: RankedName<T>['tier']; score: number }>();
  for (const entry of entries) {
    const tier = plainTier(entry.name, wanted);
    if (tier !== null) found.set(entry.place, { entry, tier, score: 0 });
  }
  const fuse = new Fuse(entries, { keys: ['name'], includeScore: true, threshold: 0.4, ignoreLocation: true, minMatchCharLength: 2 });
  if (wanted.length >= 2) {
    for (const { item: entry, score } of fuse.search(wanted)) {
      if (!found.has(entry.place)) found.set(entry.place, { entry, tier: 4, score: score ?? 1 });
    }
  }
  return [...found.values()]
    .sort((left, right) => left.tier - right.tier || left.score - right.score || left.entry.place - right.entry.place)
    .map(({ entry, tier }) => ({ item: entry.item, tier }));
}

function plainTier(name: string, wanted: string): 0 | 1 | 2 | 3 | null {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (wordPrefixes(name, wanted)) return 2;
  return name.includes(wanted) ? 3 : null;
}

/** Every word of the query begins a word of the name, in any order. */
function wordPrefixes(name: string, wanted: string): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u);
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}

/** True when two names differ by at most one inserted, missing, changed or swapped letter (Damerau 1964). */
export function withinOneEdit(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (at === short.length) return true;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
