// Which dialog about studies is open.
import { create } from 'zustand';

import type { CheckReport } from '#shared/rpc/answers';

export type StudyDialog =
  | { kind: 'new'; thenImport: boolean }
  | { kind: 'open' }
  | { kind: 'keep' }
  | {
      kind: 'damaged';
      folder: string;
      message: string;
      problems: readonly string[];
      goodSeq: number;
      lostEntries: number;
      recoverable: boolean;
    }
  | { kind: 'check'; report: CheckReport }
  | null;

export const useStudyDialog = create<{ dialog: StudyDialog }>()(() => ({ dialog: null }));

export function showStudyDialog(dialog: StudyDialog): void {
  useStudyDialog.setState({ dialog });
}
