// Opening an encrypted study: its files with their cipher, and a conversion that was interrupted brought to its end.
import { AppError } from '#shared/lib/app-error';

import { convertVault } from './convert-vault.ts';
import type { Disk } from './disk.ts';
import type { VaultFiles } from './vault-files.ts';
import { openingBoth, readKeyFile, unlockVault } from './vault-keys.ts';

/**
 * The files of a study with the cipher that opens them; those given when it is not encrypted. The caller holds the lock.
 * @param secret passphrase or recovery code. @throws AppError('passphrase' | 'vault-damaged' | 'disk').
 */
export async function unlockedFiles(disk: Disk, files: VaultFiles, secret: string | undefined, notices: string[]): Promise<VaultFiles> {
  const keyFile = await readKeyFile(disk, files);
  if (!keyFile) return files;
  const cipher = await unlockVault(keyFile, files, secret);
  if (keyFile.state === 'encrypted') return { ...files, cipher };
  await convertVault(disk, files, keyFile, cipher);
  notices.push(
    keyFile.state === 'encrypting'
      ? 'Encrypting this study had been interrupted. It was brought to its end now.'
      : 'Removing the encryption of this study had been interrupted. It was brought to its end now.',
  );
  return keyFile.state === 'encrypting' ? { ...files, cipher } : files;
}

/** As unlockedFiles, but writes nothing and needs no lock: files in the middle of a conversion are read as they lie. For checking and repairing. */
export async function readableFiles(disk: Disk, files: VaultFiles, secret: string | undefined): Promise<VaultFiles> {
  const keyFile = await readKeyFile(disk, files);
  if (!keyFile) return files;
  const cipher = await unlockVault(keyFile, files, secret);
  return { ...files, cipher: keyFile.state === 'encrypted' ? cipher : openingBoth(cipher) };
}

/**
 * As unlockedFiles, for a study that must not be written.
 * @throws AppError also 'conflict' when a conversion was interrupted: its files are half of one kind and half of the other.
 */
export async function unlockedForReading(disk: Disk, files: VaultFiles, secret: string | undefined): Promise<VaultFiles> {
  const keyFile = await readKeyFile(disk, files);
  if (!keyFile) return files;
  const cipher = await unlockVault(keyFile, files, secret);
  if (keyFile.state === 'encrypted') return { ...files, cipher };
  throw new AppError(
    'conflict',
    'Encrypting this study, or removing its encryption, was interrupted and has to be finished first. Open it for writing once; nothing is lost.',
  );
}
