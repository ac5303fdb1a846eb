// Keeps an encrypted study open while somebody is there, and forgets the window's copy of it when it was locked.
import type { Unsubscribe } from '#shared/lib/emitter';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

/**
 * How often the core is told that somebody is there (ms): more often would tell it nothing. In a browser this is also what keeps
 * the host's own lock off (trust.md W13): who only reads and scrolls makes no calls.
 */
const TELL_EVERY_MS = 20_000;

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the open study now. */
export async function lockStudy(): Promise<void> {
  await call('encryption.lock', {});
}

/**
 * Tells the core of keys and pointers, and starts the page anew once an open study has been locked: its words are in this page's memory.
 * @returns the undo of it.
 */
export function followLock(): Unsubscribe {
  let told = 0;
  const tell = (event: Event): void => {
    const { status, connection } = useVaultStore.getState();
    if (event.timeStamp - told < TELL_EVERY_MS || status === null || connection !== 'connected') return;
    told = event.timeStamp;
    void call('encryption.stayOpen', {}).catch(() => undefined);
  };
  for (const sign of SIGNS) window.addEventListener(sign, tell, { capture: true, passive: true });
  let encrypted = false;
  const unsubscribe = useVaultStore.subscribe(({ status, locked }) => {
    if (status) encrypted = status.encrypted;
    else if (locked && encrypted) window.location.reload();
  });
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, tell, { capture: true });
    unsubscribe();
  };
}
