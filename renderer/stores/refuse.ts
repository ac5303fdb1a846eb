// Says why a key did nothing: to the eye as a short notification, and to a screen reader.
import { announce } from '#renderer/ui/announce';

import { notify } from './notification-store.ts';

/** @param message a finished sentence: why nothing happened, or what to do first. */
export function refuse(message: string): void {
  notify({ kind: 'info', message });
  announce(message);
}
