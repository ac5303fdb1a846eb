// Backups follow their study when it is encrypted or decrypted.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { listBackups, placeFolders } from '#core/backups/backup-place';
import { backUp, type BackupServices } from '#core/backups/backup-vault';
import { restoreBackup } from '#core/backups/restore-backup';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { verifyBackup } from '#core/backups/verify-backup';
import { encryptVault, removeEncryption } from '#core/services/encryption';
import { nodeDisk } from '#core/vault/disk';
import { findInFiles } from '#test/builders/canaries';
import { stoppingDisk } from '#test/builders/controlled-disk';
import { countedServices, openAgain, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const PASSPHRASE = 'a sentence that only I know';
const WORD = 'Canary7éconversion';

/** A closed study with a small and a large backup. */
async function backedUpStudy() {
  const use = countedServices();
  const { vault, folder } = await temporaryVault(use);
  const services: BackupServices = {
    disk: nodeDisk,
    now: use.now,
    bounds: DEFAULT_BOUNDS,
    verify: (place, files) => verifyBackup(nodeDisk, place, files),
  };
  await vault.edit('createTag', { name: WORD });
  await backUp(vault, 'by-hand', services);
  for (let index = 0; index < 15; index += 1)
    await vault.edit('addMemo', { title: `${WORD} ${index}`, text: 'about prices '.repeat(6000) });
  await backUp(vault, 'hourly', services);
  await vault.close();
  return { use, vault, folder, place: placeFolders(folder) };
}

describe('converting', () => {
  test('backups are encrypted with the study, restore with its passphrase, and are decrypted with it', async () => {
    const { use, vault, folder, place } = await backedUpStudy();
    const before = await listBackups(nodeDisk, place);
    expect(before.map(({ manifest }) => manifest?.files[0]?.stored)).toEqual(['plain', 'gzip']);
    await encryptVault(folder, vault.id, PASSPHRASE, use);
    expect(findInFiles([folder], [WORD])).toEqual([]);
    const sealed = await listBackups(nodeDisk, place);
    expect(sealed.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    const [oldest] = sealed;
    if (!oldest) throw new Error('no backup');
    const to = path.join(temporaryFolder(), 'restored.plumb');
    await restoreBackup(nodeDisk, place, oldest, vault.files, to);
    const restored = await openAgain(to, use, { secret: PASSPHRASE });
    expect([...restored.vault.state.all('tags').values()].map(({ name }) => name)).toEqual([WORD]);
    expect(restored.vault.state.all('memos').size).toBe(0);
    await restored.vault.close();
    await removeEncryption(folder, PASSPHRASE, use);
    const plain = await listBackups(nodeDisk, place);
    expect(plain.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    for (const [at, { folder: of, manifest }] of plain.entries()) {
      await verifyBackup(nodeDisk, of, manifest?.files ?? []);
      expect(manifest?.files[0]?.sha256).toBe(before[at]?.manifest?.files[0]?.sha256);
    }
  });

  test('a backup that does not hold is not left in its old form', async () => {
    const { use, vault, folder, place } = await backedUpStudy();
    const [first] = await listBackups(nodeDisk, place);
    const file = path.join(first?.folder ?? '', 'vault.json');
    writeFileSync(file, readFileSync(file).subarray(0, 900));
    await encryptVault(folder, vault.id, PASSPHRASE, use);
    expect(await listBackups(nodeDisk, place)).toHaveLength(1);
    expect(findInFiles([folder], [WORD])).toEqual([]);
  });

  test('stopped anywhere, it goes on when the study is opened, and nothing stays readable', async () => {
    for (let fail = 2, reached = true; reached; fail += 23) {
      const { use, vault, folder, place } = await backedUpStudy();
      const { disk, stopped } = stoppingDisk(fail);
      await encryptVault(folder, vault.id, PASSPHRASE, { ...use, disk }).catch(() => undefined);
      reached = stopped();
      rmSync(path.join(folder, '.lock'), { force: true });
      const begun = readdirSync(folder).includes('vault.keys.json');
      const opened = await openAgain(folder, use, begun ? { secret: PASSPHRASE } : {});
      if (begun) expect(findInFiles([folder], [WORD]), `stopped at operation ${fail}`).toEqual([]);
      for (const { folder: of, manifest } of await listBackups(nodeDisk, place)) {
        await verifyBackup(nodeDisk, of, manifest?.files ?? [], opened.vault.files.cipher);
      }
      await opened.vault.close();
    }
  });
});
