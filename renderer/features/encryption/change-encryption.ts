// Encrypting the open study and taking the encryption away: the study is closed meanwhile, and comes back.
import { notify } from '#renderer/stores/notification-store';
import { endProgress } from '#renderer/stores/progress-store';
import { call, refreshStatus } from '#renderer/stores/session';
import { announce } from '#renderer/ui/announce';

import { showEncryptionDialog } from './encryption-dialog-store.ts';
import { showNewRecoveryCode } from './recovery-code.ts';

/** @param jobId progress is reported under it. @throws AppError; the study is open again as it was. */
export async function encryptStudy(jobId: string, passphrase: string): Promise<void> {
  try {
    await call('encryption.encrypt', { jobId, passphrase });
  } finally {
    endProgress(jobId);
  }
  await refreshStatus();
  announce('The study is encrypted.');
  await showNewRecoveryCode(passphrase);
}

/** @throws AppError('passphrase') when it does not open the study; the study is open as it was. */
export async function removeEncryption(secret: string): Promise<void> {
  const jobId = crypto.randomUUID();
  try {
    await call('encryption.remove', { jobId, secret });
  } finally {
    endProgress(jobId);
  }
  await refreshStatus();
  showEncryptionDialog(null);
  const message = 'This study is not encrypted any more. Everybody who can open its folder can read it.';
  announce(message);
  notify({ kind: 'info', message });
}
