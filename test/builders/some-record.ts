// Picks records by number, for random edits.
import type { CollectionName } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';

/** Id of some record of a collection, or a name of nobody. */
export function some(reader: VaultReader, collection: CollectionName, pick: number): string {
  const ids = [...reader.all(collection).keys()];
  return ids[pick % Math.max(1, ids.length)] ?? 'nobody';
}
