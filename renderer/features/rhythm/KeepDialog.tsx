// The dialog in which one thing of the rhythm is written down: Cancel and Keep below, and why it could not be kept.
import type { ReactNode } from 'react';

import type { Attempt } from '#renderer/ui/use-attempt';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { closeRhythmDialog } from './rhythm-store.ts';

interface KeepDialogProps {
  title: string;
  /** CSS pixels. */
  width: number;
  /** All that it needs is filled in. */
  complete: boolean;
  saving: Attempt;
  /** Stands before Cancel. */
  aside?: ReactNode;
  onKeep(): void;
  children: ReactNode;
}

export function KeepDialog({ title, width, complete, saving, aside, onKeep, children }: KeepDialogProps) {
  return (
    <Dialog
      title={title}
      width={width}
      onClose={closeRhythmDialog}
      footer={
        <>
          {aside}
          <Button onClick={closeRhythmDialog}>Cancel</Button>
          <Button look="primary" disabled={!complete || saving.busy} onClick={onKeep}>
            Keep
          </Button>
        </>
      }
    >
      {children}
      {saving.error ? <p role="alert">{saving.error}</p> : null}
    </Dialog>
  );
}
