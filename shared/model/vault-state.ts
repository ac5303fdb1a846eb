// The records of one vault in memory, with the reverse of every reference, changed only by change lists.
import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';

import { type Change, describeRecord, type RecordsByCollection } from './changes.ts';
import { type AnyRecord, COLLECTIONS, type CollectionName, type RecordOf } from './records/index.ts';
import { ReferenceIndex } from './reference-index.ts';

/** Reading side of a vault's records; edits, the verdicts, the readout and the screens all work on this. */
export interface VaultReader {
  get<C extends CollectionName>(collection: C, id: string): RecordOf<C> | undefined;
  /** As get, but throws AppError('not-found') with a sentence. */
  require<C extends CollectionName>(collection: C, id: string): RecordOf<C>;
  all<C extends CollectionName>(collection: C): ReadonlyMap<string, RecordOf<C>>;
  /** Records of `from` that name the record `collection/id` in one of their reference fields, in no given order. */
  referring<C extends CollectionName>(collection: CollectionName, id: string, from: C): RecordOf<C>[];
}

type Maps = { [C in CollectionName]: Map<string, RecordOf<C>> };

export class VaultState implements VaultReader {
  readonly #maps: Maps;
  readonly #references = new ReferenceIndex();

  constructor(records?: Partial<RecordsByCollection>) {
    this.#maps = Object.fromEntries(COLLECTIONS.map((name) => [name, new Map()])) as unknown as Maps;
    for (const collection of COLLECTIONS) this.load(collection, Object.values(records?.[collection] ?? {}));
  }

  get<C extends CollectionName>(collection: C, id: string): RecordOf<C> | undefined {
    return this.#map(collection).get(id);
  }

  require<C extends CollectionName>(collection: C, id: string): RecordOf<C> {
    const record = this.get(collection, id);
    if (record) return record;
    throw new AppError('not-found', `There is no record ${collection}/${id}. It may have been removed.`, {
      collection,
      id,
    });
  }

  all<C extends CollectionName>(collection: C): ReadonlyMap<string, RecordOf<C>> {
    return this.#map(collection);
  }

  referring<C extends CollectionName>(collection: CollectionName, id: string, from: C): RecordOf<C>[] {
    const map = this.#map(from);
    const records: RecordOf<C>[] = [];
    for (const referrer of this.#references.namers(collection, id, from)) {
      const record = map.get(referrer);
      if (record) records.push(record);
    }
    return records;
  }

  /** Names one record that still refers to the given one, or null. */
  firstReferrer(collection: CollectionName, id: string): string | null {
    const first = this.#references.first(collection, id);
    return first && describeRecord(first.collection, first.id, this.get(first.collection, first.id));
  }

  /** Adds records that are not there yet, in their order. */
  load<C extends CollectionName>(collection: C, records: readonly RecordOf<C>[]): void {
    const map = this.#map(collection);
    for (const record of records) map.set(record.id, record);
    this.#references.linkLater(collection, records);
  }

  /** Prepares, in steps, what `referring` would otherwise do at once when it is first asked about records that were loaded. */
  prepareReferences(): Steps<void> {
    return this.#references.settle();
  }

  /** Puts every `after` in place. The caller has checked that each `before` is what stands here. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) this.#set(change.collection, change.id, change.after);
  }

  /** Plain copy for dump and transfer; records themselves are shared, they are never mutated. @param of other collections come out empty. */
  toRecords(of: readonly CollectionName[] = COLLECTIONS): RecordsByCollection {
    const byName = COLLECTIONS.map((name) => [name, of.includes(name) ? Object.fromEntries(this.#map(name)) : {}]);
    return Object.fromEntries(byName) as RecordsByCollection;
  }

  /** The records of each collection as lists: a picture of this moment that later changes do not touch. */
  toLists(): Record<CollectionName, AnyRecord[]> {
    return Object.fromEntries(COLLECTIONS.map((name) => [name, [...this.#map(name).values()]])) as Record<CollectionName, AnyRecord[]>;
  }

  #map<C extends CollectionName>(collection: C): Map<string, RecordOf<C>> {
    return this.#maps[collection];
  }

  #set(collection: CollectionName, id: string, record: AnyRecord | null): void {
    const map = this.#map(collection) as Map<string, AnyRecord>;
    const earlier = map.get(id);
    if (earlier) this.#references.unlink(collection, earlier);
    if (record) {
      map.set(id, record);
      this.#references.link(collection, [record]);
    } else {
      map.delete(id);
    }
  }
}
