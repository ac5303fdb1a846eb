// Lets commands reach a tag tree: what is chosen in it, and putting the focus on a row.
import { type RefObject, useEffect, useRef, useState } from 'react';

import { meantRows } from '#renderer/ui/focus-surface';
import { scrollToRow } from '#renderer/ui/list-scroll';

import { registerTagList, type TagList } from './codebook-lists.ts';
import { flatten, type TagNode } from './tag-tree.ts';

interface TagListInput {
  nodes: readonly TagNode[];
  selected: ReadonlySet<string>;
  /** CSS pixels. */
  rowHeight: number;
  tree: RefObject<HTMLDivElement | null>;
  focusFilter(): void;
  /** Opens what is above a tag and chooses it: ids from the outermost down to the tag. */
  reveal(ids: readonly string[]): void;
}

/** Frames to wait for a row that is being drawn. */
const FRAMES = 20;

/** The same object as long as the tree is mounted. */
export function useTagList(input: TagListInput): TagList {
  const now = useRef(input);
  useEffect(() => {
    now.current = input;
  });
  const [tagList] = useState(() => makeTagList(now));
  useEffect(() => registerTagList(tagList), [tagList]);
  return tagList;
}

function makeTagList(now: RefObject<TagListInput>): TagList {
  const order = (): TagNode[] => flatten(now.current.nodes);
  const focusRow = (tagId: string, frames: number): void => {
    const { tree, rowHeight } = now.current;
    const row = tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(tagId)}"]`);
    if (row) return row.focus();
    // Only rows in sight are drawn: bring it there first.
    scrollToRow(
      tree.current,
      order().findIndex((node) => node.id === tagId),
      rowHeight,
    );
    if (frames > 0) requestAnimationFrame(() => focusRow(tagId, frames - 1));
  };
  return {
    chosen: () => {
      const chosen = order()
        .filter((node) => now.current.selected.has(node.id))
        .map((node) => node.id);
      return meantRows(now.current.tree.current, chosen);
    },
    focusFilter: () => now.current.focusFilter(),
    focusTag(tagId) {
      requestAnimationFrame(() => {
        now.current.reveal([...ancestorsOf(order(), tagId), tagId]);
        requestAnimationFrame(() => focusRow(tagId, FRAMES));
      });
    },
    neighbourOf(tagIds) {
      const ids = order().map((node) => node.id);
      const at = ids.findIndex((id) => tagIds.includes(id));
      return (
        ids.slice(at).find((id) => !tagIds.includes(id)) ?? ids.slice(0, Math.max(0, at)).findLast((id) => !tagIds.includes(id)) ?? null
      );
    },
  };
}

function ancestorsOf(nodes: readonly TagNode[], tagId: string): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ids: string[] = [];
  for (let above = byId.get(tagId)?.tag.parentId ?? null; above !== null; above = byId.get(above)?.tag.parentId ?? null) ids.unshift(above);
  return ids;
}
