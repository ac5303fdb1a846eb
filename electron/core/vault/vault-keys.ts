// The key file in a study's folder: whether the study is encrypted, and the cipher for whoever has the passphrase.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { readPlaces } from '../backups/backup-place.ts';
import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';
import { formatKeyFile, type KeyFile, parseKeyFile, unlockKeyFile, withState } from './crypto/key-file.ts';
import { isSealed, SEALED_MARK } from './crypto/sealed-file.ts';
import { createVaultCipher } from './crypto/vault-cipher.ts';
import { type Disk, exists, makeFolder, writeFileDurably } from './disk.ts';
import { HEAD_LENGTH } from './journal-line.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/** The key file; null for a study that is not encrypted. @throws AppError('vault-damaged') when it cannot be read or is gone. */
export async function readKeyFile(disk: Disk, files: VaultFiles): Promise<KeyFile | null> {
  const bytes = await readOrNull(disk, files.keys);
  const sealed = await beginsSealed(disk, files.snapshot);
  if (bytes) return sealed ? parseKeyFile(bytes) : parseKeysOfPlain(bytes);
  if (!sealed) return null;
  throw new AppError(
    'vault-damaged',
    `The study “${path.basename(files.folder)}” is encrypted, and its key file vault.keys.json is missing. Put back its copy, which lies in the folder “backups” of the study and beside each further backup. Nothing was changed.`,
    { file: 'vault.keys.json' },
  );
}

/** Keys beside a study whose snapshot is not encrypted: one that is just being converted, or a file that does not belong there. */
function parseKeysOfPlain(bytes: Buffer): KeyFile {
  try {
    return parseKeyFile(bytes);
  } catch {
    throw new AppError(
      'vault-damaged',
      'vault.keys.json is no key file that can be read, and vault.json beside it is not encrypted. If this study was never encrypted, move vault.keys.json out of its folder and try again; if it was, put back the copy of it that lies beside your backups. Nothing was changed.',
      { file: 'vault.keys.json' },
    );
  }
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

/**
 * Writes it so that a crash leaves the old or the new one, then its copies beside the backups: whoever loses the one in the study's folder
 * has lost everything, and a passphrase that was given up must open no copy. @throws the operating system's error; a copy that cannot be
 * written is written with the next backup.
 */
export async function writeKeyFile(disk: Disk, files: VaultFiles, keyFile: KeyFile): Promise<void> {
  const bytes = formatKeyFile(keyFile);
  await writeFileDurably(disk, files.keys, bytes);
  if (keyFile.state !== 'encrypted') return;
  const write = async (folder: string): Promise<void> => {
    if (await exists(disk, folder)) await writeFileDurably(disk, path.join(folder, path.basename(files.keys)), bytes);
  };
  await makeFolder(disk, files.backups);
  for (const folder of await copyFolders(disk, files)) await write(folder).catch(() => undefined);
}

/** Removes it and its copies: the study is not encrypted any more. @throws the operating system's error. */
export async function removeKeyFile(disk: Disk, files: VaultFiles): Promise<void> {
  for (const folder of await copyFolders(disk, files)) {
    await disk.rm(path.join(folder, path.basename(files.keys)), { force: true }).catch(() => undefined);
  }
  await disk.unlink(files.keys);
}

const copyFolders = async (disk: Disk, files: VaultFiles): Promise<string[]> => [files.backups, ...(await readPlaces(disk, files))];

/** Key files of a conversion: while it goes on, and afterwards (null: none). */
export interface Conversion {
  during: KeyFile;
  after: KeyFile | null;
}

/** The files whose content says what a study holds. Both are rewritten as a whole, so each is open or sealed. */
const TELLING = ['snapshot', 'journal'] as const;

/** Begins or continues a conversion. @throws the operating system's error. */
export async function conversionOf(
  disk: Disk,
  files: VaultFiles,
  keyFile: KeyFile,
  masterKey: Buffer,
  state: 'encrypting' | 'decrypting',
): Promise<Conversion> {
  if (state === 'decrypting') return { during: withState(keyFile, masterKey, state), after: null };
  const after = withState(keyFile, masterKey, 'encrypted');
  if (keyFile.state === 'encrypting') return { during: keyFile, after };
  const begunFrom: Record<string, string> = {};
  for (const name of TELLING) begunFrom[name] = checksumOf(await readOrNull(disk, files[name]));
  return { during: withState(keyFile, masterKey, state, begunFrom), after };
}

/** @throws AppError('vault-damaged') when a file that is still open is not the one that encrypting began with. */
export async function requireBegunFrom(disk: Disk, files: VaultFiles, { state, begunFrom }: KeyFile): Promise<void> {
  if (state !== 'encrypting') return;
  for (const name of TELLING) {
    const bytes = await readOrNull(disk, files[name]);
    const sealed = bytes !== null && (isSealed(bytes) || isSealedEntry(bytes.subarray(HEAD_LENGTH)));
    if (sealed || checksumOf(bytes) === begunFrom[name]) continue;
    throw new AppError(
      'vault-damaged',
      `Encrypting the study “${path.basename(files.folder)}” had been interrupted, and ${path.basename(files[name])} was changed since by another program. Nothing was converted. Put that file back as it was, or restore a backup.`,
      { file: path.basename(files[name]) },
    );
  }
}

const checksumOf = (bytes: Buffer | null): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

/** What a secret gives: the cipher of the study, and the conversion that was interrupted, if one was. */
export interface Unlocked {
  cipher: ContentCipher;
  conversion: Conversion | null;
}

/**
 * Opens the key file. @param secret passphrase or recovery code.
 * @throws AppError('passphrase') when one is needed, with details.wrong when the one given does not open it; 'vault-damaged'.
 */
export async function unlockVault(disk: Disk, keyFile: KeyFile, files: VaultFiles, secret: string | undefined): Promise<Unlocked> {
  if (secret === undefined) {
    throw new AppError('passphrase', `The study “${path.basename(files.folder)}” is encrypted. Enter its passphrase to open it.`, {
      folder: files.folder,
      wrong: false,
    });
  }
  const masterKey = await unlockKeyFile(keyFile, secret);
  const { state, vaultId } = keyFile;
  await requireBegunFrom(disk, files, keyFile);
  const conversion = state === 'encrypted' ? null : await conversionOf(disk, files, keyFile, masterKey, state);
  const cipher = createVaultCipher(masterKey, vaultId);
  masterKey.fill(0);
  return { cipher, conversion };
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
