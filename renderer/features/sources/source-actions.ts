// What can be done with interviews from their list: open, rename, remove.
import { countNoun } from '#shared/lib/text';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { keepTab, openTab } from '#renderer/stores/tabs';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { select, tabKey } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

/** Shows an interview in the one preview tab, and what is known of it; the focus goes into it when the keyboard asked. */
export function previewSource(id: string, focusIt: boolean): void {
  openTab({ kind: 'transcript', id }, { preview: true });
  select({ kind: 'source', id });
  if (focusIt) focusFrontSurface();
}

/** Opens an interview in a tab that stays. */
export function keepSourceOpen(id: string, options: { aside?: boolean; focusIt?: boolean } = {}): void {
  const content = { kind: 'transcript', id } as const;
  openTab(content, options.aside ? { aside: true } : {});
  keepTab(tabKey(content));
  if (options.focusIt) focusFrontSurface();
}

export function renameSource(id: string, title: string): void {
  tryEdit('updateSource', { sourceId: id, title });
}

/** Number of snippets that would go with these interviews. */
export function snippetsIn(sourceIds: readonly string[]): number {
  return sourceIds.reduce((sum, id) => sum + projection.state.referring('sources', id, 'snippets').length, 0);
}

/** Removes interviews with their snippets in one undoable step. */
export async function removeSources(sourceIds: readonly string[]): Promise<void> {
  const [first] = sourceIds;
  if (first === undefined) return;
  const title = projection.state.get('sources', first)?.title ?? '';
  const snippets = snippetsIn(sourceIds);
  await edit('removeSources', { sourceIds: [...sourceIds] });
  const what = sourceIds.length === 1 ? `“${title}” was removed` : `${sourceIds.length} interviews were removed`;
  const sentence = snippets === 0 ? `${what}.` : `${what} with ${countNoun(snippets, 'snippet', 'snippets')}.`;
  announce(sentence);
  notifyUndoable(sentence);
}
