// One line under the title while nothing can be written: why, and what is safe.
import { useVaultStore } from '#renderer/stores/vault-store';

import styles from './workbench.module.css';

export function ReadOnlyBanner() {
  const reason = useVaultStore((state) => state.status?.readOnlyReason ?? null);
  const lookingBack = useVaultStore((state) => (state.status?.lookingBack ?? null) !== null);
  // While looking back nothing can be written anyway, and that line says so.
  if (reason === null || lookingBack) return null;
  return (
    <p className={styles.banner} role="status">
      <strong>This study can only be read at the moment.</strong> {reason}
    </p>
  );
}
