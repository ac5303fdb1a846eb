// The key file of an encrypted study: its random master key, wrapped once for each way to open it.
import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

import { AppError } from '#shared/lib/app-error';

import { deriveKey } from './sealed-file.ts';
import { formatRecoveryCode, newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';

const KEY_LENGTH = 32;
const SALT_LENGTH = 16;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** scrypt (Percival 2009; RFC 7914) at the cost OWASP names for it: 128 MiB of memory, about a third of a second. */
const PASSPHRASE_COST = { cost: 2 ** 17, blockSize: 8, parallelization: 1 } as const;
/** A recovery code is random: guessing it is hopeless at any cost, so opening with it need not be slow. */
const CODE_COST = { ...PASSPHRASE_COST, cost: 2 ** 12 } as const;
/** A key file from elsewhere must not make the program work for hours or take all memory. */
const LARGEST_COST = { cost: 2 ** 20, blockSize: 16, parallelization: 4 } as const;

interface Slot {
  kind: 'passphrase' | 'recovery-code';
  kdf: 'scrypt';
  cost: number;
  blockSize: number;
  parallelization: number;
  salt: Buffer;
  /** Nonce, wrapped master key and tag. */
  wrapped: Buffer;
}

export interface KeyFile {
  format: 'plumbline-keys';
  version: 1;
  vaultId: string;
  /** While the study is being converted, files of both kinds lie in its folder. */
  state: 'encrypted' | 'encrypting' | 'decrypting';
  /** Only while encrypting: checksums of the files that are still open, so that nobody can put others in their place. */
  begunFrom: Record<string, string>;
  /**
   * Hex HMAC of state and begunFrom under the master key: without the passphrase nobody can make a study convert itself.
   * Null in key files of earlier versions, which are taken for `encrypted` only.
   */
  proof: string | null;
  slots: Slot[];
}

/** Shortest passphrase that is taken, in characters. */
export const SHORTEST_PASSPHRASE = 10;

/** Makes the keys of a study: a random master key, wrapped with the passphrase. @throws AppError('bad-input') for a passphrase that is too short. */
export async function createKeyFile(vaultId: string, passphrase: string): Promise<{ keyFile: KeyFile; masterKey: Buffer }> {
  requireGoodPassphrase(passphrase);
  const masterKey = randomBytes(KEY_LENGTH);
  const slots = [await wrap('passphrase', passphrase, masterKey, vaultId)];
  const unproven = { format: 'plumbline-keys', version: 1, vaultId, state: 'encrypted', begunFrom: {}, proof: null, slots } as const;
  return { keyFile: withState(unproven, masterKey, 'encrypted'), masterKey };
}

/** The same keys in another state. @param begunFrom checksums of the files that are not sealed yet, by name. */
export function withState(
  keyFile: KeyFile,
  masterKey: Buffer,
  state: KeyFile['state'],
  begunFrom: Readonly<Record<string, string>> = {},
): KeyFile {
  const changed = { ...keyFile, state, begunFrom };
  return { ...changed, proof: proofOf(changed, masterKey) };
}

/** HMAC-SHA-256 (RFC 2104) over the JSON of state and sorted checksums, under a key derived for nothing else. */
function proofOf({ vaultId, state, begunFrom }: Pick<KeyFile, 'vaultId' | 'state' | 'begunFrom'>, masterKey: Buffer): string {
  const sorted = Object.entries(begunFrom).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHmac('sha256', deriveKey(masterKey, Buffer.alloc(0), `key file ${vaultId}`))
    .update(JSON.stringify([state, sorted]))
    .digest('hex');
}

/** @throws AppError('vault-damaged') when somebody without the key changed the state. */
function requireProof(keyFile: KeyFile, masterKey: Buffer): void {
  const { proof, state } = keyFile;
  if (proof === null ? state === 'encrypted' : timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(keyFile, masterKey)))) return;
  throw new AppError(
    'vault-damaged',
    'vault.keys.json was changed by somebody who does not have the passphrase. Nothing was opened or converted. Put back its copy, which lies in the folder “backups” of the study and beside each further backup.',
    { file: 'vault.keys.json' },
  );
}

