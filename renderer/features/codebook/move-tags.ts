// Moving tags: to another parent, among their siblings, by key or by dragging.
import { orderBetween } from '#shared/edits/edit-definition';
import type { Tag } from '#shared/model/records/tag';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { currentTagList } from './codebook-lists.ts';
import { buildTagTree, flatten, siblingsOf, withDescendants } from './tag-tree.ts';

const TOP = 'top';

const tags = (): readonly Tag[] => projection.list('tags');

/** Without tags that go along because one above them is moved. */
function outermost(tagIds: readonly string[]): string[] {
  const parentOf = new Map(tags().map((tag) => [tag.id, tag.parentId]));
  const isInside = (id: string): boolean => {
    for (let above = parentOf.get(id) ?? null; above !== null; above = parentOf.get(above) ?? null) if (tagIds.includes(above)) return true;
    return false;
  };
  return tagIds.filter((id) => !isInside(id));
}

/** Asks where to, and moves the tags there. */
export async function moveTagsTo(tagIds: readonly string[]): Promise<void> {
  const moving = outermost(tagIds);
  const first = projection.state.get('tags', moving[0] ?? '');
  if (!first) return;
  const forbidden = new Set(moving.flatMap((id) => [...withDescendants(tags(), id)]));
  const places = flatten(buildTagTree(tags())).filter((node) => !forbidden.has(node.id));
  const answer = await quickPick({
    title: moving.length === 1 ? `Move “${first.name}” to…` : `Move ${moving.length} tags to…`,
    placeholder: 'Inside which tag? Snippets keep their tags; what is inside goes along.',
    items: [
      { id: TOP, label: 'Top level', ...(first.parentId === null ? { hint: 'is here' } : {}) },
      ...places.map((node) => ({
        id: node.id,
        label: node.tag.name,
        detail: node.path.join(' › '),
        ...(first.parentId === node.id ? { hint: 'is here' } : {}),
      })),
    ],
  });
  if (!answer || !('id' in answer)) return;
  const parentId = answer.id === TOP ? null : answer.id;
  await move(moving.map((tagId) => ({ tagId, parentId })));
  announce(
    `Moved ${moving.length === 1 ? first.name : `${moving.length} tags`} to ${parentId === null ? 'the top level' : (projection.state.get('tags', parentId)?.name ?? '')}`,
  );
  currentTagList()?.focusTag(first.id);
}

/** One place up or down among its siblings. */
export async function moveTagStep(tagId: string, step: 1 | -1): Promise<void> {
  const tag = projection.state.get('tags', tagId);
  if (!tag) return;
  const siblings = siblingsOf(tags(), tag.parentId);
  const at = siblings.findIndex((sibling) => sibling.id === tagId);
  const to = at + step;
  if (to < 0 || to >= siblings.length) return announce(step < 0 ? `${tag.name} is the first already` : `${tag.name} is the last already`);
  const others = siblings.filter((sibling) => sibling.id !== tagId);
  await move([{ tagId, parentId: tag.parentId, order: orderBetween(others[to - 1]?.order ?? null, others[to]?.order ?? null) }]);
  announce(`${tag.name}, ${to + 1} of ${siblings.length}`);
  currentTagList()?.focusTag(tagId);
}

/** Where dragged tags were let go: on a tag (inside it), or before or after one. */
export async function dropTags(tagIds: readonly string[], target: { key: string; dropPosition: 'on' | 'before' | 'after' }): Promise<void> {
  const onto = projection.state.get('tags', target.key);
  if (!onto) return;
  const moving = outermost(tagIds);
  if (moving.some((id) => withDescendants(tags(), id).has(onto.id))) return announce('A tag cannot go into itself or into a tag inside it');
  if (target.dropPosition === 'on') return move(moving.map((tagId) => ({ tagId, parentId: onto.id })));
  const others = siblingsOf(tags(), onto.parentId).filter((sibling) => !moving.includes(sibling.id));
  const at = others.findIndex((sibling) => sibling.id === onto.id) + (target.dropPosition === 'after' ? 1 : 0);
  let before = others[at - 1]?.order ?? null;
  const after = others[at]?.order ?? null;
  const steps = moving.map((tagId) => {
    before = orderBetween(before, after);
    return { tagId, parentId: onto.parentId, order: before };
  });
  return move(steps);
}

/** Several moves of one wish are one step. */
async function move(steps: readonly { tagId: string; parentId: string | null; order?: number }[]): Promise<void> {
  const [first, ...others] = steps;
  if (!first) return;
  if (others.length === 0) await edit('moveTag', first);
  else await edit('moveTags', { moves: [...steps] });
}
