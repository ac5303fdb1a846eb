// One line under the title while nothing can be written: why, and what is safe.
import { useVaultStore } from '#renderer/stores/vault-store';

import styles from './workbench.module.css';

export function ReadOnlyBanner() {
  const reason = useVaultStore((state) => state.status?.readOnlyReason ?? null);
  if (reason === null) return null;
  return (
    <p className={styles.banner} role="status">
      <strong>This study can only be read at the moment.</strong> {reason}
    </p>
  );
}
