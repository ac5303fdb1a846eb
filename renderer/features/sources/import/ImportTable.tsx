// One row a file: what was found in it, and whether it goes in.
import { ChevronRight } from 'lucide-react';
import { Fragment, useId } from 'react';

import { formatChoices } from '#shared/domain/transcript/format-choices';
import { DOCUMENT_FORMATS, type TranscriptFormat } from '#shared/model/transcript';
import { useRecords } from '#renderer/stores/record-hooks';

import { Button } from '../../../ui/Button.tsx';
import ui from '../../../ui/ui.module.css';
import { FORMAT_NAMES, minutesInWords } from '../source-words.ts';
import { EncodingChoice } from './EncodingChoice.tsx';
import { FileDetails } from './FileDetails.tsx';
import styles from './import.module.css';
import { changeRow, type ImportRow, useImportStore } from './import-store.ts';
import { problemsOf } from './problems.ts';
import { readAgain } from './read-files.ts';

export function ImportTable({ rows }: { rows: readonly ImportRow[] }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Files to import</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Import it</span>
          </th>
          <th scope="col">File</th>
          <th scope="col">Format found</th>
          <th scope="col">People found</th>
          <th scope="col" className={styles.number}>
            Turns
          </th>
          <th scope="col" className={styles.number}>
            Words
          </th>
          <th scope="col" className={styles.number}>
            Length
          </th>
          <th scope="col">Problems</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FileRow key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function FileRow({ row }: { row: ImportRow }) {
  const { preview } = row;
  const details = useId();
  const over = useImportStore((state) => state.phase === 'done' || state.phase === 'importing');
  // While a table is read anew after a choice, the choice stays in sight and keeps the focus.
  const canExpand = (row.state === 'ready' || (row.state === 'reading' && row.wasRead)) && preview !== null && !over;
  return (
    <Fragment>
      <tr data-state={row.state}>
        <td>
          {row.state === 'imported' || over ? null : (
            <input
              type="checkbox"
              aria-label={`Import ${row.file.name}`}
              checked={row.included && row.state === 'ready'}
              disabled={row.state !== 'ready'}
              onChange={(event) => changeRow(row.key, { included: event.target.checked })}
            />
          )}
        </td>
        <th scope="row" className={styles.fileCell}>
          {canExpand ? (
            <button
              type="button"
              className={styles.expand}
              aria-expanded={row.expanded}
              aria-controls={details}
              onClick={() => changeRow(row.key, { expanded: !row.expanded })}
            >
              <ChevronRight size={14} aria-hidden="true" />
              <FileName name={row.file.name} />
            </button>
          ) : (
            <FileName name={row.file.name} />
          )}
        </th>
        <td>
          <FormatChoice row={row} />
          <EncodingChoice row={row} />
        </td>
        <td className={styles.people}>{preview ? peopleInWords(row) : ''}</td>
        <td className={styles.number}>{preview?.turns.toLocaleString('en') ?? ''}</td>
        <td className={styles.number}>{preview?.words.toLocaleString('en') ?? ''}</td>
        <td className={styles.number}>{preview ? (minutesInWords(preview.startMs, preview.endMs) ?? 'no times') : ''}</td>
        <td className={styles.problems}>
          <Problems row={row} />
        </td>
      </tr>
      {canExpand && row.expanded ? (
        <tr id={details} className={styles.detailsRow}>
          <td colSpan={8}>
            <FileDetails row={row} preview={preview} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

function FileName({ name }: { name: string }) {
  return (
    <span className={styles.fileName} title={name}>
      {name}
    </span>
  );
}

/** What was found can be overruled; the file is then read again. Also for a file that could not be read as what it seemed. */
function FormatChoice({ row }: { row: ImportRow }) {
  const over = useImportStore((state) => state.phase === 'done' || state.phase === 'importing');
  const choices = choicesFor(row);
  if (over || choices.length < 2 || (row.state !== 'ready' && row.state !== 'failed'))
    return row.preview ? <span className={styles.format}>{FORMAT_NAMES[row.preview.format]}</span> : null;
  return (
    <select
      className={`${ui.input} ${styles.select}`}
      aria-label={`Format of ${row.file.name}`}
      value={row.preview?.format ?? ''}
      onChange={(event) => void readAgain(row, { format: event.target.value as TranscriptFormat })}
    >
      {row.preview ? null : <option value="">Not recognised</option>}
      {choices.map((format) => (
        <option key={format} value={format}>
          {FORMAT_NAMES[format]}
        </option>
      ))}
    </select>
  );
}

/** A file that could not be read is judged by its name: choosing another kind helps with text files only. */
function choicesFor(row: ImportRow): readonly TranscriptFormat[] {
  const name = row.file.name.toLowerCase();
  if (row.preview?.table?.workbook === true) return ['table'];
  return formatChoices(row.preview?.format ?? DOCUMENT_FORMATS.find((format) => name.endsWith(`.${format}`)) ?? 'text');
}

function peopleInWords(row: ImportRow): string {
  const heard = row.speakers.filter((speaker) => speaker.role === 'participant').map((speaker) => speaker.label);
  const asking = row.speakers.filter((speaker) => speaker.role === 'interviewer').map((speaker) => speaker.label);
  if (row.speakers.length === 0) return 'No names in the file';
  const people =
    heard.length === 0 ? 'Nobody is heard' : heard.slice(0, 3).join(', ') + (heard.length > 3 ? ` and ${heard.length - 3} more` : '');
  return asking.length === 0 ? people : `${people}; ${asking.slice(0, 2).join(', ')} ${asking.length === 1 ? 'asks' : 'ask'}`;
}

function Problems({ row }: { row: ImportRow }) {
  const existing = useRecords('sources');
  if (row.state === 'waiting') return <span className={styles.quiet}>Waiting</span>;
  if (row.state === 'reading') return <span className={styles.quiet}>Reading…</span>;
  const problems = problemsOf(row, existing);
  const shown = row.state === 'imported' ? ['Imported.', ...problems] : row.error ? [row.error] : problems;
  if (shown.length === 0) return <span className={styles.quiet}>None</span>;
  return (
    <>
      <ul>
        {shown.map((problem) => (
          <li key={problem} data-kind={row.error ? 'error' : 'note'}>
            {problem}
          </li>
        ))}
      </ul>
      {row.mayReadAnyway ? (
        <Button className={styles.anyway} onClick={() => void readAgain(row, { format: 'webvtt', lenient: true })}>
          Read it all the same
        </Button>
      ) : null}
    </>
  );
}
