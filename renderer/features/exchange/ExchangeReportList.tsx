// The report of an exchange: what comes over, what changes on the way, what stays behind.
import type { ExchangeReport } from '#shared/rpc/exchange-answers';

import styles from './exchange.module.css';

export function ExchangeReportList({ report }: { report: ExchangeReport }) {
  return (
    <div className={styles.report}>
      <Part title="Comes over" lines={report.brings} empty="Nothing comes over." wide={false} />
      <Part title="Changes on the way" lines={report.changes} empty={null} wide />
      <Part title="Stays behind" lines={report.leaves} empty="Nothing stays behind." wide />
    </div>
  );
}

function Part({ title, lines, empty, wide }: { title: string; lines: readonly string[]; empty: string | null; wide: boolean }) {
  if (lines.length === 0 && empty === null) return null;
  return (
    <section>
      <h3 className={styles.partTitle}>{title}</h3>
      {lines.length === 0 ? <p className={styles.quiet}>{empty}</p> : null}
      <ul className={wide ? styles.sentences : styles.counts}>
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
