// Restoring a study that is lost or does not open: where its backups lie, which of them, and where it goes.
import { useEffect, useState } from 'react';

import type { BackupRow } from '#shared/rpc/history-answers';
import { call } from '#renderer/stores/session';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FolderChooser, openRecent, StudyPlaceDialog } from '../welcome/index.ts';
import { momentOf, reasonInWords } from './backup-words.ts';
import { showRestoreDialog, useRestoreDialog } from './restore-store.ts';
import styles from './backups.module.css';

const close = (): void => showRestoreDialog(false);

export function RestoreDialogs() {
  const open = useRestoreDialog((state) => state.open);
  return open ? <RestoreLost /> : null;
}

interface Chosen {
  from: string;
  row: BackupRow;
}

function RestoreLost() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (!chosen) return <ChooseBackup onChosen={setChosen} />;
  const { from, row } = chosen;
  return (
    <StudyPlaceDialog
      title="Restore into a new study"
      initialName={`Restored ${row.at?.slice(0, 10) ?? ''}`.trim()}
      action="Restore and open"
      explanation={`The backup of ${row.at ? momentOf(row.at) : row.name} becomes a study of its own. What it is from stays as it is.`}
      named={false}
      make={async (to) => {
        const { folder } = await call('backups.restoreFrom', { from, name: row.name, to });
        close();
        await openRecent(folder);
      }}
      onClose={close}
    />
  );
}

function ChooseBackup({ onChosen }: { onChosen(chosen: Chosen): void }) {
  const [folder, setFolder] = useState('');
  const [inside, setInside] = useState<string | null>(null);
  const from = inside ?? folder;
  const rows = useBackupsIn(from);
  const [name, setName] = useState<string | null>(null);
  const row = rows.find((each) => each.name === name) ?? rows[0] ?? null;
  return (
    <Dialog
      title="Restore a study from its backups"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={row === null} onClick={() => row && onChosen({ from, row })}>
            Next
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>Choose the folder of the study, or the folder that carries its name in your second folder.</p>
        <FolderChooser
          label="Folder"
          folder={folder}
          onFolder={setFolder}
          onStudy={setInside}
          onSelect={(entry) => setInside(entry?.folder ?? null)}
          absent="This folder is not there."
        />
        {rows.length === 0 ? (
          <p className={styles.quiet}>{from === '' ? 'No folder is chosen yet.' : 'There are no backups in this folder.'}</p>
        ) : (
          <label className={styles.which}>
            Backup
            <select value={row?.name ?? ''} onChange={(event) => setName(event.target.value)}>
              {rows.map((each) => (
                <option key={each.name} value={each.name}>
                  {each.at ? momentOf(each.at) : each.name}, {reasonInWords(each).toLowerCase()}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </Dialog>
  );
}

/** Those that can be read, newest first; none for a folder that cannot be looked into. */
function useBackupsIn(folder: string): readonly BackupRow[] {
  const [rows, setRows] = useState<readonly BackupRow[]>([]);
  useEffect(() => {
    let current = true;
    setRows([]);
    if (folder !== '') {
      call('backups.listIn', { folder })
        .then((found) => current && setRows(found.filter(({ at }) => at !== null)))
        .catch(() => undefined);
    }
    return () => {
      current = false;
    };
  }, [folder]);
  return rows;
}
