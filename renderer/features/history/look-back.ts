// Looking at the study as it was, coming back, and making it that again.
import { announce } from '#renderer/ui/announce';
import { focusFrontSurface } from '#renderer/ui/focus-surface';
import { notifyError } from '#renderer/stores/notification-store';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { call, refreshStatus } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore, type ViewState } from '#renderer/stores/view-store';

import { momentInWords } from './times.ts';

/** Tabs as they stood before looking back: those of records that were not there then close meanwhile. */
let before: Pick<ViewState, 'groups' | 'activeGroup'> | null = null;

/** Shows every window the study after an entry. Failures are shown. */
export async function lookAt(seq: number): Promise<void> {
  const { groups, activeGroup } = useViewStore.getState();
  before ??= { groups, activeGroup };
  try {
    await call('history.look', { seq });
    await refreshStatus();
  } catch (error) {
    if (!useVaultStore.getState().status?.lookingBack) before = null;
    notifyError(error);
    return;
  }
  const at = useVaultStore.getState().status?.lookingBack?.at;
  announce(`You see the study as of ${at ? momentInWords(at) : 'then'}. Nothing can be changed until you go back to now.`);
}

export async function backToNow(): Promise<void> {
  try {
    await call('history.back', {});
    await refreshStatus();
  } catch (error) {
    notifyError(error);
    return;
  }
  if (before) useViewStore.setState(before);
  before = null;
  announce('You are back at now.');
  openTab({ kind: 'history' });
  focusFrontSurface();
}

/** Makes the study again what it was after an entry: one step, which can be undone. */
export async function restoreTo(seq: number): Promise<void> {
  let label: string;
  try {
    ({ label } = await call('history.restore', { seq }));
    await refreshStatus();
  } catch (error) {
    notifyError(error);
    return;
  }
  if (before) useViewStore.setState(before);
  before = null;
  announce(`Done: ${label}.`);
  notifyUndoable(`Done: ${label}.`);
}

/** Restores what is being looked at. */
export async function restoreLookedAt(): Promise<void> {
  const past = useVaultStore.getState().status?.lookingBack;
  if (past) await restoreTo(past.seq);
}
