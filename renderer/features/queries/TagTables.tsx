// Tables of tags: those that meet, those of each segment, and the saturation curve for who wants it. People stand first in every cell.
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';

import type { CountTable } from '#shared/model/count-table';
import { saturation, SATURATION_SIZES } from '#shared/domain/query/saturation';
import type { COUNTED_TABLES, CountedTable } from '#shared/rpc/query-answers';
import { notifyError } from '#renderer/stores/notification-store';
import { useDerived } from '#renderer/stores/record-hooks';
import { call } from '#renderer/stores/session';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { exportFile } from './export-file.ts';
import { useCodingVersion } from './use-query.ts';
import styles from './queries.module.css';

type Shown = (typeof COUNTED_TABLES)[number] | 'saturation';

const TITLES: Readonly<Record<Shown, string>> = {
  'tags-by-segment': 'Tags by segment',
  'tags-together': 'Tags that meet',
  saturation: 'New tags per interview',
};

export function TagTables() {
  const [table, setTable] = useState<Shown>('tags-by-segment');
  return (
    <>
      <div className={styles.adders}>
        {(Object.keys(TITLES) as Shown[]).map((each) => (
          <Button key={each} aria-pressed={each === table} onClick={() => setTable(each)}>
            {TITLES[each]}
          </Button>
        ))}
        <Button icon={<FileDown size={14} aria-hidden="true" />} onClick={() => void exportFile(table)}>
          This table (CSV)
        </Button>
        <Button icon={<FileDown size={14} aria-hidden="true" />} onClick={() => void exportFile('xlsx')}>
          All tables (Excel)
        </Button>
      </div>
      {table === 'saturation' ? <SaturationSteps /> : <Counted table={table} />}
    </>
  );
}

function Counted({ table }: { table: (typeof COUNTED_TABLES)[number] }) {
  const version = useCodingVersion();
  const [counted, setCounted] = useState<(CountedTable & { table: string }) | null>(null);
  useEffect(() => {
    let current = true;
    call('query.table', { table })
      .then((answer) => current && setCounted({ table, ...answer }))
      .catch((error: unknown) => current && notifyError(error));
    return () => {
      current = false;
    };
  }, [table, version]);
  if (counted?.table !== table) return <p role="status">Counting…</p>;
  return <Counts title={TITLES[table]} counts={counted.counts} all={counted.rows} />;
}

function Counts({ title, counts: { rows, columns, cells }, all }: { title: string; counts: CountTable; all: number }) {
  if (rows.length === 0) return <EmptyState>No tagged snippet holds anybody’s words yet.</EmptyState>;
  return (
    <>
      <p className={styles.count}>
        In each cell: people, then snippets.
        {rows.length < all
          ? ` ${rows.length} of ${all} tags are shown, those with the most people in a cell; the exported table has all.`
          : ''}
      </p>
      {/* A region that scrolls must be reached by key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={styles.counts}>
          <thead>
            <tr>
              <th scope="col">Tag</th>
              {columns.map(({ id, name }) => (
                <th key={id ?? ''} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name }, row) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {columns.map((column, place) => {
                  const { people = 0, snippets = 0 } = cells[row]?.[place] ?? {};
                  return (
                    <td key={column.id ?? ''} className="record">
                      {snippets === 0 ? '' : <strong>{people}</strong>} {snippets === 0 ? '' : <small>{snippets}</small>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function SaturationSteps() {
  const shown = useShownText();
  const curve = useDerived(['sources', 'snippets', 'taggings'], (reader) => saturation(reader));
  const { base, run, threshold } = SATURATION_SIZES;
  return (
    <>
      <p className={styles.count}>
        {curve.reachedAfter === null
          ? `Not reached: no ${run} interviews in a row bring at most ${threshold * 100} % of the ${curve.baseTags} tags of the first ${base}.`
          : `After interview ${curve.reachedAfter} the next ${run} bring at most ${threshold * 100} % of the ${curve.baseTags} tags of the first ${base}.`}{' '}
        Guest, Namey and Chen (2020). It says when coding brings little that is new, not that nothing is missing.
      </p>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">Interview</th>
            <th scope="col">New tags</th>
            <th scope="col">Tags so far</th>
          </tr>
        </thead>
        <tbody>
          {curve.steps.map(({ sourceId, title, newTags, allTags }) => (
            <tr key={sourceId}>
              <th scope="row">{shown(title)}</th>
              <td className="record">{newTags}</td>
              <td className="record">{allTags}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
