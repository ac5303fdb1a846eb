// A study that another program has open: who it is, and the ways on. Taking it over is only offered where nobody can tell from here.
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { lastPart } from './folder-path.ts';
import { openStudy } from './open-study.ts';
import type { StudyDialog } from './study-dialog-store.ts';
import styles from './welcome.module.css';

type Held = Extract<NonNullable<StudyDialog>, { kind: 'held' }>;

export function HeldDialog({ held, onClose }: { held: Held; onClose(): void }) {
  const { busy, error, run } = useAttempt('The study could not be opened. Nothing was changed.');
  const { folder, secret, message, mayTakeOver } = held;
  return (
    <Dialog
      title={`“${lastPart(folder)}” is open elsewhere`}
      onClose={onClose}
      width={620}
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button disabled={busy} onClick={() => run(() => openStudy(folder, { secret }))}>
            Try again
          </Button>
          {mayTakeOver === null ? null : (
            <Button disabled={busy} onClick={() => run(() => openStudy(folder, { secret, takeOver: mayTakeOver }))}>
              Open it anyway
            </Button>
          )}
          <Button look="primary" disabled={busy} onClick={() => run(() => openStudy(folder, { secret, readOnly: true }))} autoFocus>
            Open read-only
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{message}</p>
        <p>Read-only shows what is saved at this moment. Nothing is written, and the other program goes on undisturbed.</p>
        {mayTakeOver === null ? null : (
          <p>
            Opening it anyway ends the other program’s right to write: should it still be running, its next change is refused there. Do it
            when that computer was switched off, or the study was copied from it.
          </p>
        )}
        {error ? (
          <p className={styles.error} role="alert">
            {error}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
