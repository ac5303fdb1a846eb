// The names that were found: kind, places, an example, and what stands in their place.
import { countNoun } from '#shared/lib/text';

import ui from '../../../ui/ui.module.css';
import type { NameRow } from './names-store.ts';
import styles from './names.module.css';

const KINDS: { readonly [K in NameRow['kind']]: string } = {
  person: 'Participant',
  company: 'Company',
  name: 'With a capital',
  'e-mail': 'E-mail',
  phone: 'Phone',
  listed: 'In the key list',
};

interface NameTableProps {
  rows: readonly NameRow[];
  onChange(text: string, fields: Partial<Pick<NameRow, 'chosen' | 'replacement'>>): void;
}

export function NameTable({ rows, onChange }: NameTableProps) {
  const all = rows.every(({ chosen }) => chosen);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label="Replace all"
                checked={all}
                onChange={() => rows.forEach(({ text }) => onChange(text, { chosen: !all }))}
              />
            </th>
            <th scope="col">Name</th>
            <th scope="col">Found as</th>
            <th scope="col">Where</th>
            <th scope="col">Replaced by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.kind} ${row.text}`} row={row} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row: { kind, text, replacement, chosen, count, sources, example },
  onChange,
}: {
  row: NameRow;
  onChange: NameTableProps['onChange'];
}) {
  return (
    <tr data-chosen={chosen}>
      <td>
        <input type="checkbox" aria-label={`Replace ${text}`} checked={chosen} onChange={() => onChange(text, { chosen: !chosen })} />
      </td>
      <th scope="row">
        <bdi>{text}</bdi>
      </th>
      <td>{KINDS[kind]}</td>
      <td>
        <span className={styles.count}>
          {kind === 'listed'
            ? 'In none of today’s texts'
            : `${countNoun(count, 'place', 'places')}, ${countNoun(sources, 'interview', 'interviews')}`}
        </span>
        {kind === 'listed' ? null : <bdi className={styles.example}>…{example}…</bdi>}
      </td>
      <td>
        <input
          type="text"
          className={ui.input}
          aria-label={`In the place of ${text}`}
          value={replacement}
          maxLength={300}
          onChange={(event) => onChange(text, { replacement: event.target.value, chosen: true })}
        />
      </td>
    </tr>
  );
}
