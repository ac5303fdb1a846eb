// Says what a step did and offers to take it back; the offer goes when anything else happens.
import { withoutDirections } from '#shared/lib/text';

import { dismissNotification, notify, useNotificationStore } from './notification-store.ts';
import { undo } from './vault-actions.ts';
import { useVaultStore } from './vault-store.ts';

/** @param sentence a finished sentence about the step that was just made. */
export function notifyUndoable(sentence: string): void {
  const message = withoutDirections(sentence);
  notify({ kind: 'info', message, action: { label: 'Undo', run: () => void undo() } });
  const { seq } = useVaultStore.getState();
  const stop = useVaultStore.subscribe((state) => {
    if (state.seq === seq && state.status !== null) return;
    stop();
    const shown = useNotificationStore.getState().notifications.find((notification) => notification.message === message);
    if (shown) dismissNotification(shown.id);
  });
}
