// Which dialog about encryption is open.
import { create } from 'zustand';

export type EncryptionDialog =
  | { kind: 'encrypt' }
  | { kind: 'remove' }
  | { kind: 'change' }
  /** Asks for the passphrase, then shows a new code. */
  | { kind: 'newCode' }
  | { kind: 'code'; recoveryCode: string }
  | null;

export const useEncryptionDialog = create<{ dialog: EncryptionDialog }>()(() => ({ dialog: null }));

export function showEncryptionDialog(dialog: EncryptionDialog): void {
  useEncryptionDialog.setState({ dialog });
}
