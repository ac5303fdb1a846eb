// Backups in a second folder are made anew after a conversion: none stays in the old form without a word, none is missing.
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { listBackups, placeFolders, secondPlace } from '#core/backups/backup-place';
import { backUp, backUpElsewhere, type BackupServices } from '#core/backups/backup-vault';
import { otherPlaces, remakeElsewhere } from '#core/backups/remake-elsewhere';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { verifyBackup } from '#core/backups/verify-backup';
import { checkFolder } from '#core/services/check';
import { encryptVault, removeEncryption } from '#core/services/encryption';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { findInFiles } from '#test/builders/canaries';
import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const PASSPHRASE = 'a sentence that only I know';
const WORD = 'Canary8elsewhere';

const servicesOf = (vault: Vault): BackupServices => ({
  disk: nodeDisk,
  now: countedServices().now,
  bounds: DEFAULT_BOUNDS,
  verify: (folder, files) => verifyBackup(nodeDisk, folder, files, vault.files.cipher),
});

/** A closed study with three backups, of which the second folder holds two. */
async function studyWithSecondFolder() {
  const use = countedServices();
  const { vault, folder } = await temporaryVault(use);
  const second = temporaryFolder();
  await addSource(vault, 'talk', [['Karim', WORD]], ['Karim']);
  for (const [at, name] of ['A', 'B', 'C'].entries()) {
    await vault.edit('createTag', { name });
    await backUp(vault, 'by-hand', servicesOf(vault));
    if (at > 0) await backUpElsewhere(vault, second, servicesOf(vault));
  }
  await vault.close();
  const place = secondPlace(second, vault.id, folder);
  const names = async (of = place): Promise<string[]> => (await listBackups(nodeDisk, of)).map(({ name }) => name);
  return { use, vault, folder, second, place, names };
}

describe('after encrypting and after decrypting', () => {
  test('the second folder holds the same backups as before, in the form of the study', async () => {
    const { use, vault, folder, place, names } = await studyWithSecondFolder();
    const wanted = await names();
    expect(wanted).toHaveLength(2);
    const before = await otherPlaces(nodeDisk, vault.files);
    await encryptVault(folder, vault.id, PASSPHRASE, use);
    const sealed = (await openAgain(folder, use, { secret: PASSPHRASE })).vault;
    expect(await remakeElsewhere(sealed, before, servicesOf(sealed))).toEqual([`The backups in ${place.root} were made anew.`]);
    expect(await names()).toEqual(wanted);
    expect(findInFiles([place.root], [WORD])).toEqual([]);
    expect(await checkFolder(nodeDisk, sealed.files)).toMatchObject({ ok: true, backups: 5 });
    const again = await otherPlaces(nodeDisk, vault.files);
    await sealed.close();
    await removeEncryption(folder, PASSPHRASE, use);
    const { vault: plain } = await openAgain(folder, use);
    await remakeElsewhere(plain, again, servicesOf(plain));
    expect(await names()).toEqual(wanted);
    expect(findInFiles([place.root], [WORD])).not.toEqual([]);
    expect(await checkFolder(nodeDisk, plain.files)).toMatchObject({ ok: true, backups: 5 });
  });

  test('a folder that is not there is said to hold the old form still', async () => {
    const { use, vault, folder, place, second } = await studyWithSecondFolder();
    renameSync(second, `${second}-away`);
    const before = await otherPlaces(nodeDisk, vault.files);
    await encryptVault(folder, vault.id, PASSPHRASE, use);
    const sealed = (await openAgain(folder, use, { secret: PASSPHRASE })).vault;
    expect(await remakeElsewhere(sealed, before, servicesOf(sealed))).toEqual([
      `The folder ${place.root} is not there now: the backups in it are still not encrypted. The next backup into it replaces them.`,
    ]);
    renameSync(`${second}-away`, second);
    await backUpElsewhere(sealed, second, servicesOf(sealed));
    expect(findInFiles([second], [WORD])).toEqual([]);
  });

  test('a study without a backup of its own gets one first', async () => {
    const { use, vault, folder, names } = await studyWithSecondFolder();
    const own = placeFolders(folder);
    for (const name of await names(own)) rmSync(path.join(own.backups, name), { recursive: true });
    const before = await otherPlaces(nodeDisk, vault.files);
    await encryptVault(folder, vault.id, PASSPHRASE, use);
    const sealed = (await openAgain(folder, use, { secret: PASSPHRASE })).vault;
    await remakeElsewhere(sealed, before, servicesOf(sealed));
    expect(await names()).toHaveLength(1);
  });
});
