// A tag with everything below it in the codebook.
import type { VaultReader } from '#shared/model/vault-state';

/** Ids of a tag and of the tags below it at any depth. A tag met twice is not walked again, so a damaged tree cannot make this endless. */
export function tagFamily(reader: VaultReader, tagId: string): ReadonlySet<string> {
  const family = new Set([tagId]);
  for (const id of family) for (const child of reader.referring('tags', id, 'tags')) family.add(child.id);
  return family;
}
