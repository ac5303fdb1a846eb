// Whether the dialog for restoring a study that is not open is shown.
import { create } from 'zustand';

export const useRestoreDialog = create<{ open: boolean }>()(() => ({ open: false }));

export function showRestoreDialog(open: boolean): void {
  useRestoreDialog.setState({ open });
}
