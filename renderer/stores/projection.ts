// The renderer's copy of the records: changed only by what the core announces, watched record by record.
import { finishSteps } from '#shared/lib/steps';
import type { Unsubscribe } from '#shared/lib/emitter';
import type { Change } from '#shared/model/changes';
import type { RecordsByCollection } from '#shared/model/changes';
import { type AnyRecord, type CollectionName, type RecordOf, referencesOf } from '#shared/model/records/index';
import { VaultState } from '#shared/model/vault-state';

/** What a listener may watch: one record, one collection, or the records of one collection that name a record. */
type Key = `record:${string}` | `collection:${string}` | `referring:${string}`;

export const recordKey = (collection: CollectionName, id: string): Key => `record:${collection}/${id}`;
export const collectionKey = (collection: CollectionName): Key => `collection:${collection}`;
export const referringKey = (collection: CollectionName, id: string, from: CollectionName): Key => `referring:${collection}/${id}<${from}`;

export class Projection {
  #state = new VaultState();
  readonly #listeners = new Map<Key, Set<() => void>>();
  /** Answers of `referring` and `list`, kept until something in them changes, so that React sees the same array. */
  readonly #answers = new Map<Key, unknown>();
  /** What the entries of a step that is not over have touched so far. */
  #touched = new Set<Key>();

  get state(): VaultState {
    return this.#state;
  }

  /** Takes a whole snapshot; everybody is told. */
  reset(records: RecordsByCollection | null): void {
    this.#state = new VaultState(records ?? {});
    this.announceAll();
  }

  /** Adds records that come after the first screen, or puts newer ones in their place. Nobody is told: see announceAll. */
  fill(collection: CollectionName, records: readonly AnyRecord[]): void {
    const known = this.#state.all(collection);
    const fresh = records.filter((record) => !known.has(record.id));
    for (const record of records) {
      if (known.has(record.id)) this.#state.apply([{ collection, id: record.id, before: null, after: record }]);
    }
    this.#state.load(collection, fresh);
    finishSteps(this.#state.prepareReferences());
    this.#answers.clear();
  }

  /** Tells everybody that anything may have changed. */
  announceAll(): void {
    this.#answers.clear();
    this.#touched.clear();
    for (const listeners of [...this.#listeners.values()]) for (const listener of [...listeners]) listener();
  }

  /**
   * Applies an announced change list and tells exactly those who watch what it touched.
   * @param more the next list belongs to the same step: all are told together, since half of a step makes no sense.
   */
  apply(changes: readonly Change[], more = false): void {
    this.#state.apply(changes);
    const touched = this.#touched;
    for (const { collection, id, before, after } of changes) {
      touched.add(recordKey(collection, id));
      touched.add(collectionKey(collection));
      for (const record of [before, after]) {
        if (!record) continue;
        for (const reference of referencesOf(collection, record as never)) {
          touched.add(referringKey(reference.collection, reference.id, collection));
        }
      }
    }
    for (const key of touched) this.#answers.delete(key);
    if (more) return;
    this.#touched = new Set();
    for (const key of touched) for (const listener of [...(this.#listeners.get(key) ?? [])]) listener();
  }

  watch(key: Key, listener: () => void): Unsubscribe {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
    };
  }

  /** All records of a collection as an array that stays the same until one of them changes. */
  list<C extends CollectionName>(collection: C): readonly RecordOf<C>[] {
    return this.#keep(collectionKey(collection), () => [...this.#state.all(collection).values()]);
  }

  /** Records of `from` that name `collection/id`, as an array that stays the same until it changes. */
  referring<C extends CollectionName>(collection: CollectionName, id: string, from: C): readonly RecordOf<C>[] {
    return this.#keep(referringKey(collection, id, from), () => this.#state.referring(collection, id, from));
  }

  #keep<T>(key: Key, make: () => T): T {
    if (!this.#answers.has(key)) this.#answers.set(key, make());
    return this.#answers.get(key) as T;
  }
}
