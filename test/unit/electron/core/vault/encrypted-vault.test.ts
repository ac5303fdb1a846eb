// An encrypted study: nothing of it can be read on the disk, everything works as in a plain one, and it converts both ways.
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { placeFolders, rememberPlace } from '#core/backups/backup-place';
import { changePassphrase, encryptVault, newRecoveryCode, removeEncryption } from '#core/services/encryption';
import { type Disk, nodeDisk } from '#core/vault/disk';
import { createVault, openVault } from '#core/vault/open-vault';
import type { Vault, VaultServices } from '#core/vault/vault';
import { vaultFiles } from '#core/vault/vault-files';
import { addSource, countedServices, temporaryFolder } from '#test/builders/temporary-vault';

const PASSPHRASE = 'a sentence that only I know';
const CANARY = 'marmalade-canary-7731';

async function fill(vault: Vault): Promise<void> {
  await addSource(vault, 'talk', [
    ['Ann', 'What happened?'],
    ['Karim', `The ${CANARY} was too dear for us.`],
  ]);
  await vault.edit('createTag', { name: `Price ${CANARY}` });
  await vault.checkpoint();
  await vault.edit('createTag', { name: `Later ${CANARY}` });
  await vault.edit('createTag', { name: `Undone ${CANARY}` });
  await vault.undo();
}

async function encryptedVault(services: VaultServices = countedServices()): Promise<{ folder: string; vault: Vault }> {
  const folder = path.join(temporaryFolder(), 'study.plumb');
  const { vault } = await createVault(folder, `Study ${CANARY}`, services, PASSPHRASE);
  onTestFinished(() => vault.close().catch(() => undefined));
  await fill(vault);
  return { folder, vault };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

const filesWithCanary = (folder: string): string[] => filesUnder(folder).filter((file) => readFileSync(file).includes(CANARY));

const stateOf = (vault: Vault): string => JSON.stringify({ records: vault.state.toRecords(), seq: vault.seq, undo: vault.undoLabel });

test('no file shows a word of it, open or closed', async () => {
  const { folder, vault } = await encryptedVault();
  expect(filesWithCanary(folder)).toEqual([]);
  await vault.close();
  expect(filesWithCanary(folder)).toEqual([]);
  expect(filesUnder(folder).length).toBeGreaterThan(4);
});

test('opened with its passphrase it is the same, with texts and undo; after a crash too', async () => {
  const { folder, vault } = await encryptedVault();
  const before = stateOf(vault);
  // As a crash leaves it: the last edits stand in the journal only.
  const crashed = path.join(temporaryFolder(), 'crashed.plumb');
  cpSync(folder, crashed, { recursive: true, filter: (file) => path.basename(file) !== '.lock' });
  await vault.close();
  for (const place of [folder, crashed]) {
    const { vault: again } = await openVault(place, countedServices(), { secret: PASSPHRASE });
    expect(stateOf(again)).toBe(before);
    expect((await again.turns('talk'))[1]?.text).toContain(CANARY);
    const label = again.undoLabel;
    await again.undo();
    await again.redo();
    expect(again.undoLabel).toBe(label);
    await again.close();
  }
});

test('without a passphrase, with a wrong one and without its key file it stays shut, and says which', async () => {
  const { folder, vault } = await encryptedVault();
  await vault.close();
  await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'passphrase', details: { wrong: false } });
  await expect(openVault(folder, countedServices(), { secret: 'not this one at all' })).rejects.toMatchObject({
    code: 'passphrase',
    details: { wrong: true },
  });
  await nodeDisk.rename(path.join(folder, 'vault.keys.json'), path.join(folder, 'elsewhere'));
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE })).rejects.toThrow('its key file vault.keys.json is missing');
});

test('a plain file put in the place of an encrypted one does not open', async () => {
  const { folder, vault } = await encryptedVault();
  await vault.close();
  const plain = path.join(temporaryFolder(), 'plain.plumb');
  const other = await createVault(plain, 'Other', countedServices());
  await other.vault.close();
  copyFileSync(path.join(plain, 'vault.json'), path.join(folder, 'vault.json'));
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE })).rejects.toMatchObject({ code: 'vault-damaged' });
});

