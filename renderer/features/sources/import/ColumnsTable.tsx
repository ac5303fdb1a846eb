// The table in which each column of a chosen table is a row: its name, its first values, and what it is taken for.
import type { ReactNode } from 'react';

import styles from './table-columns.module.css';

/** @param children a row for each column. */
export function ColumnsTable({ children }: { children: ReactNode }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Columns">
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First values</th>
            <th scope="col">Taken for</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
