// Commands of the codebook: they act on the tags chosen in the tree that had the focus last, or on the tag in the inspector.
import type { IdsOf } from '#shared/commands/catalog';
import type { CODEBOOK } from '#shared/commands/catalog/codebook';
import { openTab } from '#renderer/stores/tabs';
import { showActivity, useViewStore } from '#renderer/stores/view-store';

import { currentTagList } from './codebook-lists.ts';
import { mergeTags } from './merge-tags.ts';
import { moveTagsTo, moveTagStep } from './move-tags.ts';
import { startRename } from './renaming.ts';
import { startSplit } from './split-store.ts';
import { pinTags, recolourTags } from './several-tags.ts';
import { deleteTags, newTag, openTag } from './tag-actions.ts';
import { tidyTags } from './tidy-tags.ts';

function chosen(): readonly string[] {
  const inTree = currentTagList()?.chosen() ?? [];
  if (inTree.length > 0) return inTree;
  const { selection } = useViewStore.getState();
  return selection?.kind === 'tag' ? [selection.id] : [];
}

/** Does something with the first chosen tag, when there is one. */
const withFirst = (work: (tagId: string) => void | Promise<void>) => (): void | Promise<void> => {
  const [first] = chosen();
  return first === undefined ? undefined : work(first);
};

const withAll = (work: (tagIds: readonly string[]) => Promise<void>) => (): void | Promise<void> => {
  const tagIds = chosen();
  return tagIds.length === 0 ? undefined : work(tagIds);
};

function focusFilter(): void {
  const list = currentTagList();
  if (list) return list.focusFilter();
  showActivity('codebook');
  openTab({ kind: 'codebook' });
}

export const codebookHandlers: Record<IdsOf<typeof CODEBOOK>, () => void | Promise<void>> = {
  'tag.new': () => newTag(),
  'tag.newInside': withFirst((tagId) => newTag(tagId)),
  'tag.open': withFirst((tagId) => openTag(tagId, { focusIt: true })),
  'tag.rename': withFirst((tagId) => startRename(tagId, currentTagList())),
  'tag.recolour': withAll(recolourTags),
  'tag.moveTo': withAll(moveTagsTo),
  'tag.moveUp': withFirst((tagId) => moveTagStep(tagId, -1)),
  'tag.moveDown': withFirst((tagId) => moveTagStep(tagId, 1)),
  'tag.merge': withAll(mergeTags),
  'tag.split': withFirst(startSplit),
  'tag.pin': withAll(pinTags),
  'tag.delete': withAll(deleteTags),
  'tag.tidy': tidyTags,
  'tag.filter': focusFilter,
};
