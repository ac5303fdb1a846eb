// Tags stand in tags and themes in themes: finds those that would stand inside themselves.
import type { CollectionName } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';

/** Collections whose records stand in one another. */
export const NESTED = ['tags', 'themes'] as const satisfies readonly CollectionName[];
export type NestedCollection = (typeof NESTED)[number];

/** True for collections whose records stand in one another. */
export const isNested = (collection: CollectionName): collection is NestedCollection =>
  (NESTED as readonly CollectionName[]).includes(collection);

/** True when the way up from a record leads back to it. A parent that is not there ends the way. */
export function standsInItself(reader: VaultReader, collection: NestedCollection, id: string): boolean {
  const seen = new Set<string>();
  let above = parentOf(reader, collection, id);
  while (above !== null && above !== id && !seen.has(above)) {
    seen.add(above);
    above = parentOf(reader, collection, above);
  }
  return above === id;
}

const parentOf = (reader: VaultReader, collection: NestedCollection, id: string): string | null =>
  reader.get(collection, id)?.parentId ?? null;
