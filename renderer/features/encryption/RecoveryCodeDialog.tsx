// Shows a recovery code, once, to be written down.
import { useState } from 'react';

import { notify } from '#renderer/stores/notification-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './encryption.module.css';

export function RecoveryCodeDialog({ recoveryCode, onClose }: { recoveryCode: string; onClose(): void }) {
  const [written, setWritten] = useState(false);
  const copy = (): void => {
    navigator.clipboard
      .writeText(recoveryCode)
      .then(() =>
        notify({ kind: 'info', message: 'The recovery code was copied. Paste it where only you can see it, then clear the clipboard.' }),
      )
      .catch(() => notify({ kind: 'error', message: 'It could not be copied. Write it down by hand.' }));
  };
  return (
    <Dialog
      title="Your recovery code"
      onClose={() => written && onClose()}
      width={520}
      footer={
        <>
          <Button onClick={copy}>Copy</Button>
          <Button look="primary" disabled={!written} onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          It opens the study when the passphrase is lost. Write it down and keep it away from this computer: it is shown now and never
          again.
        </p>
        <p className={styles.code} data-testid="recovery-code">
          {recoveryCode}
        </p>
        <label className={styles.check}>
          <input type="checkbox" checked={written} onChange={(event) => setWritten(event.target.checked)} autoFocus />I have written it down
        </label>
      </div>
    </Dialog>
  );
}
