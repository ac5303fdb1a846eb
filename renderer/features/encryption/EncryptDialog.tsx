// Encrypts the open study: a passphrase, what it means, progress while every file is written anew.
import { useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import { useProgressStore } from '#renderer/stores/progress-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { encryptStudy } from './change-encryption.ts';
import styles from './encryption.module.css';
import { NewPassphrase, NO_PASSPHRASE } from './NewPassphrase.tsx';
import { passphraseProblem } from './passphrase-problem.ts';

export function EncryptDialog({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState(NO_PASSPHRASE);
  const [error, setError] = useState<string | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const progress = useProgressStore((state) => (jobId === null ? undefined : state.jobs[jobId]));
  const ready = passphraseProblem(typed.passphrase, typed.again) === null && jobId === null;
  const start = (): void => {
    if (!ready) return;
    const id = crypto.randomUUID();
    setJobId(id);
    setError(null);
    encryptStudy(id, typed.passphrase)
      .catch((failure: unknown) => setError(failure instanceof AppError ? failure.message : 'The study was not encrypted.'))
      .finally(() => setJobId(null));
  };
  return (
    <Dialog
      title="Encrypt this study"
      onClose={onClose}
      width={520}
      footer={
        <>
          <Button onClick={onClose} disabled={jobId !== null}>
            Cancel
          </Button>
          <Button look="primary" disabled={!ready} onClick={start}>
            {jobId === null ? 'Encrypt study' : 'Encrypting…'}
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
          Backups made before are removed, for they would still show everything. Copies you made yourself stay as they are, and traces of
          old files can remain on the disk until it is written over.
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
