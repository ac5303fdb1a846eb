// The codebook as a tree: tags in their order, filtered by what is typed, and places to move a tag to.
import { foldForSearch } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';

export interface TagNode {
  id: string;
  tag: Tag;
  children: TagNode[];
  /** Names of the tags above, outermost first. */
  path: readonly string[];
}

/** Tags under their parents, siblings in their order. With a filter: those that fit, those above them, and all below them. */
export function buildTagTree(tags: readonly Tag[], filter = ''): TagNode[] {
  const childrenOf = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const siblings = childrenOf.get(tag.parentId);
    if (siblings) siblings.push(tag);
    else childrenOf.set(tag.parentId, [tag]);
  }
  const wanted = foldForSearch(filter.trim()).split(/\s+/).filter(Boolean);
  const nodesUnder = (parentId: string | null, path: readonly string[], fitsAbove: boolean): TagNode[] =>
    (childrenOf.get(parentId) ?? [])
      .toSorted((left, right) => left.order - right.order || left.name.localeCompare(right.name))
      .flatMap((tag) => {
        const fits = fitsAbove || fitsFilter(tag, wanted);
        const children = nodesUnder(tag.id, [...path, tag.name], fits && wanted.length > 0);
        return fits || children.length > 0 ? [{ id: tag.id, tag, children, path }] : [];
      });
  return nodesUnder(null, [], false);
}

/** By its names and definition: who looks for “price” also finds the tag that is defined by it. */
function fitsFilter(tag: Tag, wanted: readonly string[]): boolean {
  const text = foldForSearch(`${tag.name} ${(tag.aliases ?? []).join(' ')} ${tag.definition}`);
  return wanted.every((word) => text.includes(word));
}

/** All nodes in the order in which they stand. */
export function flatten(nodes: readonly TagNode[]): TagNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** A tag and everything under it. */
export function withDescendants(tags: readonly Tag[], tagId: string): Set<string> {
  const found = new Set([tagId]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const tag of tags) if (tag.parentId !== null && found.has(tag.parentId)) found.add(tag.id);
  }
  return found;
}

/** Siblings of a tag in their order, itself included. */
export function siblingsOf(tags: readonly Tag[], parentId: string | null): Tag[] {
  return tags
    .filter((tag) => tag.parentId === parentId)
    .toSorted((left, right) => left.order - right.order || left.name.localeCompare(right.name));
}
