// Says why a key did nothing, as a short notification, which screen readers read out too.
import { notify } from './notification-store.ts';

/** @param message a finished sentence: why nothing happened, or what to do first. */
export function refuse(message: string): void {
  notify({ kind: 'info', message });
}
