// How a table is read: what a row is, and what each column is taken for; the preview beside it follows.
import { Fragment, useId } from 'react';

import { withoutDirections } from '#shared/lib/text';
import type { TableChoice, TableColumns, TableRowKind, TableShape } from '#shared/model/table';

import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import ui from '../../../ui/ui.module.css';
import { ColumnsTable } from './ColumnsTable.tsx';
import type { ImportRow } from './import-store.ts';
import { readAgain } from './read-files.ts';
import styles from './table-columns.module.css';
import { type ColumnUse, mayUse, ROW_NAMES, USE_NAMES, columnUse, usesFor, withUse } from './table-uses.ts';

export function TableColumnsChoice({ row, table }: { row: ImportRow; table: TableShape }) {
  // What was chosen shows at once, while the file is still read anew.
  const chosen = row.state === 'reading' ? row.reading.table : undefined;
  const columns = chosen?.columns ?? table.mapping.columns;
  const { sheet, heading } = { ...table.mapping, ...chosen };
  const choose = (choice: TableChoice): void => void readAgain(row, { table: choice });
  return (
    <section className={styles.mapping} aria-label={`How ${row.file.name} is read`}>
      <SectionTitle>How the table is read</SectionTitle>
      <div className={styles.rows}>
        <RowKinds chosen={chosen?.rows ?? columns.rows} onChoose={(rows) => choose({ sheet, heading, rows })} />
        <div className={styles.sheet}>
          {table.sheets.length > 1 ? (
            <label className={ui.field}>
              <span className={ui.fieldLabel}>Sheet</span>
              <select className={ui.input} value={sheet} onChange={(event) => choose({ sheet: Number(event.target.value) })}>
                {table.sheets.map((name, at) => (
                  <option key={name} value={at}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <label className={styles.check}>
            <input type="checkbox" checked={heading} onChange={(event) => choose({ sheet, heading: event.target.checked, columns })} />
            The first row holds headings
          </label>
        </div>
      </div>
      <Columns table={table} columns={columns} onChoose={(next) => choose({ sheet, heading, columns: next })} />
    </section>
  );
}

function RowKinds({ chosen, onChoose }: { chosen: TableRowKind; onChoose(rows: TableRowKind): void }) {
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend className={ui.fieldLabel}>Each row is</legend>
      {(['turns', 'respondents'] as const).map((rows) => (
        <label key={rows} className={styles.check}>
          <input type="radio" name={name} checked={chosen === rows} onChange={() => onChoose(rows)} />
          {ROW_NAMES[rows]}
        </label>
      ))}
    </fieldset>
  );
}

function Columns({ table, columns, onChoose }: { table: TableShape; columns: TableColumns; onChoose(columns: TableColumns): void }) {
  return (
    <ColumnsTable>
      {table.columns.map((column, index) => {
        const use = columnUse(columns, index);
        return (
          <tr key={index} data-used={use !== 'unused'}>
            <th scope="row" title={column.name}>
              <span className={styles.name}>{column.name}</span>
            </th>
            <td>
              <span className={styles.examples} title={column.examples.join('\n')}>
                {column.filled === 0
                  ? 'Empty'
                  : column.examples.map((example, at) => (
                      <Fragment key={at}>
                        {at > 0 ? ' · ' : ''}
                        <bdi>{withoutDirections(example)}</bdi>
                      </Fragment>
                    ))}
              </span>
            </td>
            <td>
              <select
                className={ui.input}
                aria-label={`Column ${column.name} is taken for`}
                value={use}
                onChange={(event) => onChoose(withUse(columns, index, event.target.value as ColumnUse))}
              >
                {usesFor(columns).map((each) => (
                  <option key={each} value={each} disabled={!mayUse(columns, index, each)}>
                    {USE_NAMES[each]}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        );
      })}
    </ColumnsTable>
  );
}
