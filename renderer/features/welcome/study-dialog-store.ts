// Which dialog about studies is open.
import { create } from 'zustand';

import type { CheckReport } from '#shared/rpc/answers';

export type StudyDialog =
  | { kind: 'new'; thenImport: boolean }
  | { kind: 'open' }
  /** An encrypted study that waits for its passphrase. */
  | { kind: 'unlock'; folder: string }
  | { kind: 'keep' }
  /** A copy of the open study at another place. */
  | { kind: 'copy' }
  /** A study that another program has open. */
  | {
      kind: 'held';
      folder: string;
      secret: string | undefined;
      message: string;
      /** Names the lock when nobody can tell from here whether its program is still running. */
      mayTakeOver: string | null;
    }
  | {
      kind: 'damaged';
      folder: string;
      /** Opened an encrypted study as far as it opens. */
      secret: string | undefined;
      message: string;
    }
  /** A damaged study, or a backup of it, on its way into a new folder. */
  | { kind: 'save'; damage: { folder: string; secret: string | undefined; message: string }; backup: string | null }
  | { kind: 'check'; report: CheckReport }
  /** Licences of everything that Plumbline is built from. */
  | { kind: 'licences'; text: string }
  | null;

export const useStudyDialog = create<{ dialog: StudyDialog }>()(() => ({ dialog: null }));

export function showStudyDialog(dialog: StudyDialog): void {
  useStudyDialog.setState({ dialog });
}
