// Puts tags on words or on a snippet, in one undo step, and remembers them for repeating.
import { freezeQuickTags, withUsedTag } from '#shared/domain/coding/quick-tags';
import type { EditInput } from '#shared/edits/index';
import type { Tag } from '#shared/model/records/tag';
import { keepTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { select, tabKey, useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import type { Target } from './choosing.ts';
import { useTranscriptStore } from './transcript-store.ts';

type Tags = Pick<EditInput<'tagSnippets'>, 'tagIds' | 'newTag' | 'origin'>;

/**
 * Tags the words or the snippet; words become a snippet, which is selected. The text selection stays as it is, and whoever has gone on
 * to other words in the meantime is not called back. @returns the snippet's id.
 */
export async function applyTags(target: Target, tags: Tags): Promise<string> {
  const before = chosen();
  const { snippetId, tagIds } = await putTags(target, tags);
  const { sourceId } = projection.state.require('snippets', snippetId);
  keepTab(tabKey({ kind: 'transcript', id: sourceId }));
  const now = chosen();
  if (now.text === before.text && now.selection === before.selection) selectTagged(snippetId);
  remember(snippetId, tagIds);
  const names = tagIds.map((id) => projection.state.get('tags', id)?.name ?? '');
  if (names.length > 0) announce(`Tagged with ${names.join(', ')}.`);
  return snippetId;
}

function chosen() {
  return { text: useTranscriptStore.getState().text, selection: useViewStore.getState().selection };
}

/** The inspector describes the snippet in place of the words from now on; somebody typing in its picker goes on typing. */
function selectTagged(snippetId: string): void {
  const typed = typedInPicker();
  select({ kind: 'snippet', id: snippetId });
  if (typed !== null) useTranscriptStore.setState({ asking: { for: 'tag', typed } });
}

function typedInPicker(): string | null {
  const field = document.activeElement;
  return field instanceof HTMLInputElement && field.closest('[data-surface="picker"]') ? field.value : null;
}

async function putTags(target: Target, tags: Tags): Promise<{ snippetId: string; tagIds: readonly string[] }> {
  if (target.kind === 'text') return edit('createSnippet', { sourceId: target.sourceId, range: target.range, ...tags });
  const { tagIds } = await edit('tagSnippets', { snippetIds: [target.snippetId], ...tags });
  return { snippetId: target.snippetId, tagIds };
}

/** The snippet that was tagged last: tags put on it one after the other are repeated together. */
let lastSnippetId: string | null = null;

function remember(snippetId: string, tagIds: readonly string[]): void {
  const { lastTagIds, quickSlots } = useTranscriptStore.getState();
  const before = snippetId === lastSnippetId ? lastTagIds : [];
  lastSnippetId = snippetId;
  const slots = tagIds.reduce(
    (known, tagId) => withUsedTag(known, tagId, projection.state),
    quickSlots ?? freezeQuickTags(projection.state),
  );
  useTranscriptStore.setState({ lastTagIds: [...new Set([...before, ...tagIds])], quickSlots: slots });
}

let frozenFor: string | null = null;

/** Keys 1 to 9 are settled when the first transcript of a study is opened, and kept while the study is open. */
export function settleQuickTags(): void {
  const folder = useVaultStore.getState().status?.folder ?? null;
  if (folder === frozenFor && useTranscriptStore.getState().quickSlots) return;
  frozenFor = folder;
  lastSnippetId = null;
  useTranscriptStore.setState({ quickSlots: freezeQuickTags(projection.state), lastTagIds: [], filters: {} });
}

/** Takes a tag off a snippet. */
export async function removeTag(snippetId: string, tag: Tag): Promise<void> {
  await edit('untagSnippets', { snippetIds: [snippetId], tagIds: [tag.id] });
  announce(`Removed the tag ${tag.name}. Undo brings it back.`);
}
