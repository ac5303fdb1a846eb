// What is sealed opens with its own key and name only; every change of a byte, and every cut, is noticed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createKeyFile, formatKeyFile, parseKeyFile, unlockKeyFile, withRecoveryCode, withPassphrase } from '#core/vault/crypto/key-file';
import { parseRecoveryCode } from '#core/vault/crypto/recovery-code';
import { openBytes, sealBytes } from '#core/vault/crypto/sealed-file';
import { createVaultCipher } from '#core/vault/crypto/vault-cipher';
import type { AppError } from '#shared/lib/app-error';

const key = Buffer.alloc(32, 7);
const CHAIN = 'ab'.repeat(32);
const refused = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('it opened')),
    (error: AppError) => error,
  );
/** Content of three chunks without the cost of making three chunks for every example. */
const LONG = Buffer.alloc(600_000, 'plumbline ');

describe('a sealed file', () => {
  test('gives its content back, of any length', async () => {
    for (const length of [0, 1, 262_143, 262_144, 262_145, 524_288, 600_000]) {
      const content = LONG.subarray(0, length);
      expect((await openBytes(key, 'snapshot', await sealBytes(key, 'snapshot', content))).equals(content)).toBe(true);
    }
  });

  test('does not open under another key or as another file', async () => {
    const sealed = await sealBytes(key, 'snapshot', Buffer.from('words'));
    expect((await refused(openBytes(Buffer.alloc(32, 8), 'snapshot', sealed))).code).toBe('vault-damaged');
    expect((await refused(openBytes(key, 'transcript a.1', sealed))).code).toBe('vault-damaged');
  });

  test('no byte of it can be changed and nothing be cut off or added unnoticed', async () => {
    const sealed = await sealBytes(key, 'snapshot', Buffer.from('What customers said, word for word.'));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await refused(openBytes(key, 'snapshot', changed))).code).toBe('vault-damaged');
      expect((await refused(openBytes(key, 'snapshot', sealed.subarray(0, at)))).code).toBe('vault-damaged');
    }
    expect((await refused(openBytes(key, 'snapshot', Buffer.concat([sealed, sealed])))).code).toBe('vault-damaged');
  });

  test('cut at the end of a chunk, it is said to be cut short; chunks in another order do not open', async () => {
    const sealed = await sealBytes(key, 'snapshot', LONG);
    const [head, chunk] = [19 + 16, 262_144 + 16];
    expect((await refused(openBytes(key, 'snapshot', sealed.subarray(0, head + chunk)))).message).toBe(
      'The snapshot of this study was cut short.',
    );
    const swapped = Buffer.concat([
      sealed.subarray(0, head),
      sealed.subarray(head + chunk, head + 2 * chunk),
      sealed.subarray(head, head + chunk),
      sealed.subarray(head + 2 * chunk),
    ]);
    expect((await refused(openBytes(key, 'snapshot', swapped))).message).toBe('The snapshot of this study was changed.');
  });

  test('is what docs/VAULT.md shows for given key, salt and content', async () => {
    const sealed = await sealBytes(key, 'snapshot', Buffer.from('plumbline'), Buffer.alloc(16, 1));
    expect(sealed.subarray(19).toString('hex')).toMatchInlineSnapshot(
      `"01010101010101010101010101010101686c201a89b88f470a56c763b5acedc638157400c385d856eb"`,
    );
  });
});

