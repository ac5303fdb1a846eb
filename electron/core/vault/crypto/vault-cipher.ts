// The cipher of an encrypted study: files and journal entries, all under keys derived from its master key.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { AppError } from '#shared/lib/app-error';

import type { ContentCipher, ContentName } from './content-cipher.ts';
import { deriveKey, openBytes, sealBytes } from './sealed-file.ts';

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
/** Bytes of a chain hash; it lies before the entry's JSON inside what is sealed: in the open it would let entries be guessed. */
const CHAIN_LENGTH = 32;
const HIDDEN_CHAIN = '0'.repeat(64);

/**
 * @param masterKey 32 bytes; the cipher keeps its own copy. @param vaultId binds every key to this study.
 * @param nonces gives 12 fresh bytes for each entry; for test vectors only.
 */
export function createVaultCipher(masterKey: Buffer, vaultId: string, nonces = (): Buffer => randomBytes(NONCE_LENGTH)): ContentCipher {
  const none = Buffer.alloc(0);
  const keys = {
    file: deriveKey(masterKey, none, `files ${vaultId}`),
    entry: deriveKey(masterKey, none, `entries ${vaultId}`),
  };
  let forgotten = false;
  const use = (key: Buffer): Buffer => {
    if (forgotten) throw new AppError('internal', 'The study was locked while something still used it. Unlock it to go on.');
    return key;
  };
  return {
    encrypted: true,
    sealFile: (name: ContentName, content) => sealBytes(use(keys.file), name, content),
    openFile: (name: ContentName, bytes) => openBytes(use(keys.file), name, bytes),
    sealEntry: (json, chain) => ({ payload: sealEntry(use(keys.entry), json, chain, nonces()), shownChain: HIDDEN_CHAIN }),
    openEntry: (payload) => openEntry(use(keys.entry), payload),
    forget: () => {
      forgotten = true;
      for (const key of Object.values(keys)) key.fill(0);
    },
  };
}

/**
 * Random nonces of 96 bits under one key for all entries of a study: at four thousand million entries two would meet with a probability of
 * one in four thousand million (NIST SP 800-38D, 8.3); a number counted up would be used twice when a torn line is written again.
 */
function sealEntry(key: Buffer, json: Buffer, chain: string, nonce: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(chain, 'hex'), cipher.update(json), cipher.final(), cipher.getAuthTag()]);
  return Buffer.from(`{"sealed":"${sealed.toString('base64')}"}`, 'latin1');
}

const PAYLOAD = /^\{"sealed":"([A-Za-z0-9+/]+={0,2})"\}$/;

function openEntry(key: Buffer, payload: Buffer): { json: Buffer; chain: string } {
  const text = PAYLOAD.exec(payload.toString('latin1'))?.[1] ?? '';
  const sealed = Buffer.from(text, 'base64');
  // The last sign may hold bits that decoding drops: a change there is a change too.
  if (sealed.length < NONCE_LENGTH + CHAIN_LENGTH + TAG_LENGTH || sealed.toString('base64') !== text) throw notOpened();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_LENGTH), { authTagLength: TAG_LENGTH });
  decipher.setAuthTag(sealed.subarray(-TAG_LENGTH));
  const plain = decipher.update(sealed.subarray(NONCE_LENGTH, -TAG_LENGTH));
  try {
    decipher.final();
  } catch {
    throw notOpened();
  }
  return { json: plain.subarray(CHAIN_LENGTH), chain: plain.toString('hex', 0, CHAIN_LENGTH) };
}

function notOpened(): AppError {
  return new AppError('vault-damaged', 'An entry of the journal was changed: it does not open with the key of this study.');
}
