// The one shape of every change: records before and after.
import type { Steps } from '#shared/lib/steps';

import type { AnyRecord, CollectionName, RecordOf } from './records/index.ts';

/** One record before and after; null before: made; null after: removed. Never both null. */
export interface Change<C extends CollectionName = CollectionName> {
  collection: C;
  id: string;
  before: RecordOf<C> | null;
  after: RecordOf<C> | null;
}

/** The changes that take back the given ones, in reverse order. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

/** Joins change lists that follow one another into one change a record; a record that ends as it began is left out. */
export function* composeChanges(lists: readonly (readonly Change[])[]): Steps<Change[]> {
  const byRecord = new Map<string, Change>();
  for (const list of lists) {
    for (const change of list) {
      const key = `${change.collection}/${change.id}`;
      const earlier = byRecord.get(key);
      byRecord.set(key, earlier ? { ...change, before: earlier.before } : change);
      yield;
    }
  }
  return yield* thatDiffer(byRecord.values());
}

/** The changes whose record is another one afterwards. */
export function* thatDiffer(changes: Iterable<Change>): Steps<Change[]> {
  const differing: Change[] = [];
  let isFirst = true;
  for (const change of changes) {
    // Between two, not after each: most edits change one record, and each halt costs.
    if (!isFirst) yield;
    isFirst = false;
    if (!sameRecord(change.before, change.after)) differing.push(change);
  }
  return differing;
}

/** Equality of plain JSON records; key order does not count. */
export function sameRecord(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((value, index) => sameRecord(value, right[index]));
  }
  const leftKeys = Object.keys(left);
  if (leftKeys.length !== Object.keys(right).length) return false;
  return leftKeys.every(
    (key) => Object.hasOwn(right, key) && sameRecord((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}

/** Records as they lie in a vault file or in `dump`: by collection, then by id. */
export type RecordsByCollection = { [C in CollectionName]: Record<string, RecordOf<C>> };

/** How a record is called in an error message. */
export function describeRecord(collection: CollectionName, id: string, record?: AnyRecord | null): string {
  const fields = (record ?? {}) as { name?: unknown; title?: unknown; statement?: unknown; pseudonym?: unknown };
  const name = [fields.name, fields.title, fields.statement, fields.pseudonym].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return name ? `${collection} “${name}”` : `${collection}/${id}`;
}
