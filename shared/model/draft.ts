// The writing side of one edit: changes the state at once, remembers what stood there, and can take all of it back.
import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';

import { type Change, describeRecord, invertChanges, thatDiffer } from './changes.ts';
import {
  type AnyRecord,
  type CollectionName,
  otherReferencesOf,
  plainReferencesOf,
  RECORD_SCHEMAS,
  type RecordOf,
  type Reference,
} from './records/index.ts';
import type { VaultReader, VaultState } from './vault-state.ts';

/** Some fields of a record; those given as undefined stay as they are. */
export type FieldsOf<C extends CollectionName> = { [K in keyof RecordOf<C>]?: RecordOf<C>[K] | undefined };

export class Draft implements VaultReader {
  readonly #state: VaultState;
  /** By collection and id, in order of first touch. */
  readonly #touched = new Map<CollectionName, Map<string, Change>>();
  readonly #changes: Change[] = [];

  constructor(state: VaultState) {
    this.#state = state;
  }

  get<C extends CollectionName>(collection: C, id: string): RecordOf<C> | undefined {
    return this.#state.get(collection, id);
  }

  require<C extends CollectionName>(collection: C, id: string): RecordOf<C> {
    return this.#state.require(collection, id);
  }

  all<C extends CollectionName>(collection: C): ReadonlyMap<string, RecordOf<C>> {
    return this.#state.all(collection);
  }

  referring<C extends CollectionName>(collection: CollectionName, id: string, from: C): RecordOf<C>[] {
    return this.#state.referring(collection, id, from);
  }

  /** Adds a record under a new id. @throws AppError('conflict') when the id is taken. */
  add<C extends CollectionName>(collection: C, record: RecordOf<C>): RecordOf<C> {
    if (this.#state.get(collection, record.id)) {
      throw new AppError('conflict', `There is already a record ${collection}/${record.id}. Choose another id.`, {
        collection,
        id: record.id,
      });
    }
    return this.put(collection, record);
  }

  /** Puts a record in place of the one with its id, or as a new one. */
  put<C extends CollectionName>(collection: C, record: RecordOf<C>): RecordOf<C> {
    this.#touch(collection, record.id, record);
    return record;
  }

  /** Changes some fields of a record that exists. */
  update<C extends CollectionName>(collection: C, id: string, fields: FieldsOf<C>): RecordOf<C> {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    return this.put(collection, { ...this.require(collection, id), ...given });
  }

  remove(collection: CollectionName, id: string): void {
    this.require(collection, id);
    this.#touch(collection, id, null);
  }

  /** What this edit changed, one change a record, in order of first touch; untouched and unchanged records are left out. */
  changes(): Steps<Change[]> {
    return thatDiffer(this.#changes);
  }

  /** Takes back everything. */
  *rollback(): Steps<void> {
    const changes = yield* this.changes();
    for (const change of invertChanges(changes)) {
      this.#state.apply([change]);
      yield;
    }
    this.#touched.clear();
    this.#changes.length = 0;
  }

  #touch(collection: CollectionName, id: string, after: AnyRecord | null): void {
    let byId = this.#touched.get(collection);
    if (!byId) this.#touched.set(collection, (byId = new Map()));
    const touched = byId.get(id);
    const before = touched ? touched.after : (this.#state.get(collection, id) ?? null);
    const change: Change = { collection, id, before, after };
    this.#state.apply([change]);
    if (touched) {
      touched.after = after;
    } else {
      byId.set(id, change);
      this.#changes.push(change);
    }
  }
}

/**
 * Checks that changed records are of their declared shape, name only records that exist, and that nothing still names a removed one.
 * Works on the state after the change. @throws AppError('bad-input') with the record, the field and what is wrong with it.
 */
export function* validateChanges(state: VaultState, changes: readonly Change[]): Steps<void> {
  let isFirst = true;
  for (const change of changes) {
    if (!isFirst) yield;
    isFirst = false;
    if (change.after) validateRecord(state, change.collection, change.after);
    else {
      const referrer = state.firstReferrer(change.collection, change.id);
      if (referrer) {
        const what = describeRecord(change.collection, change.id, change.before);
        throw new AppError('conflict', `${what} cannot be removed: ${referrer} still refers to it.`, {
          collection: change.collection,
          id: change.id,
        });
      }
    }
  }
}

/** Checks one record against its schema and its references. @throws AppError('bad-input') */
export function validateRecord(state: VaultState, collection: CollectionName, record: AnyRecord): void {
  const result = RECORD_SCHEMAS[collection].safeParse(record);
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    throw new AppError('bad-input', `${collection}/${record.id}: the field “${field}” ${issue?.message ?? 'is wrong'}.`, {
      collection,
      id: record.id,
      field,
    });
  }
  const dangling = firstDangling(state, collection, record);
  if (!dangling) return;
  throw new AppError(
    'bad-input',
    `${collection}/${record.id}: the field “${dangling.field}” names ${dangling.collection}/${dangling.id}, which does not exist.`,
    { collection, id: record.id, field: dangling.field },
  );
}

/** As the first of `referencesOf` that is not there; without a list of all of them, for each edit asks this. */
function firstDangling(state: VaultState, from: CollectionName, record: AnyRecord): Reference | null {
  for (const { field, collection } of plainReferencesOf(from)) {
    const id = (record as unknown as Record<string, string | null | undefined>)[field];
    if (typeof id === 'string' && !state.get(collection, id)) return { collection, id, field };
  }
  return otherReferencesOf(from, record as never).find(({ collection, id }) => !state.get(collection, id)) ?? null;
}
