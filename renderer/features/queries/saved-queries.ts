// The saved query that keys act on, and the one whose name is being changed.
import { create } from 'zustand';

import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { refuseToChange } from '#renderer/stores/refuse';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

/** Ids; null for none. */
export const useSavedQueries = create<{ focused: string | null; renaming: string | null }>()(() => ({ focused: null, renaming: null }));

export const focusQuery = (queryId: string): void => useSavedQueries.setState({ focused: queryId });

export function startRenaming(): void {
  const { focused } = useSavedQueries.getState();
  if (focused !== null && projection.state.get('queries', focused) && !refuseToChange()) useSavedQueries.setState({ renaming: focused });
}

/** @param name null leaves it as it is. */
export function finishRenaming(queryId: string, name: string | null): void {
  useSavedQueries.setState({ renaming: null });
  if (name !== null) tryEdit('updateQuery', { queryId, name });
}

/** Removes a saved query; what it finds stays as it is, and undo brings it back. The focus goes to its neighbour. */
export async function removeQuery(queryId = useSavedQueries.getState().focused): Promise<void> {
  const query = queryId === null ? undefined : projection.state.get('queries', queryId);
  if (!query) return;
  await edit('removeQuery', { queryId: query.id });
  notifyUndoable(`Removed the query “${query.name}”. What it finds stays as it is.`);
  const list = document.querySelector<HTMLElement>('[data-surface="queries"] [role="grid"]');
  if (list) list.focus();
  else focusFrontSurface();
}
