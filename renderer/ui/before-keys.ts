// What has to be settled before the next key means anything: told by the dispatcher, the only one that listens for keys.
import type { Unsubscribe } from '#shared/lib/emitter';

const listeners = new Set<() => void>();

/** Calls the listener before each key finds its command. */
export function beforeKeys(listener: () => void): Unsubscribe {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A key was pressed and nothing has been done about it yet. */
export function settleBeforeKey(): void {
  for (const listener of listeners) listener();
}
