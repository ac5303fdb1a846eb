// The context menu of tags.
import type { ContextMenuItem } from '../../ui/ContextMenu.tsx';
import { findLikeTag } from '../assisted/index.ts';
import type { TagList } from './codebook-lists.ts';
import { mergeTags } from './merge-tags.ts';
import { moveTagsTo } from './move-tags.ts';
import { startRename } from './renaming.ts';
import { pinTags, recolourTags } from './several-tags.ts';
import { startSplit } from './split-store.ts';
import { deletionInWords, deleteTags, newTag, openTag } from './tag-actions.ts';

/** @param tagIds the chosen tags when the menu was asked for on one of them, otherwise that one. */
export function tagMenu(tagIds: readonly string[], list: TagList): ContextMenuItem[] {
  const [tagId] = tagIds;
  if (tagId === undefined) return [];
  const quietly = (work: () => Promise<void>) => (): void => void work().catch(() => undefined);
  const single: ContextMenuItem[] = [
    { id: 'open', label: 'Open its page', keys: 'Mod+Enter', run: () => openTag(tagId, { focusIt: true }) },
    { id: 'inside', label: 'New tag inside…', keys: 'N', run: quietly(() => newTag(tagId)) },
    { id: 'rename', label: 'Rename', keys: 'F2', run: () => startRename(tagId, list) },
    { id: 'like', label: 'Find passages like it…', run: () => findLikeTag(tagId) },
    { id: 'split', label: 'Split…', keys: 'S', run: quietly(() => startSplit(tagId)) },
  ];
  return [
    ...(tagIds.length === 1 ? single : []),
    { id: 'pin', label: tagIds.length === 1 ? 'Pin to a key 1–9…' : 'Pin to keys 1–9…', keys: 'P', run: quietly(() => pinTags(tagIds)) },
    { id: 'colour', label: 'Colour…', keys: 'C', run: quietly(() => recolourTags(tagIds)) },
    { id: 'move', label: 'Move to…', keys: 'M', run: quietly(() => moveTagsTo(tagIds)) },
    {
      id: 'merge',
      label: tagIds.length === 1 ? 'Merge into…' : `Merge ${tagIds.length} tags…`,
      keys: 'Shift+M',
      run: quietly(() => mergeTags(tagIds)),
    },
    {
      id: 'delete',
      label: tagIds.length === 1 ? 'Delete' : `Delete ${tagIds.length} tags`,
      keys: 'Delete',
      detail: deletionInWords(tagIds),
      run: quietly(() => deleteTags(tagIds)),
    },
  ];
}