test('a study is encrypted and decrypted again with nothing else changed; the recovery code opens it', async () => {
  const folder = path.join(temporaryFolder(), 'study.plumb');
  const { vault } = await createVault(folder, 'Study', countedServices());
  await fill(vault);
  const before = stateOf(vault);
  await vault.close();
  expect(filesWithCanary(folder)).not.toEqual([]);
  await encryptVault(folder, vault.id, PASSPHRASE, countedServices());
  expect(filesWithCanary(folder)).toEqual([]);
  const code = await newRecoveryCode(folder, PASSPHRASE, countedServices());
  await changePassphrase(folder, code, 'quite another sentence', countedServices());
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE })).rejects.toMatchObject({ code: 'passphrase' });
  const { vault: sealed } = await openVault(folder, countedServices(), { secret: 'quite another sentence' });
  expect(stateOf(sealed)).toBe(before);
  await sealed.undo();
  await sealed.redo();
  await sealed.close();
  await removeEncryption(folder, code, countedServices());
  const { vault: plain } = await openVault(folder, countedServices());
  expect(JSON.parse(stateOf(plain)).records).toEqual(JSON.parse(before).records);
  expect((await plain.turns('talk'))[1]?.text).toContain(CANARY);
  await plain.close();
});

test('stopped at any file, a conversion goes on when the study is opened, and nothing is lost', async () => {
  const services = countedServices();
  const folder = path.join(temporaryFolder(), 'study.plumb');
  const { vault } = await createVault(folder, 'Study', services);
  await fill(vault);
  const before = stateOf(vault);
  await vault.close();
  for (const stop of [1, 3, 5]) {
    let renames = 0;
    const failing: VaultServices = {
      ...services,
      disk: {
        ...nodeDisk,
        rename: async (from, to) => {
          renames += 1;
          if (renames === stop + 1) throw Object.assign(new Error('stopped'), { code: 'EIO' });
          await nodeDisk.rename(from, to);
        },
      },
    };
    await expect(encryptVault(folder, vault.id, PASSPHRASE, failing)).rejects.toThrow('could not be converted');
    const { vault: sealed, notices } = await openVault(folder, services, { secret: PASSPHRASE });
    expect(notices.join(' ')).toContain('interrupted');
    expect(JSON.parse(stateOf(sealed)).records).toEqual(JSON.parse(before).records);
    await sealed.close();
    expect(filesWithCanary(folder)).toEqual([]);
    renames = 0;
    await expect(removeEncryption(folder, PASSPHRASE, failing)).rejects.toThrow('could not be converted');
    const { vault: plain } = await openVault(folder, services, { secret: PASSPHRASE });
    expect(JSON.parse(stateOf(plain)).records).toEqual(JSON.parse(before).records);
    await plain.close();
  }
}, 60_000);

/** Stops encrypting before the content file of this number. */
async function encryptUntil(folder: string, vaultId: string, stop: number): Promise<void> {
  let renames = 0;
  const disk: Disk = {
    ...nodeDisk,
    rename: async (from, to) => {
      renames += 1;
      if (renames === stop + 1) throw Object.assign(new Error('stopped'), { code: 'EIO' });
      await nodeDisk.rename(from, to);
    },
  };
  await expect(encryptVault(folder, vaultId, PASSPHRASE, { ...countedServices(), disk })).rejects.toThrow('could not be converted');
}

const keyFileOf = (folder: string): string => path.join(folder, 'vault.keys.json');

