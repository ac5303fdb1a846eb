// The import dialog: files in, one table of what was found in each, and what becomes of them.
import { useEffect } from 'react';

import { useProgressStore } from '#renderer/stores/progress-store';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { ChooseFiles } from './ChooseFiles.tsx';
import { cancelCommit, commitImport, finishImport } from './commit-import.ts';
import styles from './import.module.css';
import { chosenRows, closeImport, type ImportRow, useImportStore } from './import-store.ts';
import { ImportTable } from './ImportTable.tsx';
import { PasteText } from './PasteText.tsx';
import { readStopped, readWaitingFiles, stopReading } from './read-files.ts';

export function ImportDialog() {
  const { phase, rows, message } = useImportStore();
  const sample = useVaultStore((state) => state.status?.sample ?? false);
  const waiting = rows.some((row) => row.state === 'waiting');
  useEffect(() => {
    if (waiting) void readWaitingFiles();
  }, [waiting]);
  return (
    <Dialog
      title={phase === 'done' ? 'Imported' : 'Import transcripts'}
      width={rows.length > 0 ? 1040 : 620}
      onClose={closeImport}
      footer={phase === 'pasting' ? null : <Footer />}
    >
      {message ? <p className={styles.message}>{message}</p> : null}
      {phase === 'pasting' ? (
        <PasteText />
      ) : (
        <>
          {sample && phase === 'choosing' ? (
            <p className={styles.note}>
              This is the sample copy. What you import into it goes when it is closed, unless you keep the study.
            </p>
          ) : null}
          {rows.length > 0 ? <ImportTable rows={rows} /> : null}
          {phase === 'choosing' ? <ChooseFiles compact={rows.length > 0} /> : null}
        </>
      )}
    </Dialog>
  );
}

function Footer() {
  const { phase, rows } = useImportStore();
  if (phase === 'importing') return <CommitProgress />;
  if (phase === 'done') {
    return (
      <Button look="primary" onClick={finishImport} autoFocus>
        Done
      </Button>
    );
  }
  const reading = rows.filter((row) => row.state === 'waiting' || row.state === 'reading');
  const chosen = chosenRows(rows).length;
  const readable = rows.filter((row) => row.state !== 'imported').length;
  const anyIn = rows.some((row) => row.state === 'imported');
  return (
    <>
      {reading.length > 0 ? <ReadingProgress rows={rows} /> : <StoppedNote rows={rows} />}
      <Button onClick={closeImport}>{anyIn ? 'Close' : 'Cancel'}</Button>
      {rows.length > 0 ? (
        <Button look="primary" disabled={chosen === 0 || reading.length > 0} onClick={() => void commitImport()}>
          {chosen === readable ? `Import ${chosen === 1 ? 'it' : `all ${chosen}`}` : `Import ${chosen} of ${readable}`}
        </Button>
      ) : null}
    </>
  );
}

function ReadingProgress({ rows }: { rows: readonly ImportRow[] }) {
  const done = rows.filter((row) => row.state !== 'waiting' && row.state !== 'reading').length;
  const now = rows.find((row) => row.state === 'reading');
  return (
    <div className={styles.progress}>
      <span role="status">{`Reading ${Math.min(done + 1, rows.length)} of ${rows.length}${now ? `: ${now.file.name}` : ''}`}</span>
      <ProgressBar label="Reading the files" done={done} total={rows.length} />
      <Button onClick={stopReading}>Stop reading</Button>
    </div>
  );
}

function StoppedNote({ rows }: { rows: readonly ImportRow[] }) {
  const stopped = rows.filter((row) => row.state === 'stopped').length;
  if (stopped === 0) return <span className={styles.spacer} />;
  return (
    <div className={styles.progress}>
      <Button onClick={readStopped}>{`Read the other ${stopped}`}</Button>
    </div>
  );
}

function CommitProgress() {
  const jobId = useImportStore((state) => state.jobId);
  const count = useImportStore((state) => chosenRows(state.rows).length);
  const job = useProgressStore((state) => (jobId === null ? undefined : state.jobs[jobId]));
  return (
    <div className={styles.progress}>
      <span role="status">
        {job
          ? `Importing ${Math.min(job.done + 1, job.total)} of ${job.total}${job.message ? `: ${job.message}` : ''}`
          : `Importing ${count}`}
      </span>
      <ProgressBar label="Importing" done={job?.done ?? 0} total={job?.total ?? count} />
      <Button onClick={cancelCommit} autoFocus>
        Stop
      </Button>
    </div>
  );
}
