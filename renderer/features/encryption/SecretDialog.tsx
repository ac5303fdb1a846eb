// Asks for the passphrase (or the recovery code) before something that needs it.
import { useState } from 'react';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './encryption.module.css';

interface SecretDialogProps {
  title: string;
  explanation: string;
  /** On the button. */
  action: string;
  /** Closes or replaces the dialog when it succeeds. @throws AppError, whose sentence is shown. */
  run(secret: string): Promise<void>;
  onClose(): void;
}

export function SecretDialog({ title, explanation, action, run, onClose }: SecretDialogProps) {
  const [secret, setSecret] = useState('');
  const attempt = useAttempt('It did not work. Nothing was changed.');
  const start = (): void => {
    if (secret !== '') attempt.run(() => run(secret));
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      width={480}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={secret === '' || attempt.busy} onClick={start}>
            {attempt.busy ? 'Working…' : action}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{explanation}</p>
        <TextInput
          label="Passphrase"
          help="The recovery code works here too."
          type="password"
          autoComplete="current-password"
          autoFocus
          value={secret}
          maxLength={1000}
          onChange={(event) => setSecret(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && start()}
        />
        {attempt.error === null ? null : (
          <p className={styles.error} role="alert">
            {attempt.error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
