// Says whether everything is saved; nothing ever has to be saved by hand.
import { useVaultStore } from '#renderer/stores/vault-store';

import styles from './workbench.module.css';

export function SaveState() {
  const open = useVaultStore((state) => state.status !== null);
  const readOnlyReason = useVaultStore((state) => state.status?.readOnlyReason ?? null);
  const lookingBack = useVaultStore((state) => (state.status?.lookingBack ?? null) !== null);
  const connection = useVaultStore((state) => state.connection);
  const saving = useVaultStore((state) => state.saving > 0);
  const at = useVaultStore((state) => state.lastEntry?.at ?? null);
  if (connection === 'locked') {
    return <span className={styles.notSaved}>Locked after a pause. Press Enter in the terminal of Plumbline for a new address.</span>;
  }
  if (connection === 'lost') return <span className={styles.notSaved}>Connection lost. Waiting for Plumbline…</span>;
  if (!open) return null;
  if (readOnlyReason)
    return (
      <span className={styles.notSaved} title={readOnlyReason}>
        Read-only
      </span>
    );
  if (lookingBack) return <span>Looking back</span>;
  if (saving) return <span>Saving…</span>;
  return <span>{at ? `Saved ${clock(at)}` : 'All saved'}</span>;
}

/** `10:42` in local time. */
export function clock(at: string): string {
  return new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}
