// The tags on the keys 1 to 9: pinned ones first, the others as they were used most when the session began.
import type { Tag } from '#shared/model/records/tag';
import type { VaultReader } from '#shared/model/vault-state';

export const QUICK_KEYS = 9;

/** Id of the tag of each key, 1 first; null for a key that is free. Pinned tags are not in it: they are looked up when needed. */
export type QuickSlots = readonly (string | null)[];

/** Tag pinned to each key, by key 1 to 9. */
function pinnedTags(reader: VaultReader): Map<number, Tag> {
  return new Map([...reader.all('tags').values()].flatMap((tag) => (tag.favourite === null ? [] : [[tag.favourite, tag] as const])));
}

/**
 * Fills the keys that nothing is pinned to with the tags used most. Asked for once a session and then kept, because keys that change
 * under the fingers cannot be learned.
 */
export function freezeQuickTags(reader: VaultReader): QuickSlots {
  const pinned = pinnedTags(reader);
  const uses = (tag: Tag): number => reader.referring('tags', tag.id, 'taggings').length;
  const used = [...reader.all('tags').values()]
    .filter((tag) => tag.favourite === null && uses(tag) > 0)
    .sort((left, right) => uses(right) - uses(left) || left.name.localeCompare(right.name, 'en'));
  return Array.from({ length: QUICK_KEYS }, (_key, index) => (pinned.has(index + 1) ? null : (used.shift()?.id ?? null)));
}

/** Gives a tag that was just used the first key that is free. No key that is taken ever changes. */
export function withUsedTag(slots: QuickSlots, tagId: string, reader: VaultReader): QuickSlots {
  const pinned = pinnedTags(reader);
  const has = slots.includes(tagId) || reader.get('tags', tagId)?.favourite !== null;
  const free = slots.findIndex((slot, index) => slot === null && !pinned.has(index + 1));
  return has || free < 0 ? slots : slots.with(free, tagId);
}

/** The tag of each key as it stands; null for a key without one. The key of a tag that is gone stays empty. */
export function quickTags(reader: VaultReader, slots: QuickSlots): (Tag | null)[] {
  const pinned = pinnedTags(reader);
  return slots.map((id, index) => pinned.get(index + 1) ?? (id === null ? null : (reader.get('tags', id) ?? null)));
}
