// The check of a study reads its backups too: each kind of damage to one is named, in the study's folder and in a second one.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { placeFolders, secondPlace } from '#core/backups/backup-place';
import { backUp, backUpElsewhere, type BackupServices } from '#core/backups/backup-vault';
import { checkBackups } from '#core/backups/check-backups';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { verifyBackup } from '#core/backups/verify-backup';
import { checkFolder } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { addSource, countedServices, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const services = (vault: Vault): BackupServices => ({
  disk: nodeDisk,
  now: countedServices().now,
  bounds: DEFAULT_BOUNDS,
  verify: (folder, files) => verifyBackup(nodeDisk, folder, files, vault.files.cipher),
});

/** Two backups; the first one knows an interview that was removed before the second. */
async function withBackups(passphrase?: string, close = true) {
  const { vault, folder } = await temporaryVault(countedServices(), passphrase);
  await addSource(vault, 'talk', [['Karim', 'The price was too high for us.']], ['Karim']);
  await addSource(vault, 'gone', [['Bo', 'Support never answered.']], ['Bo']);
  const first = (await backUp(vault, 'by-hand', services(vault))).entry.folder;
  await vault.edit('removeSources', { sourceIds: ['gone'] });
  const second = (await backUp(vault, 'by-hand', services(vault))).entry.folder;
  // A study that is open is looked at again and again: closed, the tests are quicker.
  if (close) await vault.close(true);
  return { vault, folder, first, second };
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

const DAMAGES: [name: string, damage: (folder: string) => void, said: RegExp][] = [
  ['a flipped bit in vault.json', (folder) => flip(path.join(folder, 'vault.json'), 400), /vault\.json is not what was written/],
  ['no vault.json', (folder) => rmSync(path.join(folder, 'vault.json')), /vault\.json is missing\./],
  ['an empty vault.json', (folder) => writeFileSync(path.join(folder, 'vault.json'), ''), /vault\.json is not what was written/],
  ['no backup.json', (folder) => rmSync(path.join(folder, 'backup.json')), /backup\.json is missing\./],
  ['a flipped bit in backup.json', (folder) => flip(path.join(folder, 'backup.json'), 60), /backup\.json is not what was written/],
  [
    'a folder in the place of vault.json',
    (folder) => {
      rmSync(path.join(folder, 'vault.json'));
      mkdirSync(path.join(folder, 'vault.json'));
    },
    /vault\.json is a folder/,
  ],
];

describe.each([
  ['a plain study', undefined],
  ['an encrypted study', 'correct horse battery'],
])('in %s', (_kind, passphrase) => {
  test('sound backups are counted, and nothing is complained of', async () => {
    const { vault } = await withBackups(passphrase);
    expect(await checkFolder(nodeDisk, vault.files)).toMatchObject({ ok: true, backups: 2, problems: [] });
  });

  test.each(DAMAGES)('%s is named, once, with the backup it is in', async (_name, damage, said) => {
    const { vault, first } = await withBackups(passphrase);
    damage(first);
    const { ok, readable, problems } = await checkFolder(nodeDisk, vault.files);
    expect([ok, readable, problems.map(({ file }) => file)]).toEqual([false, true, [`backups/${path.basename(first)}`]]);
    expect(problems[0]?.what).toMatch(said);
    expect(problems[0]?.what).toContain(`The backup ${path.basename(first)} is damaged: `);
  });

  test('the transcript that only one backup names is missed there, and an altered one too', async () => {
    const { vault, first, second } = await withBackups(passphrase);
    const file = path.join(vault.files.transcripts, 'gone.1.json');
    const bytes = readFileSync(file);
    flip(file, bytes.length - 20);
    const altered = await checkFolder(nodeDisk, vault.files);
    expect(altered.problems).toEqual([
      { file: `backups/${path.basename(first)}`, what: expect.stringContaining('transcripts/gone.1.json, was altered') },
    ]);
    rmSync(file);
    const missing = await checkFolder(nodeDisk, vault.files);
    expect(missing.problems.map(({ what }) => what)).toEqual([
      `The backup ${path.basename(first)} is damaged: The transcript of “Source gone”, transcripts/gone.1.json, is missing.`,
    ]);
    writeFileSync(file, bytes);
    rmSync(path.join(vault.files.transcripts, 'talk.1.json'));
    const both = await checkFolder(nodeDisk, vault.files);
    const files = both.problems.map((problem) => problem.file);
    expect(files).toEqual(expect.arrayContaining([`backups/${path.basename(first)}`, `backups/${path.basename(second)}`]));
  });
});

test('a list of contents that was swapped with that of another backup is found out', async () => {
  const { vault, first, second } = await withBackups();
  const aside = path.join(path.dirname(first), 'aside');
  renameSync(path.join(first, 'backup.json'), aside);
  renameSync(path.join(second, 'backup.json'), path.join(first, 'backup.json'));
  renameSync(aside, path.join(second, 'backup.json'));
  expect((await checkFolder(nodeDisk, vault.files)).problems).toHaveLength(2);
});

test('without the passphrase the sums are compared, and only those', async () => {
  const { vault, first } = await withBackups('correct horse battery');
  const found = async () => {
    const faults: string[][] = [];
    for await (const check of checkBackups(nodeDisk, placeFolders(vault.files.folder), null)) faults.push(check.faults);
    return faults;
  };
  expect(await found()).toEqual([[], []]);
  flip(path.join(first, 'vault.json'), 400);
  expect(await found()).toEqual([['vault.json is not what was written: its checksum does not match.'], []]);
});

test('the second folder is checked with its own transcripts; one that is not there is a note', async () => {
  const { vault, folder } = await withBackups(undefined, false);
  const elsewhere = temporaryFolder();
  await backUpElsewhere(vault, elsewhere, services(vault));
  const place = secondPlace(elsewhere, vault.id, folder);
  expect(await checkFolder(nodeDisk, vault.files)).toMatchObject({ ok: true, backups: 3 });
  rmSync(path.join(place.transcripts, 'talk.1.json'));
  const { problems } = await checkFolder(nodeDisk, vault.files);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.file).toContain(place.root);
  expect(problems[0]?.what).toContain('transcripts/talk.1.json, is missing');
  rmSync(place.root, { recursive: true });
  const away = await checkFolder(nodeDisk, vault.files);
  expect([away.ok, away.backups, away.notes.join()]).toEqual([
    true,
    2,
    expect.stringContaining(`The backups in ${place.root} were not checked`),
  ]);
});

test('the copies of the key file are compared: another one is a problem, none is a note', async () => {
  const { vault } = await withBackups('correct horse battery');
  const copy = path.join(vault.files.backups, 'vault.keys.json');
  const key = readFileSync(copy, 'utf8');
  writeFileSync(copy, key.replace('"version": 1', '"version": 2').replace('"version":1', '"version":2'));
  const other = await checkFolder(nodeDisk, vault.files);
  expect(other.problems.map(({ file }) => file)).toEqual(['backups/vault.keys.json']);
  rmSync(copy);
  const none = await checkFolder(nodeDisk, vault.files);
  expect([none.ok, none.notes.join()]).toEqual([
    true,
    expect.stringContaining('There is no copy of the key file vault.keys.json in backups.'),
  ]);
});
