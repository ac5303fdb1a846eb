// Folders that are no study, or no longer: what is there instead is said, and the check looks at the rest.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { checkFolder } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';
import { openVault } from '#core/vault/open-vault';
import { vaultFiles } from '#core/vault/vault-files';
import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

async function closedStudy(): Promise<string> {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 'talk', [['Karim', 'The price was too high for us.']], ['Karim']);
  await vault.close();
  return folder;
}

describe('a thing of the wrong kind in a study', () => {
  const files = ['vault.json', 'vault.previous.json', 'journal.ndjson', 'history-start.json', 'tombstones.json', '.lock'];
  test.each(files)('%s as a folder: named by the check, refused by opening, and gone when it is moved away', async (name) => {
    const folder = await closedStudy();
    const file = path.join(folder, name);
    rmSync(file, { force: true });
    mkdirSync(file);
    const { ok, readable, problems } = await checkFolder(nodeDisk, vaultFiles(folder));
    expect([ok, readable]).toEqual([false, true]);
    expect(problems[0]).toEqual({ file: name, what: `${name} is a folder, and a file should be there.` });
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({
      code: 'disk',
      message: `The study “study.plumb” could not be opened: ${name} is a folder, and a file should be there. Nothing was changed. Move ${name} out of the study’s folder, then try again.`,
    });
    rmSync(file, { recursive: true });
    if (name !== 'vault.json') expect((await openAgain(folder)).vault.state.all('sources').size).toBe(1);
  });

  test.each(['history', 'transcripts', 'backups'])('%s as a file', async (name) => {
    const folder = await closedStudy();
    renameSync(path.join(folder, name), path.join(folder, `${name} aside`));
    writeFileSync(path.join(folder, name), '');
    const { problems } = await checkFolder(nodeDisk, vaultFiles(folder));
    expect(problems[0]?.what).toBe(`${name} is a file, and a folder should be there.`);
    await expect(openVault(folder, countedServices())).rejects.toThrow(`${name} is a file, and a folder should be there.`);
  });

  test('a history part as a folder', async () => {
    const folder = await closedStudy();
    const part = path.join(folder, 'history', '000000000001-000000000001.ndjson');
    rmSync(part);
    mkdirSync(part);
    const { problems } = await checkFolder(nodeDisk, vaultFiles(folder));
    expect(problems.map(({ file }) => file)).toContain('history/000000000001-000000000001.ndjson');
  });
});

describe('what is no study is said to be that', () => {
  const refusals = async (folder: string): Promise<[string, string]> => {
    const said = (error: { code: string; message: string }): string => `${error.code}: ${error.message}`;
    return [
      await checkFolder(nodeDisk, vaultFiles(folder)).then(() => 'checked', said),
      await openVault(folder, countedServices()).then(() => 'opened', said),
    ];
  };

  test('a file', async () => {
    const file = path.join(await closedStudy(), 'vault.json');
    for (const said of await refusals(file)) expect(said).toMatch(/^vault-missing: “vault\.json” is a file\. A study is a folder/);
  });

  test('transcripts alone', async () => {
    const folder = await closedStudy();
    for (const name of ['vault.json', 'vault.previous.json', 'journal.ndjson', 'journal.mark', 'history', 'backups'])
      rmSync(path.join(folder, name), { recursive: true, force: true });
    for (const said of await refusals(folder)) expect(said).toMatch(/^vault-missing: Of a study only the transcripts are left/);
  });

  test('an empty folder, and none', async () => {
    const folder = temporaryFolder();
    for (const said of await refusals(folder)) expect(said).toMatch(/^vault-missing: There is no Plumbline study/);
    for (const said of await refusals(path.join(folder, 'none'))) expect(said).toMatch(/^vault-missing: The folder “none” is not there/);
  });
});
