// Opening an encrypted study: its files with their cipher, and a conversion that was interrupted brought to its end.

import { convertVault } from './convert-vault.ts';
import type { Disk } from './disk.ts';
import { leavingOut, requireStudy, wrongKinds } from './require-study.ts';
import type { VaultFiles } from './vault-files.ts';
import { openingBoth, readKeyFile, unlockVault } from './vault-keys.ts';

/**
 * The files of a study with the cipher that opens them; those given when it is not encrypted. The caller holds the lock.
 * @param secret passphrase or recovery code. @throws AppError('passphrase' | 'vault-damaged' | 'disk').
 */
export async function unlockedFiles(disk: Disk, files: VaultFiles, secret: string | undefined, notices: string[]): Promise<VaultFiles> {
  // A study that has just been made brings its cipher along.
  if (files.cipher.encrypted) return files;
  const keyFile = await readKeyFile(disk, files);
  if (!keyFile) return files;
  const { cipher, conversion } = await unlockVault(disk, keyFile, files, secret);
  if (!conversion) return { ...files, cipher };
  await convertVault(disk, files, conversion, cipher);
  notices.push(
    keyFile.state === 'encrypting'
      ? 'Encrypting this study had been interrupted. It was brought to its end now.'
      : 'Removing the encryption of this study had been interrupted. It was brought to its end now.',
  );
  return keyFile.state === 'encrypting' ? { ...files, cipher } : files;
}

/** As unlockedFiles, but writes nothing and needs no lock: a study in the middle of a conversion is read as it lies. @throws the same, and AppError('vault-missing'). */
export async function readableFiles(disk: Disk, files: VaultFiles, secret: string | undefined): Promise<VaultFiles> {
  await requireStudy(disk, files);
  const readable = leavingOut(disk, files, await wrongKinds(disk, files));
  const keyFile = await readKeyFile(readable, files);
  if (!keyFile) return files;
  const { cipher } = await unlockVault(readable, keyFile, files, secret);
  return { ...files, cipher: keyFile.state === 'encrypted' ? cipher : openingBoth(cipher) };
}
