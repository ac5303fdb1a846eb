// Encrypts the open study: a passphrase, what it means, progress while every file is written anew.
import { useState } from 'react';

import { useProgressStore } from '#renderer/stores/progress-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { encryptStudy } from './change-encryption.ts';
import styles from './encryption.module.css';
import { NewPassphrase, NO_PASSPHRASE } from './NewPassphrase.tsx';
import { passphraseProblem } from './passphrase-problem.ts';

export function EncryptDialog({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState(NO_PASSPHRASE);
  const { busy, error, run } = useAttempt('The study was not encrypted.');
  const [jobId] = useState(() => crypto.randomUUID());
  const progress = useProgressStore((state) => state.jobs[jobId]);
  const ready = passphraseProblem(typed.passphrase, typed.again) === null && !busy;
  const start = (): void => {
    if (ready) run(() => encryptStudy(jobId, typed.passphrase));
  };
  return (
    <Dialog
      title="Encrypt this study"
      onClose={onClose}
      width={520}
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button look="primary" disabled={!ready} onClick={start}>
            {busy ? 'Encrypting…' : 'Encrypt study'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          Transcripts, snippets and everything else are written anew so that only your passphrase opens them. There is no other way in: if
          it is lost, only the recovery code helps, which you get next.
        </p>
        <p>
          Backups in the study’s folder are encrypted too; those in the second folder are removed and made anew. Copies you made yourself
          stay as they are, and traces of old files can remain on the disk until it is written over.
        </p>
        <NewPassphrase typed={typed} onTyped={setTyped} onEnter={start} autoFocus />
        {progress ? (
          <progress className={styles.progress} aria-label="Files encrypted" value={progress.done} max={Math.max(1, progress.total)} />
        ) : null}
        {error === null ? null : (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
