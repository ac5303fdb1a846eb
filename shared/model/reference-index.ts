// Who names whom: the reverse of every reference between records, small enough to be made on each opening of a large study.
import type { Steps } from '#shared/lib/steps';

import { type AnyRecord, type CollectionName, otherReferencesOf, plainReferencesOf, type RecordOf } from './records/index.ts';

/**
 * Ids of the records that name one record. Most records are named once: a set for each of them would cost more than the records
 * themselves, so one id is kept as it is, more as a list. A long list becomes a set when something is first taken out of it: that would be slow
 * in a list, while adding to a set costs several times as much.
 */
type Namers = string | string[] | Set<string>;

interface PlainTable {
  field: string;
  /** A field before this one refers to the same collection: a record may be named by both. */
  repeats: boolean;
  table: Map<string, Namers>;
}

/** Ids in a list from which something is taken out as it is. */
const LONGEST_LIST = 16;

const RECORDS_A_STEP = 500;

export class ReferenceIndex {
  /** Collection of the named record → collection of the naming record → id of the named record → ids of the naming ones. */
  readonly #namers = new Map<CollectionName, Map<CollectionName, Map<string, Namers>>>();

  /** Where the plain references of a collection's records go, found once. */
  readonly #plain = new Map<CollectionName, readonly PlainTable[]>();

  /** Records that were loaded and whose references nobody has asked for yet. */
  readonly #waiting = new Map<CollectionName, { records: AnyRecord[]; done: number }>();

  /** Adds what records name, as soon as somebody asks or `settle` comes to them. */
  linkLater(from: CollectionName, records: readonly AnyRecord[]): void {
    const waiting = this.#waiting.get(from);
    if (!waiting) this.#waiting.set(from, { records: [...records], done: 0 });
    else for (const record of records) waiting.records.push(record);
  }

  /** Takes in what waits, in steps of a few hundred records. */
  *settle(): Steps<void> {
    for (const [from, waiting] of this.#waiting) {
      // Whoever asks meanwhile takes in the rest at once: then nothing waits under this name any more.
      while (this.#waiting.get(from) === waiting) {
        const some = waiting.records.slice(waiting.done, waiting.done + RECORDS_A_STEP);
        waiting.done += some.length;
        if (waiting.done === waiting.records.length) this.#waiting.delete(from);
        this.link(from, some);
        yield;
      }
    }
  }

  #settleFrom(from: CollectionName): void {
    const waiting = this.#waiting.get(from);
    if (!waiting) return;
    this.#waiting.delete(from);
    this.link(from, waiting.records.slice(waiting.done));
  }

  /** Adds what records name; each record is added once. */
  link<C extends CollectionName>(from: C, records: readonly RecordOf<C>[]): void {
    const plain = this.#plainTables(from);
    for (const record of records) {
      for (const { field, table, repeats } of plain) {
        const named = (record as unknown as Record<string, string | null>)[field];
        if (typeof named === 'string') add(table, named, record.id, repeats);
      }
      for (const { collection, id } of otherReferencesOf(from, record)) add(this.#table(collection, from), id, record.id, true);
    }
  }

  /** Takes away what a record named. */
  unlink<C extends CollectionName>(from: C, record: RecordOf<C>): void {
    this.#settleFrom(from);
    for (const { field, table } of this.#plainTables(from)) {
      const named = (record as unknown as Record<string, string | null>)[field];
      if (typeof named === 'string') remove(table, named, record.id);
    }
    for (const { collection, id } of otherReferencesOf(from, record)) remove(this.#table(collection, from), id, record.id);
  }

  /** Ids of the records of `from` that name the record, in no given order. */
  namers(collection: CollectionName, id: string, from: CollectionName): Iterable<string> {
    this.#settleFrom(from);
    const namers = this.#namers.get(collection)?.get(from)?.get(id);
    if (namers === undefined) return [];
    return typeof namers === 'string' ? [namers] : namers;
  }

  /** One record that names the given one, or null. */
  first(collection: CollectionName, id: string): { collection: CollectionName; id: string } | null {
    for (const from of [...this.#waiting.keys()]) this.#settleFrom(from);
    for (const from of this.#namers.get(collection)?.keys() ?? []) {
      for (const namer of this.namers(collection, id, from)) return { collection: from, id: namer };
    }
    return null;
  }

  #plainTables(from: CollectionName): readonly PlainTable[] {
    let tables = this.#plain.get(from);
    if (!tables) {
      const fields = plainReferencesOf(from);
      tables = fields.map(({ field, collection }, index) => {
        const repeats = fields.slice(0, index).some((earlier) => earlier.collection === collection);
        return { field, repeats, table: this.#table(collection, from) };
      });
      this.#plain.set(from, tables);
    }
    return tables;
  }

  #table(collection: CollectionName, from: CollectionName): Map<string, Namers> {
    let byNaming = this.#namers.get(collection);
    if (!byNaming) this.#namers.set(collection, (byNaming = new Map()));
    let table = byNaming.get(from);
    if (!table) byNaming.set(from, (table = new Map()));
    return table;
  }
}

/** @param repeats the record may have named this one already; if so, just before: it is the last then, and the ids before it need not be looked at. */
function add(table: Map<string, Namers>, named: string, namer: string, repeats: boolean): void {
  const there = table.get(named);
  if (there === undefined) table.set(named, namer);
  else if (typeof there === 'string') {
    if (!repeats || there !== namer) table.set(named, [there, namer]);
  } else if (!Array.isArray(there)) there.add(namer);
  else if (!repeats || there.at(-1) !== namer) there.push(namer);
}

function remove(table: Map<string, Namers>, named: string, namer: string): void {
  const there = table.get(named);
  if (there === undefined) return;
  if (typeof there === 'string') {
    if (there === namer) table.delete(named);
    return;
  }
  if (Array.isArray(there) && there.length <= LONGEST_LIST) {
    const place = there.indexOf(namer);
    if (place >= 0) there.splice(place, 1);
    if (there.length === 0) table.delete(named);
    return;
  }
  const set = Array.isArray(there) ? new Set(there) : there;
  if (set !== there) table.set(named, set);
  set.delete(namer);
  if (set.size === 0) table.delete(named);
}
