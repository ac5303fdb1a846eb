// The dialogs about encryption, one at a time over the whole window.
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import { EncryptDialog } from './EncryptDialog.tsx';
import { showEncryptionDialog, useEncryptionDialog } from './encryption-dialog-store.ts';
import { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx';
import { SecretDialog } from './SecretDialog.tsx';
import { removeEncryption } from './change-encryption.ts';
import { showNewRecoveryCode } from './recovery-code.ts';

const close = (): void => showEncryptionDialog(null);

export function EncryptionDialogs() {
  const dialog = useEncryptionDialog((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'encrypt':
      return <EncryptDialog onClose={close} />;
    case 'change':
      return <ChangePassphraseDialog onClose={close} />;
    case 'remove':
      return (
        <SecretDialog
          title="Remove the encryption"
          explanation="Every file of this study is written anew, readable for everybody who can open its folder. So are its backups."
          action="Remove encryption"
          run={removeEncryption}
          onClose={close}
        />
      );
    case 'newCode':
      return (
        <SecretDialog
          title="Make a recovery code"
          explanation="A code that opens the study when the passphrase is lost. A code made before opens nothing any more."
          action="Make code"
          run={showNewRecoveryCode}
          onClose={close}
        />
      );
    case 'code':
      return <RecoveryCodeDialog recoveryCode={dialog.recoveryCode} onClose={close} />;
  }
}
