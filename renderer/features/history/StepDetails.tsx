// What one step changed, in words, and what can be done from there.
import { useEffect, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { HistoryStep, HistoryStepDetails } from '#shared/rpc/history-answers';
import { useShownText } from '#renderer/stores/shown-names';
import { call } from '#renderer/stores/session';

import { Button } from '../../ui/Button.tsx';
import { changeLines } from './change-words.ts';
import { lookAt, restoreTo } from './look-back.ts';
import { momentInWords } from './times.ts';
import styles from './history.module.css';

export function StepDetails({ step }: { step: HistoryStep }) {
  return (
    <section className={styles.details} aria-label="This step">
      <h3>{step.label}</h3>
      <p className={styles.quiet}>
        {momentInWords(step.at)}
        {step.by === '' ? '' : `, by ${step.by}`}
        {step.undone ? '. Undone since.' : ''}
      </p>
      <Changes seq={step.seq} />
      <div className={styles.actions}>
        <Button onClick={() => void lookAt(step.seq)}>Look at the study as of then</Button>
        <Button
          onClick={() => void restoreTo(step.seq)}
          title="Makes the study again what it was after this step. One step, which can be undone."
        >
          Restore this state
        </Button>
      </div>
    </section>
  );
}

function Changes({ seq }: { seq: number }) {
  const [read, setRead] = useState<{ seq: number; details: HistoryStepDetails | null; error: string | null } | null>(null);
  const shown = useShownText();
  useEffect(() => {
    let current = true;
    call('history.step', { seq })
      .then((details) => current && setRead({ seq, details, error: null }))
      .catch((error: unknown) => {
        const sentence = error instanceof AppError ? error.message : 'This step could not be read.';
        if (current) setRead({ seq, details: null, error: sentence });
      });
    return () => {
      current = false;
    };
  }, [seq]);
  if (read?.seq !== seq) return <p className={styles.quiet}>Reading…</p>;
  if (!read.details) return <p role="alert">{read.error}</p>;
  const { changes, more } = read.details;
  if (changes.length === 0) return <p className={styles.quiet}>What it changed was deleted with a participant.</p>;
  return (
    <ul className={styles.changes}>
      {changeLines(changes, shown).map(({ text, details }) => (
        <li key={text}>
          {text}
          {details.length > 0 ? (
            <ul>
              {details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
      {more > 0 ? <li>and {more.toLocaleString('en')} more</li> : null}
    </ul>
  );
}
