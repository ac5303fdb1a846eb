// Snippets in the order of the text: the next one, those under a place, and those that overlap.
import { compareRanges, rangesOverlap } from '#shared/domain/transcript/anchor';
import type { Snippet } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { comparePositions, endOf, holdsPosition, startOf, type TextPosition } from './text-position.ts';

/** By start, then by end; those of the same range by id, so that the order never changes by itself. */
export function snippetsInOrder(snippets: readonly Snippet[]): Snippet[] {
  return snippets.toSorted((left, right) => compareRanges(left.range, right.range) || (left.id < right.id ? -1 : 1));
}

/**
 * The next or previous snippet: from a snippet, its neighbour; from a place, the first that begins at it or after it, or the last that
 * begins before it. Null at the end.
 * @param ordered of snippetsInOrder; those that are left out by `counts` are passed over.
 */
export function neighbourSnippet(
  ordered: readonly Snippet[],
  from: { snippetId: string } | TextPosition,
  step: 1 | -1,
  counts: (snippet: Snippet) => boolean = () => true,
): Snippet | null {
  if ('snippetId' in from) {
    const at = ordered.findIndex((snippet) => snippet.id === from.snippetId);
    if (at < 0) return null;
    const rest = step > 0 ? ordered.slice(at + 1) : ordered.slice(0, at);
    return (step > 0 ? rest.find(counts) : rest.findLast(counts)) ?? null;
  }
  const isBeyond = (snippet: Snippet): boolean => {
    const order = comparePositions(startOf(snippet.range), from);
    return (step > 0 ? order >= 0 : order < 0) && counts(snippet);
  };
  return (step > 0 ? ordered.find(isBeyond) : ordered.findLast(isBeyond)) ?? null;
}

/** Snippets under a place, the shortest first: the one that a click means, then those around it. */
export function snippetsAt(snippets: readonly Snippet[], place: TextPosition): Snippet[] {
  return snippets
    .filter(({ range }) => holdsPosition(range, place))
    .sort((left, right) => left.quote.length - right.quote.length || (left.id < right.id ? -1 : 1));
}

/** The snippet after the current one among those under a place, around the end; the first when the current one is not among them. */
export function cycledSnippet(under: readonly Snippet[], currentId: string | null): Snippet | null {
  const at = under.findIndex((snippet) => snippet.id === currentId);
  return under[(at + 1) % Math.max(1, under.length)] ?? null;
}

/** Other snippets of the same source that share text with this one. */
export function overlappingSnippets(snippets: readonly Snippet[], snippet: Snippet): Snippet[] {
  return snippets.filter((other) => other.id !== snippet.id && rangesOverlap(other.range, snippet.range));
}

/** True for two snippets of one source that share words and a tag: they may be joined, when somebody wants it. */
export function mayJoin(left: Snippet, right: Snippet, tagIdsOf: (snippetId: string) => readonly string[]): boolean {
  const tags = new Set(tagIdsOf(left.id));
  const overlap = left.id !== right.id && left.sourceId === right.sourceId && rangesOverlap(left.range, right.range);
  return overlap && tagIdsOf(right.id).some((tagId) => tags.has(tagId));
}

/** True for two snippets of one source that share words, or have nothing but white space between them. */
export function meets(turns: readonly Turn[], left: Snippet, right: Snippet): boolean {
  if (left.id === right.id || left.sourceId !== right.sourceId) return false;
  if (rangesOverlap(left.range, right.range)) return true;
  const [first, second] = compareRanges(left.range, right.range) <= 0 ? [left.range, right.range] : [right.range, left.range];
  if (second.startTurn - first.endTurn > 1) return false;
  const from = turns[first.endTurn]?.text ?? '';
  const gap =
    first.endTurn === second.startTurn
      ? from.slice(first.endOffset, second.startOffset)
      : from.slice(first.endOffset) + (turns[second.startTurn]?.text ?? '').slice(0, second.startOffset);
  return gap.trim() === '';
}

/** The stretch from the first to the last place of two snippets that overlap or touch. */
export function joinedRange(left: Pick<Snippet, 'range'>, right: Pick<Snippet, 'range'>): Snippet['range'] {
  const start = comparePositions(startOf(left.range), startOf(right.range)) <= 0 ? left.range : right.range;
  const end = comparePositions(endOf(left.range), endOf(right.range)) >= 0 ? left.range : right.range;
  return { startTurn: start.startTurn, startOffset: start.startOffset, endTurn: end.endTurn, endOffset: end.endOffset };
}
