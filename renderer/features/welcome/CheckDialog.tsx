// The report of checking the study's files.
import { countNoun } from '#shared/lib/text';
import type { CheckReport } from '#shared/rpc/answers';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './welcome.module.css';

export function CheckDialog({ report, onClose }: { report: CheckReport; onClose(): void }) {
  const records = Object.values(report.records).reduce((sum, count) => sum + count, 0);
  return (
    <Dialog
      title={report.ok ? 'The study’s files are in order' : 'The check found something'}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <div className={styles.form}>
        <p>
          {`Looked at ${countNoun(report.seq, 'saved change', 'saved changes')}, ${countNoun(records, 'record', 'records')}, ${countNoun(report.transcripts, 'transcript', 'transcripts')} and ${countNoun(report.backups, 'backup', 'backups')}: checksums, order, references, and each snippet against its text. Nothing was changed.`}
        </p>
        {report.problems.length > 0 ? (
          <ul className={styles.problems}>
            {report.problems.map(({ file, what }, at) => (
              <li key={at}>
                {what} <span className="record">{file}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {report.ok ? null : <p>Copies from before are in the study’s “backups” folder.</p>}
      </div>
    </Dialog>
  );
}
