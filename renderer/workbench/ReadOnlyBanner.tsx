// One line under the title while nothing can be written: why, what is safe, and what can be done.
import { useVaultStore } from '#renderer/stores/vault-store';

import { runCommand } from '../commands/run-command.ts';
import { Button } from '../ui/Button.tsx';
import line from './read-only-banner.module.css';
import styles from './workbench.module.css';

export function ReadOnlyBanner() {
  const reason = useVaultStore((state) => state.status?.readOnlyReason ?? null);
  const toLookAt = useVaultStore((state) => state.status?.openedForReading ?? false);
  const lookingBack = useVaultStore((state) => (state.status?.lookingBack ?? null) !== null);
  // While looking back nothing can be written anyway, and that line says so.
  if (reason === null || lookingBack) return null;
  return (
    <section className={`${styles.banner} ${line.line}`} aria-label="Read-only">
      <p className={line.reason} role="status">
        <strong>This study can only be read at the moment.</strong> {reason}
      </p>
      <Button onClick={() => runCommand('vault.writeAgain')}>{toLookAt ? 'Open for writing' : 'Try again'}</Button>
      <Button onClick={() => runCommand('vault.saveCopy')}>Save a copy elsewhere…</Button>
    </section>
  );
}
