// All points of a signal as a table, and a line to add one by hand.
import { Trash2 } from 'lucide-react';
import { useState } from 'react';

import { dayInWords } from '#shared/domain/readout/sentences';
import { readSignal } from '#shared/domain/rhythm/read-signal';
import { changeInWords, figureInWords } from '#shared/domain/rhythm/signal-words';
import type { Signal } from '#shared/model/records/signal';
import { edit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';

import { Apart } from '../../ui/Apart.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { removePoint } from './signal-actions.ts';
import styles from './signals.module.css';

export function SignalPoints({ signal }: { signal: Signal }) {
  const { points } = readSignal(signal);
  return (
    <details className={styles.points}>
      <summary>
        All points of <bdi>{signal.name}</bdi>
      </summary>
      <table className={styles.table}>
        <caption className="visually-hidden">Points of {signal.name}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Value</th>
            <th scope="col">Change</th>
            <th scope="col">Answers behind it</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.on}>
              <th scope="row">{dayInWords(point.on)}</th>
              <td>
                <Apart text={figureInWords(point.value, signal.unit)} words={[signal.unit]} />
              </td>
              <td>{changeInWords(point.change)}</td>
              <td>{point.answers ?? ''}</td>
              <td>
                <IconButton
                  label={`Remove the point of ${dayInWords(point.on)}`}
                  onClick={() => void removePoint(signal, point).catch(() => undefined)}
                >
                  <Trash2 size={14} aria-hidden="true" />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddPoint signal={signal} />
    </details>
  );
}

function AddPoint({ signal }: { signal: Signal }) {
  const [on, setOn] = useState('');
  const [value, setValue] = useState('');
  const figure = value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'));
  const complete = on !== '' && Number.isFinite(figure) && Math.abs(figure) <= 1e12;
  const add = async (): Promise<void> => {
    if (!complete) return;
    await edit('addSignalPoints', { signalId: signal.id, points: [{ on, value: figure, answers: null }] });
    setValue('');
    announce(`The point of ${dayInWords(on)} was added.`);
  };
  return (
    <div className={styles.addPoint}>
      <TextInput label="Day of the new point" type="date" max="9999-12-31" value={on} onChange={(event) => setOn(event.target.value)} />
      <TextInput
        label="Value"
        inputMode="decimal"
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void add().catch(() => undefined)}
      />
      <Button disabled={!complete} onClick={() => void add().catch(() => undefined)}>
        Add this point
      </Button>
    </div>
  );
}
