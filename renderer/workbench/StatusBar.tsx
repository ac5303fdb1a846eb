// The status bar: left the whole window, right the active editor.
import { Redo2, Undo2 } from 'lucide-react';

import { type JobProgress, useProgressStore } from '#renderer/stores/progress-store';
import { call } from '#renderer/stores/session';
import { useStatusItems } from '#renderer/stores/status-items';
import { useVaultStore } from '#renderer/stores/vault-store';

import { readableKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run-command.ts';
import styles from './status-bar.module.css';

const progressOf = ({ done, total }: JobProgress): string =>
  total > 0 ? `${done.toLocaleString()} of ${total.toLocaleString()}` : done.toLocaleString();

export function StatusBar({ chord }: { chord: string | null }) {
  const status = useVaultStore((state) => state.status);
  const mayChange = status !== null && status.readOnlyReason === null && status.lookingBack === null;
  const undoLabel = useVaultStore((state) => (mayChange ? state.undoLabel : null));
  const redoLabel = useVaultStore((state) => (mayChange ? state.redoLabel : null));
  const hideNames = useVaultStore((state) => state.settings.hideNames);
  const jobId = useProgressStore((state) => Object.keys(state.jobs)[0]);
  const job = useProgressStore((state) => (jobId === undefined ? undefined : state.jobs[jobId]));
  const filling = useVaultStore((state) => state.filling);
  const items = useStatusItems();
  return (
    <footer className={styles.statusBar} data-part="statusBar" tabIndex={-1} aria-label="Status">
      <span>{status ? (status.sample ? 'Sample study, a copy' : status.name) : 'No study open'}</span>
      {undoLabel ? (
        <button
          type="button"
          className={styles.statusButton}
          title={`Undo (${readableKeys('Mod+Z')})`}
          onClick={() => runCommand('edit.undo')}
        >
          <Undo2 size={13} aria-hidden="true" /> Undo <bdi>{undoLabel}</bdi>
        </button>
      ) : null}
      {redoLabel ? (
        <button
          type="button"
          className={styles.statusButton}
          title={`Redo (${readableKeys('Mod+Shift+Z')})`}
          onClick={() => runCommand('edit.redo')}
        >
          <Redo2 size={13} aria-hidden="true" /> Redo <bdi>{redoLabel}</bdi>
        </button>
      ) : null}
      {hideNames && status ? (
        <button type="button" className={styles.statusButton} onClick={() => runCommand('privacy.toggleNames')}>
          names hidden
        </button>
      ) : null}
      {filling ? <span>{`Loading the study: ${filling.done.toLocaleString()} of ${filling.total.toLocaleString()} records`}</span> : null}
      {job ? <span>{`${job.message || 'Working'} ${progressOf(job)}`}</span> : null}
      {jobId === undefined ? null : (
        <button type="button" className={styles.statusButton} onClick={() => void call('job.cancel', { jobId })}>
          Stop
        </button>
      )}
      <span className={styles.statusEnd}>
        {chord ? (
          <span>{readableKeys(chord)} pressed, waiting for the second key</span>
        ) : (
          items.map((item) => <span key={item}>{item}</span>)
        )}
      </span>
    </footer>
  );
}
