// Copies of the sample that nobody kept: work in one is there at the next start, and an untouched one leaves nothing.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from 'vitest';

import { type Core, createCore } from '#core/core';

import { temporaryFolder } from '../../../../builders/temporary-vault.ts';

const root = path.resolve(import.meta.dirname, '../../../../..');

/** The program, started on a data folder of its own. */
const start = (userDataFolder: string): Promise<Core> =>
  createCore({
    userDataFolder,
    resourcesFolder: path.join(root, 'resources'),
    host: 'test',
    version: '0.0.0-test',
    workerUrl: pathToFileURL(path.join(root, 'electron/core/services/worker.ts')),
  });

const copiesIn = (userDataFolder: string): string[] => readdirSync(path.join(userDataFolder, 'sample-copies'));

test(
  'work in a copy of the sample is there again after the program ended, and goes when the copy is closed',
  { timeout: 30_000 },
  async () => {
    const data = temporaryFolder();
    const first = await start(data);
    await first.handlers['vault.openSample']({});
    await first.handlers['vault.edit']({ edit: 'createTag', input: { id: 'mine', name: 'My own tag' } });
    await first.close();
    const second = await start(data);
    const status = await second.handlers['vault.openSample']({});
    expect(status.sample).toBe(true);
    await expect(second.handlers['vault.undo']({})).resolves.toMatchObject({ label: expect.stringContaining('My own tag') });
    // A second copy beside the open one is fresh, and the open one goes.
    await second.handlers['vault.redo']({});
    await second.handlers['vault.openSample']({});
    await expect(second.handlers['vault.undo']({})).rejects.toThrow('nothing to undo');
    expect(copiesIn(data)).toHaveLength(1);
    await second.handlers['vault.close']({});
    expect(copiesIn(data)).toEqual([]);
    await second.close();
  },
);

test('an untouched copy leaves nothing behind', { timeout: 30_000 }, async () => {
  const data = temporaryFolder();
  const core = await start(data);
  await core.handlers['vault.openSample']({});
  expect(copiesIn(data)).toHaveLength(1);
  await core.close();
  expect(copiesIn(data)).toEqual([]);
});