describe('journal entries', () => {
  const cipher = createVaultCipher(key, 'vault_1');

  test('open again, look different every time, and are noticed when changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, place) => {
        const json = Buffer.from(JSON.stringify({ text }));
        const { payload, shownChain } = cipher.sealEntry(json, CHAIN);
        const opened = cipher.openEntry(payload, shownChain);
        expect(opened.json.equals(json)).toBe(true);
        expect(opened.chain).toBe(CHAIN);
        expect(cipher.sealEntry(json, CHAIN).payload.equals(payload)).toBe(false);
        const changed = Buffer.from(payload);
        const at = 12 + (place % (payload.length - 16));
        changed[at] = changed[at] === 0x41 ? 0x42 : 0x41;
        if (!changed.equals(payload)) expect(() => cipher.openEntry(changed, shownChain)).toThrow('An entry of the journal was changed');
      }),
    );
  });

  test('of another study do not open, and their chain hash is not shown', () => {
    const other = createVaultCipher(key, 'vault_2');
    const { payload, shownChain } = cipher.sealEntry(Buffer.from('{}'), CHAIN);
    expect(() => other.openEntry(payload, shownChain)).toThrow('does not open');
    expect(shownChain).toBe('0'.repeat(64));
  });

  test('after the key is forgotten nothing opens', () => {
    const locked = createVaultCipher(key, 'vault_1');
    locked.forget();
    expect(() => locked.sealEntry(Buffer.from('{}'), CHAIN)).toThrow('was locked');
  });

  test('are what docs/VAULT.md shows', () => {
    const fixed = createVaultCipher(key, 'vault_1', () => Buffer.alloc(12, 2));
    expect(fixed.sealEntry(Buffer.from('{"seq":1}'), CHAIN).payload.toString()).toMatchInlineSnapshot(
      `"{"sealed":"AgICAgICAgICAgIC88CsAViNMYBae+3w5qvsk0UJsN+xUMBIgC5x1MHaBB2PQEjffVHAkquViUEQmFriShtlyH256v51"}"`,
    );
  });
});

describe('the key file', () => {
  test('opens by passphrase and by recovery code, in other writing too; a wrong one is refused', async () => {
    const { keyFile: first, masterKey } = await createKeyFile('vault_1', 'every version of the customer é');
    const { keyFile, recoveryCode } = await withRecoveryCode(first, masterKey);
    const read = parseKeyFile(formatKeyFile(keyFile));
    expect((await unlockKeyFile(read, 'every version of the customer e\u0301')).equals(masterKey)).toBe(true);
    expect((await unlockKeyFile(read, recoveryCode.toLowerCase().replaceAll('-', ' '))).equals(masterKey)).toBe(true);
    expect((await refused(unlockKeyFile(read, 'every version of the customer'))).details).toEqual({ wrong: true });
    expect((await refused(unlockKeyFile({ ...read, vaultId: 'vault_2' }, recoveryCode))).code).toBe('passphrase');
    expect(formatKeyFile(keyFile).includes(masterKey.toString('base64'))).toBe(false);
  });

  test('takes another passphrase and another code; the old ones open nothing', async () => {
    const { keyFile: first, masterKey } = await createKeyFile('vault_1', 'the first passphrase');
    const { keyFile, recoveryCode } = await withRecoveryCode(first, masterKey);
    const changed = await withPassphrase(keyFile, masterKey, 'the second passphrase');
    expect((await unlockKeyFile(changed, 'the second passphrase')).equals(masterKey)).toBe(true);
    expect((await unlockKeyFile(changed, recoveryCode)).equals(masterKey)).toBe(true);
    expect((await refused(unlockKeyFile(changed, 'the first passphrase'))).code).toBe('passphrase');
    const fresh = await withRecoveryCode(changed, masterKey);
    expect((await refused(unlockKeyFile(fresh.keyFile, recoveryCode))).code).toBe('passphrase');
    expect((await unlockKeyFile(fresh.keyFile, fresh.recoveryCode)).equals(masterKey)).toBe(true);
  });

  test('a short passphrase, a broken file and a file that asks for endless work are refused', async () => {
    expect((await refused(createKeyFile('vault_1', 'too short'))).code).toBe('bad-input');
    expect(() => parseKeyFile(Buffer.from('{"format":'))).toThrow('vault.keys.json was damaged or changed');
    const { keyFile } = await createKeyFile('vault_1', 'a good passphrase');
    const greedy = formatKeyFile(keyFile).toString().replace('131072', '1073741824');
    expect(() => parseKeyFile(Buffer.from(greedy))).toThrow('vault.keys.json was damaged or changed');
  });

  test('a recovery code is read with the letters that people take for digits', () => {
    expect(parseRecoveryCode('o123-4567-89ab-cdef-ghjk-mnpq-rstv')).toBe('0123456789ABCDEFGHJKMNPQRSTV');
    expect(parseRecoveryCode('not a code')).toBe(null);
  });
});
