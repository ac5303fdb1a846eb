// Everybody of us: when last, hours with customers in six weeks against the floor, and the goal of the month.
import type { CSSProperties } from 'react';

import { EXPOSURE_FLOOR_HOURS, type Exposure } from '#shared/domain/rhythm/exposure';
import type { RhythmPerson } from '#shared/domain/rhythm/people-of-rhythm';
import { daysAgo, hoursInWords } from '#shared/domain/rhythm/rhythm-words';
import { dayInWords } from '#shared/domain/readout/sentences';
import { useRecords } from '#renderer/stores/record-hooks';

import { Button } from '../../ui/Button.tsx';
import { openRhythmDialog } from './rhythm-store.ts';
import styles from './rhythm.module.css';

/** The bar ends at twice the floor: more than that is simply enough. */
const BAR_HOURS = EXPOSURE_FLOOR_HOURS * 2;

export function PeopleTable({ people }: { people: readonly RhythmPerson[] }) {
  const names = new Map(useRecords('departments').map(({ id, name }) => [id, name]));
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Everybody of us</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Last real conversation</th>
          <th scope="col">Hours with customers, six weeks</th>
          <th scope="col">Goal this month</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ name, role, departmentId, last, exposure, progress }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
              <span className={styles.under}>{[role, names.get(departmentId ?? '')].filter(Boolean).join(', ')}</span>
            </th>
            <td>
              {daysAgo(last.days)}
              <span className={styles.under}>{last.on === null ? '' : dayInWords(last.on)}</span>
            </td>
            <td>
              <Hours exposure={exposure} />
            </td>
            <td>
              {progress ? (
                <>
                  <Button
                    look="quiet"
                    aria-label={`${progress.had} of ${progress.goal.perMonth}: goal of ${name}`}
                    onClick={() => openRhythmDialog({ at: 'goal', goalId: progress.goal.id })}
                  >
                    {progress.had} of {progress.goal.perMonth}
                  </Button>
                  {progress.reached ? <span className={styles.under}>reached</span> : null}
                </>
              ) : (
                <span className={styles.quiet}>no goal</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Hours({ exposure: { hours, enough, withoutLength } }: { exposure: Exposure }) {
  const style = { '--share': `${Math.min(100, (hours / BAR_HOURS) * 100)}%` } as CSSProperties;
  return (
    <div className={styles.hours}>
      <span className={styles.bar} style={style} data-enough={enough} aria-hidden="true" />
      <span>
        {hoursInWords(hours)}
        <span className={styles.under}>
          {enough ? 'floor reached' : `${hoursInWords(EXPOSURE_FLOOR_HOURS - hours)} to the floor`}
          {withoutLength > 0 ? `; ${withoutLength} without a length` : ''}
        </span>
      </span>
    </div>
  );
}
