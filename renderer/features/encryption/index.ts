// The door of the room “encryption”: who can open the study, and locking it.
export { encryptionHandlers } from './commands.ts';
export { EncryptionDialogs } from './EncryptionDialogs.tsx';
export { EncryptionSection } from './EncryptionSection.tsx';
export { followLock } from './follow-lock.ts';
export { NewPassphrase, NO_PASSPHRASE, type TypedPassphrase } from './NewPassphrase.tsx';
export { SecretDialog } from './SecretDialog.tsx';
export { passphraseProblem } from './passphrase-problem.ts';
export { showNewRecoveryCode } from './recovery-code.ts';