test.each(['decrypting', 'encrypting'])('a key file that somebody set to “%s” without the passphrase converts nothing', async (state) => {
  const { folder, vault } = await encryptedVault();
  await vault.close();
  const { sha256: _, ...fields } = JSON.parse(readFileSync(keyFileOf(folder), 'utf8'));
  const forge = (changed: object): void => {
    const sha256 = createHash('sha256').update(JSON.stringify(changed)).digest('hex');
    writeFileSync(keyFileOf(folder), JSON.stringify({ ...changed, sha256 }));
  };
  forge({ ...fields, state });
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE })).rejects.toMatchObject({ code: 'vault-damaged' });
  // Without the proof it says nothing that is believed.
  forge({ ...fields, state, proof: undefined });
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE })).rejects.toMatchObject({ code: 'vault-damaged' });
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE, readOnly: true })).rejects.toMatchObject({
    code: 'vault-damaged',
  });
  expect(filesWithCanary(folder)).toEqual([]);
});

test('a damaged key file is told apart from a wrong passphrase', async () => {
  const { folder, vault } = await encryptedVault();
  await vault.close();
  const bytes = readFileSync(keyFileOf(folder), 'utf8');
  const place = bytes.indexOf('"wrapped": "') + 20;
  writeFileSync(keyFileOf(folder), `${bytes.slice(0, place)}${bytes[place] === 'A' ? 'B' : 'A'}${bytes.slice(place + 1)}`);
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE })).rejects.toMatchObject({ code: 'vault-damaged' });
});

test('what a killed program was writing stops no conversion and shows no word afterwards', async () => {
  const folder = path.join(temporaryFolder(), 'study.plumb');
  const { vault } = await createVault(folder, 'Study', countedServices());
  await fill(vault);
  await vault.close();
  await encryptUntil(folder, vault.id, 1);
  const torn = ['transcripts/talk.1.json.71-a.tmp', 'vault.json.71-b.tmp', 'history/part.71-c.tmp'].map((name) => path.join(folder, name));
  for (const file of torn) writeFileSync(file, `PLUMBLINE SEALED 1\n${CANARY}`);
  const { vault: sealed } = await openVault(folder, countedServices(), { secret: PASSPHRASE });
  await sealed.close();
  expect(torn.filter((file) => existsSync(file))).toEqual([]);
  expect(filesWithCanary(folder)).toEqual([]);
});

test('a plain study put in the place of one whose encrypting was interrupted is not taken for it', async () => {
  const folder = path.join(temporaryFolder(), 'study.plumb');
  const { vault } = await createVault(folder, 'Study', countedServices());
  await fill(vault);
  await vault.close();
  await encryptUntil(folder, vault.id, 1);
  const snapshot = readFileSync(path.join(folder, 'vault.json'), 'utf8');
  expect(snapshot).toContain(CANARY);
  writeFileSync(path.join(folder, 'vault.json'), snapshot.replaceAll(CANARY, 'forged-canary'));
  await expect(openVault(folder, countedServices(), { secret: PASSPHRASE })).rejects.toThrow('was changed since by another program');
  writeFileSync(path.join(folder, 'vault.json'), snapshot);
  const { vault: sealed } = await openVault(folder, countedServices(), { secret: PASSPHRASE });
  await sealed.close();
  expect(filesWithCanary(folder)).toEqual([]);
});

test('a copy of the key file lies beside the backups, and follows every change of the passphrase', async () => {
  const { folder, vault } = await encryptedVault();
  await vault.close();
  const second = path.join(temporaryFolder(), 'second');
  mkdirSync(second);
  await rememberPlace(nodeDisk, vaultFiles(folder), placeFolders(second));
  await changePassphrase(folder, PASSPHRASE, 'quite another sentence', countedServices());
  const copy = path.join(folder, 'backups', 'vault.keys.json');
  expect(readFileSync(copy)).toEqual(readFileSync(keyFileOf(folder)));
  expect(readFileSync(path.join(second, 'vault.keys.json'))).toEqual(readFileSync(keyFileOf(folder)));
  // The way that the sentence about a missing key file names.
  rmSync(keyFileOf(folder));
  copyFileSync(copy, keyFileOf(folder));
  const { vault: again } = await openVault(folder, countedServices(), { secret: 'quite another sentence' });
  await again.close();
  await removeEncryption(folder, 'quite another sentence', countedServices());
  expect(existsSync(copy)).toBe(false);
});
