// Which highlight paints which range: one per tag colour and underline lane, so that overlapping tags stay apart.
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Tag } from '#shared/model/records/tag';
import type { Turn } from '#shared/model/transcript';

import { packLanes } from './lanes.ts';

/** One tag on one snippet; a snippet without a tag is one mark too, of colour 0. */
export interface Mark {
  /** Snippet and tag, joined. */
  key: string;
  snippetId: string;
  tag: Tag | null;
  range: TextRange;
  colour: number;
}

/** Underlines that are drawn under one another; what overlaps more than that is only washed. */
export const UNDERLINE_LANES = 3;

export const UNDERLINE_STYLES = ['solid', 'dashed', 'dotted', 'double'] as const;

/** Four styles in turn, so that colours which look alike to somebody differ by their line. Colour 0 is no tag. */
export function underlineStyle(colour: number): (typeof UNDERLINE_STYLES)[number] {
  return colour === 0 ? 'dotted' : (UNDERLINE_STYLES[(colour - 1) % UNDERLINE_STYLES.length] ?? 'solid');
}

/** Name of the highlight of a colour; lane 3 and beyond share the one without an underline. */
export function highlightName(colour: number, lane: number): string {
  return `tag-${colour}-${Math.min(lane, UNDERLINE_LANES)}`;
}

/** Marks of snippets in the order of the text, the tags of each by name. */
export function marksOf(snippets: readonly Snippet[], tagsOf: (snippetId: string) => readonly Tag[]): Mark[] {
  return snippets.flatMap(({ id, range }): Mark[] => {
    const tags = tagsOf(id);
    if (tags.length === 0) return [{ key: id, snippetId: id, tag: null, range, colour: 0 }];
    return tags
      .toSorted((left, right) => left.name.localeCompare(right.name, 'en'))
      .map((tag) => ({ key: `${id}_${tag.id}`, snippetId: id, tag, range, colour: tag.colour }));
  });
}

/** Place of each turn's first character, counted over the whole transcript; the last entry is the length of all. */
export function turnOffsets(turns: readonly Pick<Turn, 'text'>[]): number[] {
  const offsets = [0];
  for (const { text } of turns) offsets.push((offsets.at(-1) ?? 0) + text.length + 1);
  return offsets;
}

/** The highlight of each mark, by its key. @param offsets of turnOffsets. */
export function planHighlights(marks: readonly Mark[], offsets: readonly number[]): Map<string, string> {
  const lanes = packLanes(
    marks.map(({ range }) => ({
      start: (offsets[range.startTurn] ?? 0) + range.startOffset,
      end: (offsets[range.endTurn] ?? 0) + range.endOffset,
    })),
  );
  return new Map(marks.map(({ key, colour }, index) => [key, highlightName(colour, lanes[index] ?? 0)]));
}