/**
 * Gives the master key for a passphrase or a recovery code, however it is grouped.
 * @throws AppError('passphrase') when neither slot opens: the words are wrong, or the wrapped keys were changed; the two cannot be told apart.
 *   AppError('vault-damaged') when the words are right and the state is not what was written.
 */
export async function unlockKeyFile(keyFile: KeyFile, secret: string): Promise<Buffer> {
  const code = parseRecoveryCode(secret);
  for (const slot of keyFile.slots) {
    const words = slot.kind === 'passphrase' ? secret : code;
    const masterKey = words === null ? null : await unwrap(slot, words, keyFile.vaultId);
    if (!masterKey) continue;
    requireProof(keyFile, masterKey);
    return masterKey;
  }
  throw new AppError(
    'passphrase',
    'This passphrase does not open the study. Check capitals and the keyboard’s language, or use the recovery code.',
    {
      wrong: true,
    },
  );
}

/** The same keys with another passphrase; the recovery code stays. @throws AppError('bad-input') for one that is too short. */
export async function withPassphrase(keyFile: KeyFile, masterKey: Buffer, passphrase: string): Promise<KeyFile> {
  requireGoodPassphrase(passphrase);
  const slot = await wrap('passphrase', passphrase, masterKey, keyFile.vaultId);
  return { ...keyFile, slots: [slot, ...keyFile.slots.filter((other) => other.kind !== 'passphrase')] };
}

/** The same keys with a recovery code, to be printed and kept elsewhere; an older code opens nothing any more. */
export async function withRecoveryCode(keyFile: KeyFile, masterKey: Buffer): Promise<{ keyFile: KeyFile; recoveryCode: string }> {
  const code = newRecoveryCode();
  const slot = await wrap('recovery-code', code, masterKey, keyFile.vaultId);
  const slots = [...keyFile.slots.filter((other) => other.kind !== 'recovery-code'), slot];
  return { keyFile: { ...keyFile, slots }, recoveryCode: formatRecoveryCode(code) };
}

/** The bytes of vault.keys.json. */
export function formatKeyFile({ proof, begunFrom, ...keyFile }: KeyFile): Buffer {
  const slots = keyFile.slots.map((slot) => ({ ...slot, salt: slot.salt.toString('base64'), wrapped: slot.wrapped.toString('base64') }));
  const fields = { ...keyFile, ...(proof === null ? {} : { begunFrom, proof }), slots };
  return Buffer.from(`${JSON.stringify({ ...fields, sha256: checksumOf(fields) }, null, 2)}\n`, 'utf8');
}

/** Tells a damaged key file from a wrong passphrase; whoever changes the file on purpose can write a fitting one. */
const checksumOf = (fields: object): string => hash('sha256', JSON.stringify(fields));

/** @throws AppError('vault-damaged') when the bytes are not a key file, or one that asks for endless work. */
export function parseKeyFile(bytes: Buffer): KeyFile {
  const keyFile = readKeys(bytes);
  if (keyFile) return keyFile;
  throw new AppError(
    'vault-damaged',
    'vault.keys.json was damaged or changed. Without it nobody can open this study: put back its copy, which lies in the folder “backups” of the study and beside each further backup.',
    { file: 'vault.keys.json' },
  );
}

