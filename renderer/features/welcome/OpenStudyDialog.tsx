// Opens a study: one of the recent ones, or any folder that holds one.
import { useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FolderChooser } from './FolderChooser.tsx';
import { lastPart } from './folder-path.ts';
import { openStudy } from './open-study.ts';
import styles from './welcome.module.css';

export function OpenStudyDialog({ onClose }: { onClose(): void }) {
  const [folder, setFolder] = useState('');
  const [study, setStudy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wanted = study ?? folder;
  const open = (path: string): void => {
    setBusy(true);
    setError(null);
    openStudy(path)
      .catch((failure: unknown) => setError(failure instanceof AppError ? failure.message : 'The study could not be opened. Nothing was changed.'))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      title="Open a study"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={wanted === '' || busy} onClick={() => open(wanted)}>
            {study === null ? 'Open study' : `Open “${lastPart(study)}”`}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RecentChoice onOpen={open} />
        <FolderChooser label="Folder" folder={folder} onFolder={setFolder} onStudy={open} onSelect={setStudy} autoFocus />
        {error ? (
          <p className={styles.error} role="alert">
            {error}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

function RecentChoice({ onOpen }: { onOpen(folder: string): void }) {
  const recent = useVaultStore((state) => state.recent);
  const openFolder = useVaultStore((state) => state.status?.folder);
  const others = recent.filter((vault) => vault.folder !== openFolder).slice(0, 4);
  if (others.length === 0) return null;
  return (
    <ul className={styles.recentChoice} aria-label="Recent studies">
      {others.map((vault) => (
        <li key={vault.folder}>
          <Button title={vault.folder} onClick={() => onOpen(vault.folder)}>
            {vault.name}
          </Button>
        </li>
      ))}
    </ul>
  );
}
