// Encrypting a study, the way back, and changing what opens it. The study is closed while its files are converted.
import { AppError } from '#shared/lib/app-error';

import { type ConversionProgress, convertVault } from '../vault/convert-vault.ts';
import { createKeyFile, type KeyFile, unlockKeyFile, withPassphrase, withRecoveryCode } from '../vault/crypto/key-file.ts';
import { createVaultCipher } from '../vault/crypto/vault-cipher.ts';
import { takeLock } from '../vault/lock.ts';
import type { VaultServices } from '../vault/vault.ts';
import { vaultFiles } from '../vault/vault-files.ts';
import { conversionOf, readKeyFile, writeKeyFile } from '../vault/vault-keys.ts';

/**
 * Encrypts a study that is closed. Its backups are encrypted with it.
 * @throws AppError('conflict') when it is encrypted already, 'bad-input' for a short passphrase, 'vault-locked', 'vault-damaged', 'disk'.
 */
export async function encryptVault(
  folder: string,
  vaultId: string,
  passphrase: string,
  { disk, now }: Pick<VaultServices, 'disk' | 'now'>,
  progress?: ConversionProgress,
): Promise<void> {
  const files = vaultFiles(folder);
  const { keyFile, masterKey } = await createKeyFile(vaultId, passphrase);
  const lock = await takeLock(disk, files.lock, { now: now() });
  try {
    if (await readKeyFile(disk, files)) throw new AppError('conflict', 'This study is encrypted already.');
    const conversion = await conversionOf(disk, files, keyFile, masterKey, 'encrypting');
    await convertVault(disk, files, conversion, createVaultCipher(masterKey, vaultId), progress);
  } finally {
    await lock.release();
  }
}

/**
 * Takes the encryption of a closed study away. @param secret passphrase or recovery code.
 * @throws AppError('passphrase') when it is wrong, 'conflict' when the study is not encrypted, 'vault-locked', 'vault-damaged', 'disk'.
 */
export async function removeEncryption(
  folder: string,
  secret: string,
  { disk, now }: Pick<VaultServices, 'disk' | 'now'>,
  progress?: ConversionProgress,
): Promise<void> {
  const files = vaultFiles(folder);
  const lock = await takeLock(disk, files.lock, { now: now() });
  try {
    const keyFile = await requireKeyFile(disk, folder);
    const masterKey = await unlockKeyFile(keyFile, secret);
    const conversion = await conversionOf(disk, files, keyFile, masterKey, 'decrypting');
    await convertVault(disk, files, conversion, createVaultCipher(masterKey, keyFile.vaultId), progress);
  } finally {
    await lock.release();
  }
}

/** @throws AppError('passphrase') when these words do not open the study, 'conflict' when it is not encrypted. */
export async function requireSecret(folder: string, secret: string, { disk }: Pick<VaultServices, 'disk'>): Promise<void> {
  (await unlockKeyFile(await requireKeyFile(disk, folder), secret)).fill(0);
}

/** Another passphrase for the same study. The files stay as they are: only the wrapping of their key changes. @throws AppError('passphrase' | 'bad-input' | 'disk'). */
export async function changePassphrase(
  folder: string,
  secret: string,
  passphrase: string,
  { disk }: Pick<VaultServices, 'disk'>,
): Promise<void> {
  const keyFile = await requireKeyFile(disk, folder);
  await writeKeyFile(disk, vaultFiles(folder), await withPassphrase(keyFile, await unlockKeyFile(keyFile, secret), passphrase));
}

/** Makes a recovery code and forgets the one before. @returns the code in groups; it is shown once and kept nowhere. @throws AppError('passphrase' | 'disk'). */
export async function newRecoveryCode(folder: string, secret: string, { disk }: Pick<VaultServices, 'disk'>): Promise<string> {
  const keyFile = await requireKeyFile(disk, folder);
  const changed = await withRecoveryCode(keyFile, await unlockKeyFile(keyFile, secret));
  await writeKeyFile(disk, vaultFiles(folder), changed.keyFile);
  return changed.recoveryCode;
}

async function requireKeyFile(disk: VaultServices['disk'], folder: string): Promise<KeyFile> {
  const keyFile = await readKeyFile(disk, vaultFiles(folder));
  if (!keyFile) throw new AppError('conflict', 'This study is not encrypted.');
  return keyFile;
}
