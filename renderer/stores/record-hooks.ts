// Hooks that read records and render again only when what they read has changed.
import { useCallback, useRef, useSyncExternalStore } from 'react';

import type { CollectionName, RecordOf } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';

import { collectionKey, recordKey, referringKey } from './projection.ts';
import { projection } from './vault-store.ts';

/** One record, or undefined when there is none (or no id). */
export function useRecord<C extends CollectionName>(collection: C, id: string | null | undefined): RecordOf<C> | undefined {
  const subscribe = useCallback(
    (listener: () => void) => (id ? projection.watch(recordKey(collection, id), listener) : () => undefined),
    [collection, id],
  );
  return useSyncExternalStore(subscribe, () => (id ? projection.state.get(collection, id) : undefined));
}

/** All records of a collection, in no given order; the array changes when any of them does. */
export function useRecords<C extends CollectionName>(collection: C): readonly RecordOf<C>[] {
  const subscribe = useCallback((listener: () => void) => projection.watch(collectionKey(collection), listener), [collection]);
  return useSyncExternalStore(subscribe, () => projection.list(collection));
}

/** Records of `from` that name the record `collection/id`: taggings of a snippet, cards of a theme. */
export function useReferring<C extends CollectionName>(
  collection: CollectionName,
  id: string | null | undefined,
  from: C,
): readonly RecordOf<C>[] {
  const subscribe = useCallback(
    (listener: () => void) => (id ? projection.watch(referringKey(collection, id, from), listener) : () => undefined),
    [collection, id, from],
  );
  return useSyncExternalStore(subscribe, () => (id ? projection.referring(collection, id, from) : none));
}

const none: readonly never[] = [];

/**
 * A value computed from several collections; computed again only after one of them changed.
 * @param compute must not depend on anything but the records and `inputs`.
 */
export function useDerived<T>(
  collections: readonly CollectionName[],
  compute: (reader: VaultReader) => T,
  inputs: readonly unknown[] = [],
): T {
  const kept = useRef<{ version: number; inputs: readonly unknown[]; value: T } | null>(null);
  const version = useRef(0);
  const key = collections.join(',');
  const subscribe = useCallback(
    (listener: () => void) => {
      const changed = (): void => {
        version.current += 1;
        listener();
      };
      // Changes between render and subscription count too.
      version.current += 1;
      const stops = (key.split(',') as CollectionName[]).map((name) => projection.watch(collectionKey(name), changed));
      return () => stops.forEach((stop) => stop());
    },
    [key],
  );
  const read = (): T => {
    const last = kept.current;
    const same =
      last?.version === version.current &&
      last.inputs.length === inputs.length &&
      last.inputs.every((value, index) => Object.is(value, inputs[index]));
    if (last && same) return last.value;
    const value = compute(projection.state);
    kept.current = { version: version.current, inputs: [...inputs], value };
    return value;
  };
  return useSyncExternalStore(subscribe, read);
}
