// What can be done with tags: make, open, colour, pin, delete. Moving and merging have files of their own.
import { countNoun } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { askText, quickPick } from '#renderer/stores/quick-pick-store';
import { keepTab, openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { select, tabKey } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';
import { focusFrontSurface, focusInspector } from '#renderer/ui/focus-surface';

import { currentTagList } from './codebook-lists.ts';
import { mergeTags } from './merge-tags.ts';

export const tagOf = (tagId: string): Tag | undefined => projection.state.get('tags', tagId);

/** Asks for a name and makes a tag, at top level or inside another. */
export async function newTag(parentId: string | null = null): Promise<void> {
  const parent = parentId === null ? undefined : tagOf(parentId);
  const name = await askText({
    title: parent ? `New tag inside ${parent.name}` : 'New tag',
    placeholder: 'Name of the tag',
    action: 'Create tag',
  });
  if (name === null) return;
  const { tagId } = await edit('createTag', { name, parentId: parent?.id ?? null });
  select({ kind: 'tag', id: tagId });
  announce(`Created tag ${name}`);
  currentTagList()?.focusTag(tagId);
}

/** Shows the page of a tag; for good unless it is a preview. */
export function openTag(tagId: string, options: { preview?: boolean; focusIt?: boolean } = {}): void {
  const content = { kind: 'tag', id: tagId } as const;
  openTab(content, options.preview ? { preview: true } : {});
  if (!options.preview) keepTab(tabKey(content));
  select({ kind: 'tag', id: tagId });
  if (options.focusIt) focusFrontSurface();
}

/** Pins a tag to one of the keys 1 to 9. */
export async function pinTag(tagId: string): Promise<void> {
  const tag = tagOf(tagId);
  if (!tag) return;
  const pinned = new Map(
    [...projection.state.all('tags').values()].flatMap((other) =>
      other.favourite === null ? [] : [[other.favourite, other.name] as const],
    ),
  );
  const answer = await quickPick({
    title: `Key for ${tag.name}`,
    placeholder: 'Which key puts it on a selection?',
    items: [
      ...Array.from({ length: 9 }, (_key, at) => ({
        id: String(at + 1),
        label: `Key ${at + 1}`,
        detail: pinned.get(at + 1) ?? 'free',
        ...(tag.favourite === at + 1 ? { hint: 'current' } : {}),
      })),
      ...(tag.favourite === null ? [] : [{ id: 'none', label: 'No key' }]),
    ],
  });
  if (answer && 'id' in answer) await edit('pinTag', { tagId, key: answer.id === 'none' ? null : Number(answer.id) });
}

/** What deleting does, before it is done: `14 snippets lose it and stay; 2 tags inside move up.` */
export function deletionInWords(tagIds: readonly string[]): string {
  const { state } = projection;
  const snippets = new Set(tagIds.flatMap((id) => state.referring('tags', id, 'taggings').map((tagging) => tagging.snippetId))).size;
  const inside = tagIds.flatMap((id) => state.referring('tags', id, 'tags')).filter((tag) => !tagIds.includes(tag.id)).length;
  const it = tagIds.length === 1 ? 'it' : 'them';
  const parts = [
    snippets === 0
      ? `No snippet has ${it}`
      : `${countNoun(snippets, 'snippet loses', 'snippets lose')} ${it} and ${snippets === 1 ? 'stays' : 'stay'}`,
  ];
  if (inside > 0) parts.push(`${countNoun(inside, 'tag inside moves', 'tags inside move')} up`);
  return `${parts.join('; ')}.`;
}

/** Deletes tags. Where something hangs on them it is said first, and merging is offered instead. Undoable. */
export async function deleteTags(tagIds: readonly string[]): Promise<void> {
  const tags = tagIds.map(tagOf).filter((tag) => tag !== undefined);
  const [first] = tags;
  if (!first) return;
  const name = tags.length === 1 ? `“${first.name}”` : `${tags.length} tags`;
  const words = deletionInWords(tagIds);
  const inUse = tagIds.some(
    (id) => projection.state.referring('tags', id, 'taggings').length > 0 || projection.state.referring('tags', id, 'tags').length > 0,
  );
  if (inUse) {
    const answer = await quickPick({
      title: `Delete ${name}?`,
      placeholder: 'What should become of it? Undo brings it back.',
      items: [
        { id: 'delete', label: `Delete ${name}`, detail: words },
        { id: 'merge', label: 'Merge into another tag…', detail: 'snippets keep a tag' },
      ],
    });
    if (!answer || !('id' in answer)) return;
    if (answer.id === 'merge') return mergeTags(tagIds);
  }
  const list = currentTagList();
  const next = list?.neighbourOf(tagIds) ?? null;
  await edit('deleteTags', { tagIds: [...tagIds] });
  const sentence = `Deleted ${name}. ${inUse ? words : ''}`.trim();
  announce(sentence);
  notifyUndoable(sentence);
  select(next === null ? null : { kind: 'tag', id: next });
  if (next === null) focusInspector();
  else list?.focusTag(next);
}
