// Commands about who can open the study.
import { showEncryptionDialog } from './encryption-dialog-store.ts';
import { lockStudy } from './follow-lock.ts';

export const encryptionHandlers = {
  'encryption.encrypt': () => showEncryptionDialog({ kind: 'encrypt' }),
  'encryption.lock': lockStudy,
  'encryption.changePassphrase': () => showEncryptionDialog({ kind: 'change' }),
  'encryption.newRecoveryCode': () => showEncryptionDialog({ kind: 'newCode' }),
  'encryption.remove': () => showEncryptionDialog({ kind: 'remove' }),
};
