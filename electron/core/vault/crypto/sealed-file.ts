// A sealed file: authenticated encryption in chunks, each bound to its place, the last one marked as such.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { AppError } from '#shared/lib/app-error';

/** The first bytes of every sealed file. */
export const SEALED_MARK = Buffer.from('PLUMBLINE SEALED 1\n', 'latin1');
const SALT_LENGTH = 16;
const TAG_LENGTH = 16;
/** Plain bytes of every chunk but the last. */
const CHUNK_LENGTH = 256 * 1024;
/** Chunks worked on before others get a turn: about 4 MiB, a few milliseconds. */
const CHUNKS_PER_TURN = 16;

const HEAD_LENGTH = SEALED_MARK.length + SALT_LENGTH;

/** True for the bytes of a sealed file, whatever its key. */
export function isSealed(bytes: Buffer): boolean {
  return bytes.subarray(0, SEALED_MARK.length).equals(SEALED_MARK);
}

/**
 * Encrypts content with AES-256-GCM in chunks, after the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015): the nonce
 * is the chunk's number and whether it is the last, under a key derived for this file alone, so no nonce is used twice.
 * Layout: magic line, 16 bytes of salt, then for each chunk its ciphertext and 16 bytes of tag. Empty content is one empty chunk.
 * @param key 32 bytes. @param context what the file is; sealing and opening must agree on it. @param salt for test vectors only.
 */
export async function sealBytes(key: Buffer, context: string, content: Buffer, salt: Buffer = randomBytes(SALT_LENGTH)): Promise<Buffer> {
  const fileKey = deriveKey(key, salt, context);
  const count = Math.max(1, Math.ceil(content.length / CHUNK_LENGTH));
  const sealed: Buffer[] = [SEALED_MARK, salt];
  for (let at = 0; at < count; at += 1) {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(at, at === count - 1));
    sealed.push(cipher.update(content.subarray(at * CHUNK_LENGTH, (at + 1) * CHUNK_LENGTH)), cipher.final(), cipher.getAuthTag());
    if (at % CHUNKS_PER_TURN === CHUNKS_PER_TURN - 1) await others();
  }
  fileKey.fill(0);
  return Buffer.concat(sealed);
}

/**
 * Decrypts what sealBytes made. @throws AppError('vault-damaged') that tells apart: not sealed, cut short, changed.
 */
export async function openBytes(key: Buffer, context: string, bytes: Buffer): Promise<Buffer> {
  if (!isSealed(bytes)) throw damaged(context, 'is not encrypted, although this study is: somebody put another file in its place');
  if (bytes.length < HEAD_LENGTH + TAG_LENGTH) throw damaged(context, 'was cut short');
  const fileKey = deriveKey(key, bytes.subarray(SEALED_MARK.length, HEAD_LENGTH), context);
  const length = CHUNK_LENGTH + TAG_LENGTH;
  const count = Math.ceil((bytes.length - HEAD_LENGTH) / length);
  const opened: Buffer[] = [];
  for (let at = 0; at < count; at += 1) {
    const chunk = bytes.subarray(HEAD_LENGTH + at * length, HEAD_LENGTH + (at + 1) * length);
    const last = at === count - 1;
    const plain = openChunk(fileKey, nonceOf(at, last), chunk);
    if (plain) opened.push(plain);
    // The last chunk of a file that was cut at a chunk's end is a whole one that never was the last.
    else if (last && openChunk(fileKey, nonceOf(at, false), chunk)) throw damaged(context, 'was cut short');
    else throw damaged(context, last ? 'was cut short or changed' : 'was changed');
    if (at % CHUNKS_PER_TURN === CHUNKS_PER_TURN - 1) await others();
  }
  fileKey.fill(0);
  return Buffer.concat(opened);
}

function openChunk(key: Buffer, nonce: Buffer, chunk: Buffer): Buffer | null {
  if (chunk.length < TAG_LENGTH) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH });
  decipher.setAuthTag(chunk.subarray(-TAG_LENGTH));
  const plain = decipher.update(chunk.subarray(0, -TAG_LENGTH));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

/** A key for one purpose, so that no two files or uses ever share one. HKDF with SHA-256 (RFC 5869). @returns 32 bytes. */
export function deriveKey(key: Buffer, salt: Buffer, context: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `plumbline 1 ${context}`, 32));
}

/** 11 bytes of number, big-endian, and one that is 1 for the last chunk. */
function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(chunk, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function damaged(context: string, what: string): AppError {
  return new AppError('vault-damaged', `The ${context} of this study ${what}.`, { context });
}

const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
