// The second folder: another disk, where backups go with the transcripts.
import { useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { BackupRow, BackupsAnswer } from '#shared/rpc/history-answers';
import { notifyError } from '#renderer/stores/notification-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FolderChooser } from '../welcome/index.ts';
import { chooseSecondFolder } from './backup-actions.ts';
import { BackupsTable } from './BackupsTable.tsx';
import styles from './backups.module.css';

export function SecondFolder({ backups, onRestore }: { backups: BackupsAnswer; onRestore(row: BackupRow): void }) {
  const [choosing, setChoosing] = useState(false);
  const { secondFolder, second } = backups;
  return (
    <section className={styles.section} aria-labelledby="second-folder">
      <h3 id="second-folder">A second folder</h3>
      <p>
        {secondFolder === null ? (
          'Backups lie inside the study’s folder. When that disk breaks, they go with it: choose a folder on another disk, and every study is backed up there as well, with its transcripts.'
        ) : (
          <>
            Every study is also backed up to <span className="record">{secondFolder}</span>
          </>
        )}
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => setChoosing(true)}>{secondFolder === null ? 'Choose a second folder…' : 'Choose another…'}</Button>
        {secondFolder === null ? null : (
          <Button look="quiet" title="What is there already stays." onClick={() => void chooseSecondFolder(null).catch(notifyError)}>
            Stop backing up there
          </Button>
        )}
      </div>
      <BackupsTable caption="In the second folder" place="second" rows={second} onRestore={onRestore} />
      {choosing ? <Choose initial={secondFolder ?? ''} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

function Choose({ initial, onClose }: { initial: string; onClose(): void }) {
  const [folder, setFolder] = useState(initial);
  const [inside, setInside] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choose = (): void => {
    setBusy(true);
    chooseSecondFolder(inside ?? folder)
      .then(onClose)
      .catch((failure: unknown) => setError(failure instanceof AppError ? failure.message : 'The folder could not be used.'))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      title="A second folder for backups"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={busy || (inside ?? folder).trim() === ''} onClick={choose}>
            {busy ? 'Copying…' : 'Use this folder'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          Best on another disk. Each study gets a folder of its own in it, with records, transcripts and history; a first backup is made at
          once.
        </p>
        <FolderChooser
          label="Folder"
          folder={folder}
          onFolder={setFolder}
          onSelect={(entry) => setInside(entry && !entry.isVault ? entry.folder : null)}
          onEnter={choose}
          absent="This folder is not there. Make it first, or choose another one."
        />
        {error === null ? null : <p role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
