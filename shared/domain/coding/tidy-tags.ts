// What may be tidied in a codebook: tags that nothing has, and pairs that may mean the same.
import { foldForSearch } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';
import type { VaultReader } from '#shared/model/vault-state';

import { withinOneEdit } from '../search/rank-names.ts';

/** Two tags that may be one. */
export interface LikelyDuplicate {
  one: Tag;
  other: Tag;
  /** Their names are the same but for a letter, endings or the order of words. */
  byName: boolean;
  /** Snippets that have both, and those of the tag with fewer. */
  shared: number;
  fewer: number;
}

/** From this share of the snippets of the rarer tag on, a pair is told; and from this many snippets. */
const SHARE = 0.6;
const LEAST_SHARED = 3;

/** Tags without a snippet and without a tag inside them, by name. */
export function unusedTags(reader: VaultReader): Tag[] {
  return [...reader.all('tags').values()]
    .filter(({ id }) => reader.referring('tags', id, 'taggings').length === 0 && reader.referring('tags', id, 'tags').length === 0)
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
}

/** Pairs with nearly the same name, or with mostly the same snippets; those by name first, then those that share most. */
export function likelyDuplicates(reader: VaultReader): LikelyDuplicate[] {
  const tags = [...reader.all('tags').values()];
  const keys = new Map(tags.map((tag) => [tag.id, wordsKey(tag.name)]));
  const shared = sharedCounts(reader);
  const pairs: LikelyDuplicate[] = [];
  for (const [at, one] of tags.entries()) {
    for (const other of tags.slice(at + 1)) {
      const both = shared.get(one.id)?.get(other.id) ?? shared.get(other.id)?.get(one.id) ?? 0;
      const fewer = Math.min(usesOf(reader, one.id), usesOf(reader, other.id));
      const byName = alike(keys.get(one.id) ?? '', keys.get(other.id) ?? '');
      const inside = one.parentId === other.id || other.parentId === one.id;
      if (byName || (!inside && both >= LEAST_SHARED && both >= SHARE * fewer)) pairs.push({ one, other, byName, shared: both, fewer });
    }
  }
  return pairs.toSorted((left, right) => Number(right.byName) - Number(left.byName) || right.shared - left.shared);
}

const usesOf = (reader: VaultReader, tagId: string): number => reader.referring('tags', tagId, 'taggings').length;

/** Names as one compares them: folded, words in order of the alphabet, without the plural's s. */
function wordsKey(name: string): string {
  const words = foldForSearch(name).split(/[^\p{L}\p{N}]/u);
  return words
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word))
    .toSorted()
    .join(' ');
}

/** One letter apart counts only in names that are long enough, and never where a number is the difference. */
function alike(left: string, right: string): boolean {
  if (left === right) return left !== '';
  const letters = (key: string): string => key.replace(/\d/gu, '');
  return Math.min(left.length, right.length) > 4 && letters(left) !== letters(right) && withinOneEdit(left, right);
}

/** Snippets that two tags share, by the two ids; each pair once. */
function sharedCounts(reader: VaultReader): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const snippetId of reader.all('snippets').keys()) {
    const ids = reader.referring('snippets', snippetId, 'taggings').map(({ tagId }) => tagId);
    for (const [at, one] of ids.entries()) {
      for (const other of ids.slice(at + 1)) {
        const [low, high] = one < other ? [one, other] : [other, one];
        const of = counts.get(low) ?? new Map<string, number>();
        counts.set(low, of.set(high, (of.get(high) ?? 0) + 1));
      }
    }
  }
  return counts;
}
