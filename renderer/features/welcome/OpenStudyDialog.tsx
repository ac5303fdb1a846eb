// Opens a study: one of the recent ones, or any folder that holds one.
import { useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import { notifyError } from '#renderer/stores/notification-store';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FolderChooser } from './FolderChooser.tsx';
import { lastPart } from './folder-path.ts';
import { forgetRecent, openStudy } from './open-study.ts';
import styles from './welcome.module.css';

interface Refusal {
  folder: string;
  message: string;
  code: AppError['code'] | null;
}

const refusalOf = (folder: string, error: unknown): Refusal =>
  error instanceof AppError
    ? { folder, message: error.message, code: error.code }
    : { folder, message: 'The study could not be opened. Nothing was changed.', code: null };

export function OpenStudyDialog({ onClose }: { onClose(): void }) {
  const [folder, setFolder] = useState('');
  const [study, setStudy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const wanted = study ?? folder;
  const open = (path: string): void => {
    if (path === '' || busy) return;
    setBusy(true);
    setRefusal(null);
    openStudy(path)
      .catch((error: unknown) => setRefusal(refusalOf(path, error)))
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
        <FolderChooser
          label="Folder"
          folder={folder}
          onFolder={setFolder}
          onStudy={open}
          onSelect={(entry) => setStudy(entry?.isVault ? entry.folder : null)}
          onEnter={() => open(wanted)}
          absent="There is no such folder. It may have been moved or renamed; go to the folder above, or choose another one."
        />
        {refusal ? <RefusalBox refusal={refusal} onForgotten={() => setRefusal(null)} /> : null}
      </div>
    </Dialog>
  );
}

/** Why it was not opened, with the one thing that helps. */
function RefusalBox({ refusal, onForgotten }: { refusal: Refusal; onForgotten(): void }) {
  const listed = useVaultStore((state) => state.recent.some(({ folder }) => folder === refusal.folder));
  const forget = (): void => void forgetRecent(refusal.folder).then(onForgotten).catch(notifyError);
  return (
    <div className={styles.error} role="alert">
      <p>{refusal.message}</p>
      {refusal.code === 'vault-missing' && listed ? <Button onClick={forget}>Remove from the recent list</Button> : null}
    </div>
  );
}

function RecentChoice({ onOpen }: { onOpen(folder: string): void }) {
  const recent = useVaultStore((state) => state.recent);
  const openFolder = useVaultStore((state) => state.status?.folder);
  const others = recent.filter((vault) => vault.folder !== openFolder).slice(0, 4);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="recent-choice">
      <h3 id="recent-choice" className={styles.small}>
        Recent
      </h3>
      <ul className={styles.recentChoice}>
        {others.map((vault) => (
          <li key={vault.folder}>
            <Button title={vault.folder} onClick={() => onOpen(vault.folder)}>
              {vault.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
