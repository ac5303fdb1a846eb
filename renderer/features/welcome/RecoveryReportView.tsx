// The report on a damaged study: what was found, what is saved, what is not, what to do, and the files themselves.
import { countNoun } from '#shared/lib/text';
import { lostInWords, savedInWords } from '#shared/model/recovery-report';
import type { Diagnosis } from '#shared/rpc/answers';

import styles from './welcome.module.css';

/** More lines than this are counted, not listed: the whole report is written into “quarantine”. */
const LISTED = 100;

export function RecoveryReportView({ diagnosis }: { diagnosis: Diagnosis }) {
  const { report, files } = diagnosis;
  const copies = report.conflictCopies.map((name) => `${name} was made by a program that synchronises folders. It was left where it is.`);
  const found = [...report.findings, ...report.transcripts].map(({ what }) => what);
  const missing = [...report.lost.map(lostInWords), ...report.records.map(({ what }) => what)];
  return (
    <>
      <Lines title="What was found" lines={[...found, ...copies]} />
      <section aria-label="What is saved">
        <h3 className={styles.small}>What is saved</h3>
        {savedInWords(report).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <Lines title={`What is missing (${countNoun(missing.length, 'item', 'items')})`} lines={missing} />
      <Lines title="What to do" lines={report.whatToDo} plain />
      <Files files={files} />
    </>
  );
}

/** A list under a heading; nothing when it is empty. */
function Lines({ title, lines, plain = false }: { title: string; lines: readonly string[]; plain?: boolean }) {
  if (lines.length === 0) return null;
  const shown = lines.slice(0, LISTED);
  const label = title.replace(/ \(.*/, '');
  return (
    <section aria-label={label}>
      <h3 className={styles.small}>{title}</h3>
      <ul className={plain ? styles.advice : styles.problems}>
        {shown.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
        {lines.length > shown.length ? <li>{`and ${lines.length - shown.length} more`}</li> : null}
      </ul>
    </section>
  );
}

function Files({ files }: { files: Diagnosis['files'] }) {
  return (
    <details>
      <summary className={styles.summary}>Show the files</summary>
      <table className={styles.files}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Bytes</th>
            <th scope="col">Changed (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, bytes, changedAt }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{bytes.toLocaleString('en')}</td>
              <td>{changedAt.slice(0, 16).replace('T', ' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
