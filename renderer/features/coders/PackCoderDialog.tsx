// Asks who codes when a coding pack is opened and no name is set: coders are told apart by nothing but their names.
import { useEffect, useState } from 'react';

import { announce } from '#renderer/ui/announce';
import { focusFrontSurface } from '#renderer/ui/focus-surface';
import { useAttempt } from '#renderer/ui/use-attempt';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import styles from './coders.module.css';
import { useOwnCoderName } from './coder-name.ts';

/** The study stands first, with the focus in it, and is asked about then (ms). */
const STANDS_AFTER_MS = 500;

/** Whoever leaves it without a name is asked again when the pack is opened the next time. */
export function PackCoderDialog() {
  const folder = useVaultStore(({ status, settings }) =>
    status?.codingPack && status.readOnlyReason === null && settings.coderName.trim() === '' ? status.folder : null,
  );
  const open = useVaultStore(({ status }) => status?.folder ?? null);
  const [left, setLeft] = useState<string | null>(null);
  if (left !== null && open !== left) setLeft(null);
  const [due, setDue] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDue(folder), STANDS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [folder]);
  const leave = (): void => {
    setLeft(folder);
    focusFrontSurface();
  };
  return folder === null || folder !== due || folder === left ? null : <WhoCodes key={folder} onLeave={leave} />;
}

function WhoCodes({ onLeave }: { onLeave(): void }) {
  const own = useOwnCoderName();
  const [name, setName] = useState('');
  const setting = useAttempt('The name could not be kept. Nothing was changed.');
  const ready = name.trim() !== '' && !setting.busy;
  const keep = (): void => {
    if (!ready) return;
    setting.run(async () => {
      await call('app.changeSettings', { coderName: name.trim() });
      announce(`You code as ${name.trim()}.`);
      onLeave();
    });
  };
  return (
    <Dialog
      title="Who codes this pack?"
      width={480}
      onClose={onLeave}
      footer={
        <>
          <Button onClick={onLeave}>Later</Button>
          <Button look="primary" disabled={!ready} onClick={keep}>
            Code under this name
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          This study is a coding pack: what you tag in it goes back to whoever made it and is compared with their own tags. You are told
          apart by your name, so give one that nobody else in the study has.
        </p>
        <TextInput
          label="Your name"
          autoFocus
          value={name}
          maxLength={200}
          placeholder="Name or initials"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
        {setting.error ? (
          <p className={styles.message} role="alert">
            {setting.error}
          </p>
        ) : null}
        <p className={styles.quiet}>
          Until then you code as “{own}”, the name you log in with. It is changed in the settings, or with{' '}
          <strong>Change the name you code under…</strong>
        </p>
      </div>
    </Dialog>
  );
}
