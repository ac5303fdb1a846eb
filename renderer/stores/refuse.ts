// Says why a key did nothing, as a short notification, which screen readers read out too.
import { notify } from './notification-store.ts';
import { useVaultStore } from './vault-store.ts';

/** @param message a finished sentence: why nothing happened, or what to do first. */
export function refuse(message: string): void {
  notify({ kind: 'info', message });
}

/** Says why the study cannot be changed now. @returns whether that is so. */
export function refuseToChange(): boolean {
  const { status } = useVaultStore.getState();
  const reason = status?.lookingBack ? LOOKING_BACK : (status?.readOnlyReason ?? null);
  if (reason !== null) refuse(reason);
  return reason !== null;
}

const LOOKING_BACK = 'You are looking at the study as it was. Go back to now to change it.';
