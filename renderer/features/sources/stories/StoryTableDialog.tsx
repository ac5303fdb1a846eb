// A table of stories, complaints or answers: which column is what, how the rows are read, and what cannot go in.
import { FileDown } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';

import { STORY_COLUMNS, type StoryColumn, type StoryColumns, storiesOf, type StoryRow } from '#shared/domain/sources/story-rows';
import { countNoun, shorten } from '#shared/lib/text';
import type { StoryTable } from '#shared/rpc/answers';
import { useProgressStore } from '#renderer/stores/progress-store';
import { readBase64 } from '#renderer/stores/read-base64';
import { call } from '#renderer/stores/session';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import ui from '../../../ui/ui.module.css';
import { KindSelect } from './KindSelect.tsx';
import { addStories, closeStories, stopStories, useStoriesStore } from './stories-store.ts';
import styles from './stories.module.css';

const COLUMN_NAMES: { readonly [C in StoryColumn]: string } = { words: 'Words', who: 'Whose words', day: 'Day', title: 'Title' };
/** Rows shown as they would be read. */
const SHOWN = 5;
/** Rows named that cannot go in. */
const NAMED = 5;

export function StoryTableDialog() {
  const kind = useStoriesStore((state) => state.kind);
  const jobId = useStoriesStore((state) => state.jobId);
  const [table, setTable] = useState<StoryTable | null>(null);
  const reading = useAttempt('The file could not be read. Nothing was imported.');
  const adding = useAttempt('The rows could not be added. The study is as it was before.');
  const columns = table?.columns ?? null;
  const rows = useMemo(() => (table && columns ? storiesOf(table.rows, columns, kind) : []), [table, columns, kind]);
  const stories = rows.flatMap((row) => ('story' in row ? [row.story] : []));
  const read = (file: File): void =>
    reading.run(async () => {
      setTable(null);
      const base64 = (await readBase64(file, () => true)) ?? '';
      setTable(await call('import.inspectStories', { fileName: file.name, base64 }));
    });
  const add = (): void =>
    adding.run(async () => {
      await addStories(table?.fileName ?? '', stories);
      closeStories();
    });
  return (
    <Dialog
      title="Import stories from a table"
      width={760}
      onClose={closeStories}
      footer={
        <>
          {jobId ? <Progress jobId={jobId} /> : null}
          <Button onClick={jobId ? () => stopStories(jobId) : closeStories}>{jobId ? 'Stop' : 'Cancel'}</Button>
          <Button look="primary" disabled={stories.length === 0 || adding.busy} onClick={add}>
            {stories.length === 0 ? 'Import' : `Import ${countNoun(stories.length, 'row', 'rows')}`}
          </Button>
        </>
      }
    >
      <ChooseTable busy={reading.busy} chosen={table?.fileName ?? null} onChoose={read} />
      {reading.error ? <p role="alert">{reading.error}</p> : null}
      {adding.error ? <p role="alert">{adding.error}</p> : null}
      {table && columns ? (
        <div className={styles.form}>
          {table.warnings.map((warning) => (
            <p key={warning} className={styles.quiet}>
              {warning}
            </p>
          ))}
          <KindSelect kind={kind} onChange={(next) => useStoriesStore.setState({ kind: next })} />
          <Columns table={table} columns={columns} onChange={(next) => setTable({ ...table, columns: next })} />
          <Preview rows={rows} ready={stories.length} />
        </div>
      ) : null}
    </Dialog>
  );
}

function ChooseTable({ busy, chosen, onChoose }: { busy: boolean; chosen: string | null; onChoose(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.choose}>
      <Button autoFocus disabled={busy} icon={<FileDown size={14} aria-hidden="true" />} onClick={() => input.current?.click()}>
        {chosen === null ? 'Choose a file…' : 'Choose another file…'}
      </Button>
      <span className={styles.quiet} role="status">
        {busy ? 'Reading…' : (chosen ?? 'CSV or Excel, a row each. Nothing is imported before you have seen how it is read.')}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.tab,.txt,.xlsx"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onChoose(file);
        }}
      />
    </div>
  );
}

function Columns({ table, columns, onChange }: { table: StoryTable; columns: StoryColumns; onChange(columns: StoryColumns): void }) {
  const heading = table.rows[0] ?? [];
  return (
    <div className={styles.pair}>
      {STORY_COLUMNS.map((column) => (
        <Field key={column} label={COLUMN_NAMES[column]}>
          {(id) => (
            <select
              id={id}
              className={ui.input}
              value={columns[column] ?? ''}
              onChange={(event) => onChange({ ...columns, [column]: event.target.value === '' ? null : Number(event.target.value) })}
            >
              <option value="">{column === 'words' ? 'Choose the column with the words' : 'No column'}</option>
              {heading.map((name, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- headings may be there twice
                <option key={at} value={at}>
                  {shorten(name.trim() || `Column ${at + 1}`, 80)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  );
}

function Preview({ rows, ready }: { rows: readonly StoryRow[]; ready: number }) {
  const failed = rows.flatMap((row) => ('error' in row ? [row] : []));
  return (
    <section aria-label="How the rows are read">
      <p role="status">{`${countNoun(ready, 'row', 'rows')} can go in${failed.length > 0 ? `, ${failed.length} cannot` : ''}. The other columns are noted as facts.`}</p>
      <ul className={styles.rows}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.row}>
            {'error' in row ? (
              <span>{`Row ${row.row}: ${row.error}`}</span>
            ) : (
              <>
                <bdi className={styles.rowTitle}>{row.story.title}</bdi>
                <span className={styles.quiet}>
                  {[
                    row.story.heldOn ?? 'no day',
                    row.story.who || 'nobody named',
                    ...Object.entries(row.story.facts).map((fact) => fact.join(': ')),
                  ].join(' · ')}
                </span>
                <bdi className={styles.said}>{shorten(row.story.words, 160)}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      {failed.length > 0 ? (
        <p className={styles.quiet}>
          {`Left out: ${failed
            .slice(0, NAMED)
            .map(({ row, error }) => `row ${row} (${error})`)
            .join(', ')}${failed.length > NAMED ? ` and ${failed.length - NAMED} more` : ''}`}
        </p>
      ) : null}
    </section>
  );
}

function Progress({ jobId }: { jobId: string }) {
  const progress = useProgressStore((state) => state.jobs[jobId]);
  return progress ? <ProgressBar label="Adding the rows" done={progress.done} total={progress.total} /> : null;
}