function readKeys(bytes: Buffer): KeyFile | null {
  try {
    const { sha256, ...fields } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    // Key files of earlier versions have none.
    if (sha256 !== undefined && sha256 !== checksumOf(fields)) return null;
    const { format, version, vaultId, state, begunFrom = {}, proof = null, slots } = fields;
    if (format !== 'plumbline-keys' || version !== 1 || typeof vaultId !== 'string' || !Array.isArray(slots)) return null;
    if (state !== 'encrypted' && state !== 'encrypting' && state !== 'decrypting') return null;
    if (proof !== null && (typeof proof !== 'string' || !/^[0-9a-f]{64}$/.test(proof))) return null;
    if (!isChecksums(begunFrom)) return null;
    const read = slots.slice(0, 8).map((slot) => readSlot(slot as Record<string, unknown>));
    const known = read.filter((slot) => slot !== null);
    return known.length === slots.length && known.length > 0 ? { format, version, vaultId, state, begunFrom, proof, slots: known } : null;
  } catch {
    return null;
  }
}

const isChecksums = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');

function readSlot({ kind, kdf, cost, blockSize, parallelization, salt, wrapped }: Record<string, unknown>): Slot | null {
  if ((kind !== 'passphrase' && kind !== 'recovery-code') || kdf !== 'scrypt') return null;
  if (!upTo(cost, LARGEST_COST.cost) || !upTo(blockSize, LARGEST_COST.blockSize)) return null;
  if (!upTo(parallelization, LARGEST_COST.parallelization)) return null;
  const [saltBytes, wrappedBytes] = [Buffer.from(String(salt), 'base64'), Buffer.from(String(wrapped), 'base64')];
  if (saltBytes.length !== SALT_LENGTH || wrappedBytes.length !== NONCE_LENGTH + KEY_LENGTH + TAG_LENGTH) return null;
  return { kind, kdf, cost, blockSize, parallelization, salt: saltBytes, wrapped: wrappedBytes };
}

const upTo = (value: unknown, largest: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= largest;

function requireGoodPassphrase(passphrase: string): void {
  if ([...normalised(passphrase)].length >= SHORTEST_PASSPHRASE) return;
  throw new AppError(
    'bad-input',
    `A passphrase has ${SHORTEST_PASSPHRASE} characters at least. A short sentence that only you know is a good one.`,
    {
      field: 'passphrase',
    },
  );
}

/** The same words give the same bytes on every keyboard and system. */
function normalised(secret: string): string {
  return secret.normalize('NFKC');
}

async function wrap(kind: Slot['kind'], secret: string, masterKey: Buffer, vaultId: string): Promise<Slot> {
  const salt = randomBytes(SALT_LENGTH);
  const cost = kind === 'passphrase' ? PASSPHRASE_COST : CODE_COST;
  const key = await stretch(secret, salt, cost);
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${kind} ${vaultId}`));
  const wrapped = Buffer.concat([nonce, cipher.update(masterKey), cipher.final(), cipher.getAuthTag()]);
  return { kind, kdf: 'scrypt', ...cost, salt, wrapped };
}

async function unwrap(slot: Slot, secret: string, vaultId: string): Promise<Buffer | null> {
  const key = await stretch(secret, slot.salt, slot);
  const decipher = createDecipheriv('aes-256-gcm', key, slot.wrapped.subarray(0, NONCE_LENGTH), { authTagLength: TAG_LENGTH });
  decipher.setAAD(Buffer.from(`${slot.kind} ${vaultId}`)).setAuthTag(slot.wrapped.subarray(-TAG_LENGTH));
  const masterKey = decipher.update(slot.wrapped.subarray(NONCE_LENGTH, -TAG_LENGTH));
  try {
    decipher.final();
    return masterKey;
  } catch {
    return null;
  }
}

function stretch(
  secret: string,
  salt: Buffer,
  { cost, blockSize, parallelization }: Pick<Slot, 'cost' | 'blockSize' | 'parallelization'>,
): Promise<Buffer> {
  const maxmem = 129 * cost * blockSize + 2 ** 20;
  return new Promise((resolve, reject) => {
    scrypt(normalised(secret), salt, KEY_LENGTH, { cost, blockSize, parallelization, maxmem }, (error, key) =>
      error
        ? reject(new AppError('vault-damaged', 'vault.keys.json asks for a way of making keys that does not exist.', {}))
        : resolve(key),
    );
  });
}
