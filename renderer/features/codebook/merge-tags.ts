// Merging tags: a target is chosen, and each possible target says beforehand what it would come to.
import { countNoun } from '#shared/lib/text';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { select } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { currentTagList } from './codebook-lists.ts';
import { buildTagTree, flatten } from './tag-tree.ts';

export interface MergePreview {
  /** Snippets that will carry the tag afterwards. */
  will: number;
  /** Of these: snippets of the merged tags that carry it already. */
  already: number;
}

/** What merging these tags into another comes to. */
export function previewMerge(tagIds: readonly string[], intoTagId: string): MergePreview {
  const { state } = projection;
  const snippetsOf = (id: string): string[] => state.referring('tags', id, 'taggings').map((tagging) => tagging.snippetId);
  const there = new Set(snippetsOf(intoTagId));
  const coming = new Set(tagIds.filter((id) => id !== intoTagId).flatMap(snippetsOf));
  const already = [...coming].filter((id) => there.has(id)).length;
  return { will: there.size + coming.size - already, already };
}

/** `38 snippets will carry Price fog; 2 already do.` */
export function mergeInWords({ will, already }: MergePreview, name: string): string {
  const sentence = `${countNoun(will, 'snippet', 'snippets')} will carry ${name}`;
  return already === 0 ? `${sentence}.` : `${sentence}; ${already} already ${already === 1 ? 'does' : 'do'}.`;
}

/** Asks for the tag that stays and merges the others into it. With several chosen, one of them may be the one that stays. */
export async function mergeTags(tagIds: readonly string[]): Promise<void> {
  const { state } = projection;
  const names = tagIds.map((id) => state.get('tags', id)?.name).filter((name) => name !== undefined);
  if (names.length === 0) return;
  const nodes = flatten(buildTagTree(projection.list('tags'))).filter((node) => tagIds.length > 1 || !tagIds.includes(node.id));
  const ordered = [...nodes.filter((node) => tagIds.includes(node.id)), ...nodes.filter((node) => !tagIds.includes(node.id))];
  const answer = await quickPick({
    title: names.length === 1 ? `Merge “${names[0]}” into…` : `Merge ${names.length} tags into…`,
    placeholder: 'Which tag stays? Snippets and definitions go over to it.',
    items: ordered.map((node) => ({
      id: node.id,
      label: node.tag.name,
      detail: mergeInWords(previewMerge(tagIds, node.id), node.tag.name),
      ...(node.path.length > 0 ? { hint: node.path.join(' › ') } : {}),
    })),
    empty: () => 'No tag is called so.',
  });
  if (!answer || !('id' in answer)) return;
  const target = state.get('tags', answer.id);
  if (!target) return;
  const preview = previewMerge(tagIds, target.id);
  await edit('mergeTags', { tagIds: tagIds.filter((id) => id !== target.id), intoTagId: target.id });
  const sentence = `Merged into “${target.name}”, which ${countNoun(preview.will, 'snippet carries', 'snippets carry')} now.`;
  announce(sentence);
  notifyUndoable(sentence);
  select({ kind: 'tag', id: target.id });
  currentTagList()?.focusTag(target.id);
}
