// Looking after backups: the second folder gets what it lacks at once, and checking says what it finds until the study is closed.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { BackupService } from '#core/services/backup-service';
import { SettingsService } from '#core/services/settings';
import { nodeDisk } from '#core/vault/disk';
import { createEmitter } from '#shared/lib/emitter';
import type { CoreEvent } from '#shared/rpc/answers';
import { temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

async function lookedAfter() {
  const { vault } = await temporaryVault();
  await vault.edit('createTag', { name: 'Price' });
  const settings = await SettingsService.load(nodeDisk, temporaryFolder());
  const second = path.join(temporaryFolder(), 'second');
  mkdirSync(second);
  const service = (): BackupService =>
    new BackupService({ disk: nodeDisk, now: () => new Date().toISOString(), settings, events: createEmitter<CoreEvent>() });
  return { vault, second, service };
}

/** Planning reads two folders first. */
const planned = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

test('a second folder without the newest backup gets it at the next look, not after an hour; one that has it gets none', async () => {
  const { vault, second, service } = await lookedAfter();
  const first = service();
  const leave = first.attach(vault);
  await first.chooseSecond(second);
  await leave();
  const place = path.join(second, readdirSync(second)[0] ?? '', 'backups');
  const [name = ''] = readdirSync(place);
  for (const present of [true, false]) {
    if (!present) rmSync(path.join(place, name), { recursive: true });
    const again = service();
    const leaveAgain = again.attach(vault);
    await planned();
    await vault.edit('createTag', { name: `Tag ${present}` });
    await again.lookAfter();
    await leaveAgain();
    expect(readdirSync(place)).toHaveLength(1);
    expect(readdirSync(place)[0] === name).toBe(present);
  }
});

test('what checking finds stands in the list; sound ones have the time of the check', async () => {
  const { vault, service } = await lookedAfter();
  const backups = service();
  const leave = backups.attach(vault);
  await backups.make('by-hand');
  await vault.edit('createTag', { name: 'Later' });
  const { entry } = await backups.make('by-hand');
  const before = (await backups.list()).own.map(({ verifiedAt }) => verifiedAt ?? '');
  rmSync(path.join(entry.folder, 'vault.json'));
  expect((await backups.list()).own.map(({ damage }) => damage)).toEqual([null, null]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await backups.verifyAll()).toBe(1);
  const { own } = await backups.list();
  expect(own.map(({ damage }) => damage)).toEqual(['vault.json is missing.', null]);
  expect((own[1]?.verifiedAt ?? '') > (before[1] ?? '')).toBe(true);
  await expect(backups.verify('own', entry.name)).rejects.toMatchObject({
    code: 'vault-damaged',
    message: `The backup ${entry.name} is damaged: vault.json is missing.`,
  });
  await leave();
});
