// Places where two coders decided otherwise, side by side.
import { compareRanges, rangesOverlap } from '#shared/domain/transcript/anchor';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
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
      .filter(({ review }) => !review)
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

/** Words about which two coders decided otherwise, with all that each of them said of these. */
export interface DisputedPassage {
  sourceId: string;
  /** The snippet of it that comes first in the text. */
  snippetId: string;
  /** Tags of the first and of the second coder, in no order. */
  tagIds: readonly [readonly string[], readonly string[]];
  /** Tags that only one of the two has there. */
  disputed: readonly string[];
}

/** The disagreements side by side: those that overlap in the text are one passage. */
export function disputedPassages(reader: VaultReader, sourceIds: readonly string[], coders: readonly [string, string]): DisputedPassage[] {
  const passages: { sourceId: string; snippetId: string; range: TextRange; tagIds: [Set<string>, Set<string>]; disputed: Set<string> }[] =
    [];
  for (const { sourceId, snippetId, tagId, by, otherTagIds } of disagreements(reader, sourceIds, coders)) {
    const { range } = reader.require('snippets', snippetId);
    const last = passages.at(-1);
    const same = last?.sourceId === sourceId && rangesOverlap(last.range, range);
    const passage = same
      ? last
      : {
          sourceId,
          snippetId,
          range,
          tagIds: [new Set<string>(), new Set<string>()] as [Set<string>, Set<string>],
          disputed: new Set<string>(),
        };
    if (!same) passages.push(passage);
    passage.range = joined(passage.range, range);
    const [own, other] = by === coders[0] ? passage.tagIds : ([passage.tagIds[1], passage.tagIds[0]] as const);
    for (const tagging of reader.referring('snippets', snippetId, 'taggings')) if (tagging.by === by) own.add(tagging.tagId);
    for (const id of otherTagIds) other.add(id);
    passage.disputed.add(tagId);
  }
  return passages.map(({ sourceId, snippetId, tagIds: [first, second], disputed }) => ({
    sourceId,
    snippetId,
    tagIds: [[...first], [...second]],
    disputed: [...disputed],
  }));
}

/** From the first to whichever ends later; the second does not begin before the first. */
function joined(first: TextRange, second: TextRange): TextRange {
  const longer = second.endTurn > first.endTurn || (second.endTurn === first.endTurn && second.endOffset > first.endOffset);
  return longer ? { ...first, endTurn: second.endTurn, endOffset: second.endOffset } : first;
}
