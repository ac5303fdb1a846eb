// Making a recovery code and showing it, the one time it can be seen.
import { call } from '#renderer/stores/session';

import { showEncryptionDialog } from './encryption-dialog-store.ts';

/** @param secret passphrase or the code before. @throws AppError('passphrase') when it does not open the study. */
export async function showNewRecoveryCode(secret: string): Promise<void> {
  const { recoveryCode } = await call('encryption.newRecoveryCode', { secret });
  showEncryptionDialog({ kind: 'code', recoveryCode });
}
