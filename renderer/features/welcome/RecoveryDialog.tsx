// A damaged study: what is wrong in words, what is saved, what is missing, and the ways on. Nothing happens by itself.
import { useEffect, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import { call } from '#renderer/stores/session';
import type { Diagnosis } from '#shared/rpc/answers';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { lastPart } from './folder-path.ts';
import { openStudy } from './open-study.ts';
import { RecoveryReportView } from './RecoveryReportView.tsx';
import { type StudyDialog, showStudyDialog } from './study-dialog-store.ts';
import styles from './welcome.module.css';

type Damage = Extract<NonNullable<StudyDialog>, { kind: 'damaged' }>;

export function RecoveryDialog({ damage, onClose }: { damage: Damage; onClose(): void }) {
  const { diagnosis, failure } = useDiagnosis(damage);
  const { busy, error, run } = useAttempt('The study could not be opened. Its files are as they were.');
  const open = (lastGoodPoint: boolean): void =>
    run(() => openStudy(damage.folder, { acceptDamage: true, lastGoodPoint, secret: damage.secret }));
  return (
    <Dialog
      title={`“${lastPart(damage.folder)}” needs your decision`}
      onClose={onClose}
      width={680}
      footer={
        <>
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button onClick={() => showStudyDialog({ kind: 'open' })}>Choose another study…</Button>
          {diagnosis?.report.readable ? <OpenButtons diagnosis={diagnosis} busy={busy} onOpen={open} /> : null}
        </>
      }
    >
      <div className={styles.form}>
        <p>{damage.message}</p>
        {diagnosis ? <RecoveryReportView diagnosis={diagnosis} /> : <p role="status">{failure ?? 'Reading what is left…'}</p>}
        {diagnosis ? <WaysOn diagnosis={diagnosis} damage={damage} busy={busy} /> : null}
        {error ? (
          <p className={styles.error} role="alert">
            {error}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

function OpenButtons({ diagnosis, busy, onOpen }: { diagnosis: Diagnosis; busy: boolean; onOpen(lastGoodPoint: boolean): void }) {
  const later = diagnosis.report.keptAfter > 0;
  return (
    <>
      <Button {...(later ? {} : { look: 'primary' })} disabled={busy} onClick={() => onOpen(true)}>
        Open at the last good point
      </Button>
      {later ? (
        <Button look="primary" disabled={busy} onClick={() => onOpen(false)}>
          Open with all that fits
        </Button>
      ) : null}
    </>
  );
}

/** What leaves the damaged folder alone. */
function WaysOn({ diagnosis, damage, busy }: { diagnosis: Diagnosis; damage: Damage; busy: boolean }) {
  const { folder, secret, message } = damage;
  const save = (backup: string | null): void => showStudyDialog({ kind: 'save', damage: { folder, secret, message }, backup });
  const { backups, report } = diagnosis;
  if (!report.readable && backups.length === 0) return null;
  return (
    <section aria-label="Without touching this folder">
      <h3 className={styles.small}>Without touching this folder</h3>
      {report.readable ? (
        <Button disabled={busy} onClick={() => save(null)}>
          Repair into a new folder…
        </Button>
      ) : null}
      {backups.length > 0 ? <Backups backups={backups} busy={busy} onChoose={save} /> : null}
    </section>
  );
}

function Backups({ backups, busy, onChoose }: { backups: Diagnosis['backups']; busy: boolean; onChoose(name: string): void }) {
  return (
    <details>
      <summary className={styles.summary}>Restore a backup</summary>
      <ul className={styles.advice} aria-label="Backups">
        {backups.map(({ name, seq, savedAt }) => (
          <li key={name}>
            <Button disabled={busy} onClick={() => onChoose(name)}>
              {`${savedAt.slice(0, 16).replace('T', ' ')} UTC, everything up to saved change ${seq.toLocaleString('en')}…`}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Asked once for each damaged study that is shown. */
function useDiagnosis({ folder, secret }: Damage): { diagnosis: Diagnosis | null; failure: string | null } {
  const [answer, setAnswer] = useState<{ diagnosis: Diagnosis | null; failure: string | null }>({ diagnosis: null, failure: null });
  useEffect(() => {
    let current = true;
    call('recovery.diagnose', { folder, ...(secret === undefined ? {} : { secret }) })
      .then((diagnosis) => current && setAnswer({ diagnosis, failure: null }))
      .catch((error: unknown) => {
        const failure = error instanceof AppError ? error.message : 'The files of the study could not be read.';
        if (current) setAnswer({ diagnosis: null, failure });
      });
    return () => {
      current = false;
    };
  }, [folder, secret]);
  return answer;
}
