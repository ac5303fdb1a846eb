// Another passphrase for the open study.
import { useState } from 'react';

import { notify } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './encryption.module.css';
import { NewPassphrase, NO_PASSPHRASE } from './NewPassphrase.tsx';
import { passphraseProblem } from './passphrase-problem.ts';

export function ChangePassphraseDialog({ onClose }: { onClose(): void }) {
  const [secret, setSecret] = useState('');
  const [typed, setTyped] = useState(NO_PASSPHRASE);
  const { busy, error, run } = useAttempt('The passphrase was not changed.');
  const ready = secret !== '' && passphraseProblem(typed.passphrase, typed.again) === null && !busy;
  const change = (): void => {
    if (!ready) return;
    run(async () => {
      await call('encryption.changePassphrase', { secret, passphrase: typed.passphrase });
      notify({ kind: 'info', message: 'The study has another passphrase now. Its recovery code is as before.' });
      onClose();
    });
  };
  return (
    <Dialog
      title="Change the passphrase"
      onClose={onClose}
      width={480}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!ready} onClick={change}>
            Change passphrase
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextInput
          label="Passphrase so far"
          help="The recovery code works here too."
          type="password"
          autoComplete="current-password"
          autoFocus
          value={secret}
          maxLength={1000}
          onChange={(event) => setSecret(event.target.value)}
        />
        <NewPassphrase typed={typed} onTyped={setTyped} onEnter={change} />
        {error === null ? null : (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
