// A damaged study: what is wrong in words, what is safe, and the ways on. Nothing happens by itself.
import { countNoun } from '#shared/lib/text';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { lastPart } from './folder-path.ts';
import { openStudy } from './open-study.ts';
import { type StudyDialog, showStudyDialog } from './study-dialog-store.ts';
import styles from './welcome.module.css';

type Damage = Extract<NonNullable<StudyDialog>, { kind: 'damaged' }>;

export function RecoveryDialog({ damage, onClose }: { damage: Damage; onClose(): void }) {
  const { busy, error, run } = useAttempt('The study could not be opened. Its files are as they were.');
  const { folder, message, problems, recoverable } = damage;
  const recover = (): void => run(() => openStudy(folder, { acceptDamage: true, secret: damage.secret }));
  return (
    <Dialog
      title={`“${lastPart(folder)}” needs your decision`}
      onClose={onClose}
      width={620}
      footer={
        <>
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button onClick={() => showStudyDialog({ kind: 'open' })}>Choose another study…</Button>
          {recoverable ? (
            <Button look="primary" disabled={busy} onClick={recover} autoFocus>
              Open at the last good point
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles.form}>
        <p>{message}</p>
        {problems.length > 0 ? (
          <section aria-label="What was found">
            <h3 className={styles.small}>What was found</h3>
            <ul className={styles.problems}>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-label="What is safe">
          <h3 className={styles.small}>What is safe</h3>
          <p>{safeInWords(damage)}</p>
        </section>
        {error ? (
          <p className={styles.error} role="alert">
            {error}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

function safeInWords({ goodSeq, lostEntries, recoverable }: Damage): string {
  if (!recoverable)
    return 'The files were not touched. Copies from before are in the study’s own “backups” folder; one of them can be opened instead.';
  const good =
    goodSeq > 0
      ? `Everything up to saved change ${goodSeq.toLocaleString('en')} can be opened`
      : 'The study can be opened as it was in the beginning';
  const lost =
    lostEntries === 0
      ? 'no later change is known to be missing'
      : `at least ${countNoun(lostEntries, 'later change', 'later changes')} cannot be read`;
  return `${good}; ${lost}. Before anything is written, all files are copied as they were found into the “quarantine” folder of the study, with a report.`;
}
