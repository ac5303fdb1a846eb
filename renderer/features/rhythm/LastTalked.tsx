// When somebody last really talked with a customer: for all, by department and by role.
import type { LastGenuineOf, LastGenuineReport } from '#shared/domain/rhythm/last-genuine';
import { daysAgo } from '#shared/domain/rhythm/rhythm-words';
import { dayInWords } from '#shared/domain/readout/sentences';

import styles from './rhythm.module.css';

export function LastTalked({ last }: { last: LastGenuineReport }) {
  const { all, departments, roles } = last;
  return (
    <section className={styles.last} aria-label="Last real conversation">
      <div className={styles.lead}>
        <p className={styles.leadLabel}>Last real conversation</p>
        <p className={styles.leadFigure}>{daysAgo(all.days)}</p>
        <p className={styles.quiet}>
          {all.on === null ? 'Interviews of this study are counted by themselves.' : `on ${dayInWords(all.on)}`}
        </p>
      </div>
      {departments.length > 0 ? <SinceList title="By department" rows={departments} /> : null}
      {roles.length > 0 ? <SinceList title="By role" rows={roles} /> : null}
    </section>
  );
}

function SinceList({ title, rows }: { title: string; rows: readonly LastGenuineOf[] }) {
  return (
    <div>
      <h3 className={styles.subheading}>{title}</h3>
      <dl className={styles.since}>
        {rows.map(({ name, on, days }) => (
          <div key={name} className={styles.sinceRow}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd title={on === null ? undefined : dayInWords(on)}>{daysAgo(days)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
