// Places where two coders decided otherwise, side by side.
import { compareRanges, rangesOverlap } from '#shared/domain/transcript/anchor';
import type { Snippet } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

export interface Disagreement {
  sourceId: string;
  snippetId: string;
  tagId: string;
  /** Who put the tag there. */
  by: string;
  /** Tags that the other coder put on the same words; empty when none. */
  otherTagIds: string[];
}

/** Who tagged something, those with the most taggings first. */
export function codersOf(reader: VaultReader): string[] {
  const counts = new Map<string, number>();
  for (const { by } of reader.all('taggings').values()) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).map(([by]) => by);
}

/** Taggings of one coder that no tagging of the other with the same tag touches; in the order of the text. */
export function disagreements(reader: VaultReader, sourceIds: readonly string[], coders: readonly [string, string]): Disagreement[] {
  return sourceIds.flatMap((sourceId) => {
    const coded = reader
      .referring('sources', sourceId, 'snippets')
      .toSorted((left, right) => compareRanges(left.range, right.range))
      .flatMap((snippet) => reader.referring('snippets', snippet.id, 'taggings').map(({ tagId, by }) => ({ snippet, tagId, by })));
    const touching = (snippet: Snippet, by: string): typeof coded =>
      coded.filter((other) => other.by === by && rangesOverlap(other.snippet.range, snippet.range));
    return coded.flatMap(({ snippet, tagId, by }): Disagreement[] => {
      if (!coders.includes(by)) return [];
      const others = touching(snippet, by === coders[0] ? coders[1] : coders[0]);
      if (others.some((other) => other.tagId === tagId)) return [];
      return [{ sourceId, snippetId: snippet.id, tagId, by, otherTagIds: [...new Set(others.map((other) => other.tagId))] }];
    });
  });
}
