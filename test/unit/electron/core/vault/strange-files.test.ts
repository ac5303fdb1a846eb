// Files that do not belong into a study's folder, or are no files: said in words, never waited for, and what lies beside them is saved.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { checkFolder } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';
import { leavingOut, wrongKinds } from '#core/vault/require-study';
import { repairVault } from '#core/vault/salvage/repair';
import { readableFiles } from '#core/vault/unlock-vault';
import { vaultFiles } from '#core/vault/vault-files';

import { countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';

const HUGE = 2300 * 1024 * 1024;

/** A study as a killed program leaves it: `before` tags in the history, `after` in the journal. */
async function study(name: string, before: number, after: number): Promise<string> {
  let ids = 0;
  const { vault, folder } = await temporaryVault(countedServices({ newId: () => `${name.toLowerCase()}${(ids += 1)}` }));
  for (let number = 1; number <= before; number += 1) await vault.edit('createTag', { name: `${name} ${number}` });
  await vault.checkpoint();
  for (let number = before + 1; number <= before + after; number += 1) await vault.edit('createTag', { name: `${name} ${number}` });
  const copy = path.join(temporaryFolder(), `${name}.plumb`);
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  return copy;
}

/** Tags of what is saved of it. */
async function saved(folder: string): Promise<string[]> {
  const to = path.join(temporaryFolder(), 'saved.plumb');
  const from = vaultFiles(folder);
  const disk = leavingOut(nodeDisk, from, await wrongKinds(nodeDisk, from));
  const report = await repairVault(disk, from, vaultFiles(to), { now: '2026-11-23T10:00:00.000Z', newVaultId: 'new' });
  expect(report.readable).toBe(true);
  const { vault } = await openAgain(to);
  return [...vault.state.all('tags').values()].map(({ name }) => name).sort();
}

const problemsOf = async (folder: string): Promise<string> =>
  (await checkFolder(nodeDisk, await readableFiles(nodeDisk, vaultFiles(folder), undefined))).problems.map(({ what }) => what).join(' ');

describe('a snapshot of another study that reaches further', () => {
  test('is not taken for this one: nothing is opened, and the own changes are saved', async () => {
    const mine = await study('Mine', 3, 2);
    const other = await study('Other', 20, 0);
    copyFileSync(path.join(other, 'vault.json'), path.join(mine, 'vault.json'));
    const before = readFileSync(path.join(mine, 'vault.previous.json'));
    await expect(openAgain(mine)).rejects.toMatchObject({ code: 'vault-damaged' });
    expect(readFileSync(path.join(mine, 'vault.previous.json')).equals(before)).toBe(true);
    expect(await problemsOf(mine)).toContain('vault.json is of another study than vault.previous.json and the history');
    expect(await saved(mine)).toEqual(['Mine 1', 'Mine 2', 'Mine 3', 'Mine 4', 'Mine 5']);
  });

  test('nor when nothing but a journal is there to tell', async () => {
    const mine = await study('Mine', 0, 4);
    const other = await study('Other', 20, 0);
    rmSync(path.join(mine, 'vault.previous.json'), { force: true });
    copyFileSync(path.join(other, 'vault.json'), path.join(mine, 'vault.json'));
    await expect(openAgain(mine)).rejects.toMatchObject({ code: 'vault-damaged' });
    expect(readFileSync(path.join(mine, 'journal.ndjson'), 'utf8')).toContain('Mine 4');
  });

  test('a journal of another study is called so', async () => {
    const mine = await study('Mine', 3, 2);
    const other = await study('Other', 0, 2);
    copyFileSync(path.join(other, 'journal.ndjson'), path.join(mine, 'journal.ndjson'));
    expect(await problemsOf(mine)).toContain('journal.ndjson is of another study');
    rmSync(path.join(mine, 'journal.mark'));
    await expect(openAgain(mine)).rejects.toMatchObject({ code: 'vault-damaged' });
  });
});

describe('no file of Plumbline', () => {
  test.each(['vault.json', 'journal.ndjson'])('%s with a hole of 2 GB behind it', async (name) => {
    const folder = await study('Mine', 3, 2);
    truncateSync(path.join(folder, name), HUGE);
    expect(await problemsOf(folder)).toContain(`${name} is larger than 2 GB`);
    await expect(openAgain(folder)).rejects.toMatchObject({ code: 'disk', message: expect.stringContaining('Repair the study') as string });
    expect(await saved(folder)).toEqual(['Mine 1', 'Mine 2', 'Mine 3', 'Mine 4', 'Mine 5']);
  });

  test.skipIf(process.platform === 'win32').each(['vault.json', 'journal.ndjson', 'vault.keys.json', 'journal.mark'])(
    '%s is a pipe: nobody waits for it',
    async (name) => {
      const folder = await study('Mine', 3, 0);
      rmSync(path.join(folder, name), { force: true });
      execFileSync('mkfifo', [path.join(folder, name)]);
      expect(await problemsOf(folder)).toContain(`${name} is a pipe or device`);
      await expect(openAgain(folder)).rejects.toMatchObject({ message: expect.stringContaining('Move ') as string });
      expect(await saved(folder)).toEqual(['Mine 1', 'Mine 2', 'Mine 3']);
    },
  );

  test.skipIf(process.platform === 'win32')('a link that leads to itself', async () => {
    const folder = await study('Mine', 3, 0);
    rmSync(path.join(folder, 'journal.ndjson'), { force: true });
    symlinkSync('journal.ndjson', path.join(folder, 'journal.ndjson'));
    expect(await problemsOf(folder)).toContain('journal.ndjson is a link that leads in a circle');
    expect(await saved(folder)).toEqual(['Mine 1', 'Mine 2', 'Mine 3']);
  });
});

test('files beside the records are checked too', async () => {
  const folder = await study('Mine', 1, 0);
  for (const name of ['tombstones.json', 'purge.json']) {
    writeFileSync(path.join(folder, name), '{"format":"something"}');
    expect(await problemsOf(folder)).toContain(`${name} is not what Plumbline wrote`);
    rmSync(path.join(folder, name));
  }
  writeFileSync(path.join(folder, 'journal.mark'), 'x');
  expect((await checkFolder(nodeDisk, vaultFiles(folder))).notes.join(' ')).toContain('journal.mark cannot be read');
});

test('keys beside a study that was never encrypted: the sentence says to move them away', async () => {
  const folder = await study('Mine', 1, 0);
  writeFileSync(path.join(folder, 'vault.keys.json'), '{"format":"plumbline-keys"}');
  await expect(openAgain(folder)).rejects.toMatchObject({
    message: expect.stringContaining('move vault.keys.json out of its folder') as string,
  });
  expect(existsSync(path.join(folder, 'vault.keys.json'))).toBe(true);
});
