// A table of dated figures: what its columns are, what it is called, and what will come of it.
import { useState } from 'react';

import { dayInWords } from '#shared/domain/readout/sentences';
import { guessSignalColumns, type SignalColumns, type SignalRows } from '#shared/domain/rhythm/signal-points';
import { figureInWords } from '#shared/domain/rhythm/signal-words';
import { countNoun } from '#shared/lib/text';
import type { SignalKind } from '#shared/model/records/signal';
import { announce } from '#renderer/ui/announce';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { ChooseTable } from '../../ui/ChooseTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { addPoints, readPoints, readSignalTable, signalOfName, type SignalTable } from './import-signal.ts';
import { closeRhythmDialog } from './rhythm-store.ts';
import { SIGNAL_KIND_OPTIONS } from './SignalDialog.tsx';
import styles from './signals.module.css';

interface Chosen {
  table: SignalTable;
  columns: SignalColumns;
  name: string;
  kind: SignalKind;
}

export function ImportSignalDialog() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const reading = useAttempt('The file could not be read. Nothing was imported.');
  const adding = useAttempt('The points could not be added. The study is as it was before.');
  const rows = chosen && readPoints(chosen.table, chosen.columns);
  const points = rows && typeof rows === 'object' ? rows.points : [];
  const complete = chosen !== null && chosen.name.trim() !== '' && points.length > 0;
  const read = (file: File): void =>
    reading.run(async () => {
      setChosen(null);
      const table = await readSignalTable(file);
      const columns = guessSignalColumns(table.rows);
      const kind = columns.value === null && columns.score !== null ? 'nps' : 'other';
      setChosen({ table, columns, kind, name: table.fileName.replace(/\.[a-z]{3,4}$/i, '') });
    });
  const add = (): void =>
    adding.run(async () => {
      if (!chosen) return;
      await addPoints(chosen.name, chosen.kind, points);
      closeRhythmDialog();
      announce(`${countNoun(points.length, 'point was', 'points were')} added to ${chosen.name}.`);
    });
  return (
    <Dialog
      title="Import a signal from a table"
      width={680}
      onClose={closeRhythmDialog}
      footer={
        <>
          <Button onClick={closeRhythmDialog}>Cancel</Button>
          <Button look="primary" disabled={!complete || adding.busy} onClick={add}>
            {points.length === 0 ? 'Import' : `Import ${countNoun(points.length, 'point', 'points')}`}
          </Button>
        </>
      }
    >
      <ChooseTable
        label="Table of figures"
        help="CSV or Excel with headings: a column of days, and one of values or of scores from 0 to 10."
        busy={reading.busy}
        fileName={chosen?.table.fileName ?? null}
        onChoose={read}
      />
      {[reading.error, adding.error].map((error) =>
        error ? (
          <p key={error} role="alert">
            {error}
          </p>
        ) : null,
      )}
      {chosen ? <Decisions chosen={chosen} onChange={setChosen} /> : null}
      {rows ? <Preview rows={rows} /> : null}
    </Dialog>
  );
}

function Decisions({ chosen, onChange }: { chosen: Chosen; onChange(chosen: Chosen): void }) {
  const { table, columns, name, kind } = chosen;
  const heading = table.rows[0] ?? [];
  const options = heading.map((cell, at) => [String(at), cell.trim() || `Column ${at + 1}`] as const);
  const none = [['', 'None'] as const, ...options];
  const at = (value: string): number | null => (value === '' ? null : Number(value));
  const told = (column: number | null): string => (column === null ? '' : String(column));
  const there = signalOfName(name);
  return (
    <div className={styles.decisions}>
      {table.warnings.map((warning) => (
        <p key={warning} className={styles.quiet}>
          {warning}
        </p>
      ))}
      <TextInput
        label="Name of the signal"
        maxLength={200}
        help={
          there
            ? 'There is a signal of this name: the points are added to it; a day that it has already gets the new value.'
            : 'A new signal.'
        }
        value={name}
        onChange={(event) => onChange({ ...chosen, name: event.target.value })}
      />
      {there ? null : (
        <Choice label="Kind" value={kind} options={SIGNAL_KIND_OPTIONS} onChoose={(next) => onChange({ ...chosen, kind: next })} />
      )}
      <div className={styles.three}>
        <Choice
          label="Days"
          value={told(columns.day)}
          options={none}
          onChoose={(value) => onChange({ ...chosen, columns: { ...columns, day: at(value) } })}
        />
        <Choice
          label="Values, as they are"
          value={told(columns.value)}
          options={none}
          onChoose={(value) => onChange({ ...chosen, columns: { ...columns, value: at(value) } })}
        />
        <Choice
          label="Or scores from 0 to 10, made into NPS"
          value={columns.value === null ? told(columns.score) : ''}
          options={none}
          onChoose={(value) => onChange({ ...chosen, columns: { ...columns, value: null, score: at(value) } })}
        />
      </div>
    </div>
  );
}

/** Points and unreadable rows that the preview shows. */
const SHOWN = 6;

function Preview({ rows }: { rows: SignalRows | string }) {
  if (typeof rows === 'string') return <p role="status">{rows}</p>;
  const { points, errors } = rows;
  return (
    <div role="status">
      <p>
        {points.length === 0
          ? 'No row could be read with these columns.'
          : `${countNoun(points.length, 'point', 'points')}, from ${dayInWords(points[0]?.on ?? '')} to ${dayInWords(points.at(-1)?.on ?? '')}.`}
      </p>
      <ul className={styles.preview}>
        {points.slice(-SHOWN).map(({ on, value, answers }) => (
          <li key={on}>
            {dayInWords(on)}: {figureInWords(value, '')}
            {answers === null ? '' : `, from ${countNoun(answers, 'score', 'scores')} of that month`}
          </li>
        ))}
      </ul>
      {errors.length > 0 ? <p>{countNoun(errors.length, 'row is', 'rows are')} left out:</p> : null}
      <ul className={styles.preview}>
        {errors.slice(0, SHOWN).map(({ row, error }) => (
          <li key={row}>
            Row {row}: {error}
          </li>
        ))}
      </ul>
    </div>
  );
}
