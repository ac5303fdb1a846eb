// The key file in a study's folder: whether the study is encrypted, and the cipher for whoever has the passphrase.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';
import { formatKeyFile, type KeyFile, parseKeyFile, unlockKeyFile } from './crypto/key-file.ts';
import { isSealed, SEALED_MARK } from './crypto/sealed-file.ts';
import { createVaultCipher } from './crypto/vault-cipher.ts';
import { type Disk, exists, writeFileDurably } from './disk.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/** The key file; null for a study that is not encrypted. @throws AppError('vault-damaged') when it cannot be read or is gone. */
export async function readKeyFile(disk: Disk, files: VaultFiles): Promise<KeyFile | null> {
  const bytes = await readOrNull(disk, files.keys);
  if (bytes) return parseKeyFile(bytes);
  if (!(await beginsSealed(disk, files.snapshot))) return null;
  throw new AppError(
    'vault-damaged',
    `The study “${path.basename(files.folder)}” is encrypted, and its key file vault.keys.json is missing. Put back the copy that lies in every backup. Nothing was changed.`,
    { file: 'vault.keys.json' },
  );
}

/** Looks at the first bytes only: a snapshot may be large. */
async function beginsSealed(disk: Disk, file: string): Promise<boolean> {
  if (!(await exists(disk, file))) return false;
  const handle = await disk.open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SEALED_MARK.length), 0, SEALED_MARK.length, 0);
    return isSealed(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Writes it so that a crash leaves the old or the new one. @throws the operating system's error. */
export async function writeKeyFile(disk: Disk, files: VaultFiles, keyFile: KeyFile): Promise<void> {
  await writeFileDurably(disk, files.keys, formatKeyFile(keyFile));
}

/**
 * The cipher of a study. @param secret passphrase or recovery code.
 * @throws AppError('passphrase') when one is needed, with details.wrong when the one given does not open it.
 */
export async function unlockVault(keyFile: KeyFile, files: VaultFiles, secret: string | undefined): Promise<ContentCipher> {
  if (secret === undefined) {
    throw new AppError('passphrase', `The study “${path.basename(files.folder)}” is encrypted. Enter its passphrase to open it.`, {
      folder: files.folder,
      wrong: false,
    });
  }
  return createVaultCipher(await unlockKeyFile(keyFile, secret), keyFile.vaultId);
}

/** A cipher that also opens what is not sealed (yet, or any more): for a study that is being converted, and for nothing else. */
export function openingBoth(cipher: ContentCipher): ContentCipher {
  return {
    ...cipher,
    openFile: (name, bytes) => (isSealed(bytes) ? cipher : plainContent).openFile(name, bytes),
    openEntry: (payload, shownChain) => (isSealedEntry(payload) ? cipher : plainContent).openEntry(payload, shownChain),
  };
}

function isSealedEntry(payload: Buffer): boolean {
  return payload.subarray(0, 11).toString('latin1') === '{"sealed":"';
}
