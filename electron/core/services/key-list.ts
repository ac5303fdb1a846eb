// The key list: which replacement stands for whom, in a file of its own that only its passphrase opens. It is never part of a study.
import { AppError } from '#shared/lib/app-error';
import type { NameChoice } from '#shared/domain/names/replace-names';

import { createKeyFile, formatKeyFile, parseKeyFile, unlockKeyFile } from '../vault/crypto/key-file.ts';
import { openBytes, sealBytes } from '../vault/crypto/sealed-file.ts';

const FORMAT = 'plumbline-key-list';
const CONTEXT = 'key list';

export interface KeyList {
  /** Name of the study it belongs to. */
  study: string;
  /** ISO 8601. */
  writtenAt: string;
  /** Names as they stood in the texts. */
  names: NameChoice[];
}

/** The file: the keys as in an encrypted study (scrypt), and the list sealed with AES-256-GCM. @throws AppError('passphrase') for one that is too short. */
export async function writeKeyList(list: KeyList, passphrase: string): Promise<Buffer> {
  const { keyFile, masterKey } = await createKeyFile(CONTEXT, passphrase);
  const sealed = await sealBytes(masterKey, CONTEXT, Buffer.from(JSON.stringify(list), 'utf8'));
  masterKey.fill(0);
  const content = { format: FORMAT, version: 1, keys: formatKeyFile(keyFile).toString('utf8'), sealed: sealed.toString('base64') };
  return Buffer.from(`${JSON.stringify(content, null, 1)}\n`, 'utf8');
}

/** @throws AppError('unreadable-file') for another file or a changed one, 'passphrase' for a wrong passphrase. */
export async function readKeyList(bytes: Buffer, passphrase: string): Promise<KeyList> {
  const { keys, sealed } = parsed(bytes);
  const masterKey = await unlockKeyFile(parseKeyFile(Buffer.from(keys, 'utf8')), passphrase).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'passphrase') throw error;
    throw new AppError('passphrase', 'This passphrase does not open the key list. Check capitals and the keyboard’s language.', {
      wrong: true,
    });
  });
  const content = await openBytes(masterKey, CONTEXT, Buffer.from(sealed, 'base64')).catch(() => {
    throw unreadable('it was cut short or changed');
  });
  masterKey.fill(0);
  return JSON.parse(content.toString('utf8')) as KeyList;
}

function parsed(bytes: Buffer): { keys: string; sealed: string } {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw unreadable('it is not one');
  }
  const { format, keys, sealed } = (content ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || typeof keys !== 'string' || typeof sealed !== 'string') throw unreadable('it is not one');
  return { keys, sealed };
}

const unreadable = (why: string): AppError =>
  new AppError('unreadable-file', `The key list cannot be read: ${why}. Choose the file that was written when the names were replaced.`);
