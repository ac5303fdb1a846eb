// The part of the settings that says who can open the study, and when it locks itself.
import { notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { showEncryptionDialog } from './encryption-dialog-store.ts';
import styles from './encryption.module.css';
import { lockStudy } from './follow-lock.ts';

const LOCK_AFTER = [0, 5, 15, 30, 60];

export function EncryptionSection() {
  const status = useVaultStore((state) => state.status);
  if (!status) return <p className={styles.hint}>No study is open.</p>;
  if (status.sample) return <p className={styles.hint}>The sample is thrown away when it is closed. Keep it first to encrypt it.</p>;
  return status.encrypted ? <Encrypted /> : <Plain />;
}

function Plain() {
  return (
    <div className={styles.form}>
      <p>This study is not encrypted: everybody who can open its folder can read it.</p>
      <div className={styles.buttons}>
        <Button onClick={() => showEncryptionDialog({ kind: 'encrypt' })}>Encrypt this study…</Button>
      </div>
    </div>
  );
}

function Encrypted() {
  const minutes = useVaultStore((state) => state.settings.lockAfterMinutes);
  const change = (value: string): void => void call('app.changeSettings', { lockAfterMinutes: Number(value) }).catch(notifyError);
  return (
    <div className={styles.form}>
      <p>This study is encrypted: it opens with its passphrase or its recovery code only.</p>
      <Choice
        label="Lock it by itself"
        help="Its key is forgotten, and the passphrase is asked for again."
        value={String(minutes)}
        options={[...new Set([...LOCK_AFTER, minutes])].map(
          (value) => [String(value), value === 0 ? 'never' : `after ${value} minutes without a key or pointer`] as const,
        )}
        onChoose={change}
      />
      <div className={styles.buttons}>
        <Button onClick={() => void lockStudy().catch(notifyError)}>Lock now</Button>
        <Button onClick={() => showEncryptionDialog({ kind: 'change' })}>Change passphrase…</Button>
        <Button onClick={() => showEncryptionDialog({ kind: 'newCode' })}>New recovery code…</Button>
        <Button onClick={() => showEncryptionDialog({ kind: 'remove' })}>Remove encryption…</Button>
      </div>
    </div>
  );
}
