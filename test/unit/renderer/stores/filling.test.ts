// Filling the window behind its first screen: nothing lost and nothing old, whatever is changed meanwhile.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, expect, onTestFinished, test } from 'vitest';

import type { Core } from '#core/core';
import type { SnapshotPart } from '#core/vault/snapshot-layout';
import { connectStores } from '#renderer/stores/session';
import { projection, resetVaultStore, useVaultStore } from '#renderer/stores/vault-store';
import { COLLECTIONS } from '#shared/model/records/index';
import { createRpcClient } from '#shared/rpc/client';
import { createRpcServer } from '#shared/rpc/server';
import type { Transport } from '#shared/rpc/transport';

import { writeLargeVault } from '../../../builders/large-vault.ts';
import { startCore } from '../../../builders/running-core.ts';

const SNIPPETS = 9000;

let core: Core;
let folder: string;

beforeEach(async () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-filling-'));
  folder = path.join(scratch, 'large.plumb');
  await writeLargeVault(folder, SNIPPETS);
  const running = await startCore();
  core = running.core;
  resetVaultStore();
  onTestFinished(async () => {
    resetVaultStore();
    await running.stop();
    rmSync(scratch, { recursive: true, force: true });
  });
});

/** A window in this process. `beforeReply` runs between the taking of a page and its arrival. */
function windowOn(beforeReply: (method: string) => Promise<void> = () => Promise.resolve()): Transport {
  const rpc = createRpcServer(core.handlers);
  return {
    call: createRpcClient(async (message) => {
      const reply = structuredClone(await rpc(structuredClone(message)));
      await beforeReply(message.method);
      return reply;
    }),
    subscribe: (listener) => core.events.subscribe((event) => listener(structuredClone(event))),
    close: () => undefined,
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** What the core has, by collection and id. */
async function expectSameAsCore(): Promise<void> {
  const { handlers } = core;
  const { records, reading } = await handlers['vault.snapshot']({});
  const all = new Map(COLLECTIONS.map((name) => [name, new Map(Object.entries(records[name]))]));
  for (let last = reading === null; !last;) {
    const page = await handlers['vault.records']({ reading: reading ?? '' });
    for (const { collection, records: some } of page.collections)
      for (const record of some) all.get(collection)?.set(record.id, record as never);
    ({ last } = page);
  }
  for (const name of COLLECTIONS) expect(new Map(projection.state.all(name)), name).toEqual(all.get(name));
}

test('the first screen comes without the records of the work, which follow', async () => {
  await core.handlers['vault.open']({ folder, acceptDamage: false });
  const snapshot = await core.handlers['vault.snapshot']({});
  expect(Object.keys(snapshot.records.tags)).toEqual(['slow']);
  expect(Object.keys(snapshot.records.snippets)).toEqual([]);
  expect(snapshot.reading).not.toBeNull();
  let told = 0;
  const stop = await connectStores(windowOn());
  projection.watch('collection:snippets', () => (told += 1));
  await until(() => projection.state.all('taggings').size === SNIPPETS);
  await until(() => told > 0);
  expect(told).toBe(1);
  expect(projection.state.referring('tags', 'slow', 'taggings')).toHaveLength(SNIPPETS);
  await expectSameAsCore();
  stop();
});

test('entries that come between the pages are neither lost nor taken back by an older page', { timeout: 60_000 }, async () => {
  await core.handlers['vault.open']({ folder, acceptDamage: false });
  const edit = (name: string, input: unknown) => core.handlers['vault.edit']({ edit: name, input });
  let pages = 0;
  // While a page is on its way, its own records and those of later pages are changed, removed and made.
  const stop = await connectStores(
    windowOn(async (method) => {
      if (method !== 'vault.records') return;
      pages += 1;
      if (pages > 6) return;
      const first = (pages - 1) * 1500;
      await edit('setSnippetNote', { snippetId: `n${first + 1}`, note: `changed on page ${pages}` });
      await edit('setSnippetNote', { snippetId: `n${8000 + pages}`, note: `changed ahead of page ${pages}` });
      await edit('removeSnippets', { snippetIds: [`n${first + 2}`, `n${8100 + pages}`] });
      await edit('untagSnippets', { snippetIds: [`n${first + 3}`], tagIds: ['slow'] });
      await core.handlers['vault.undo']({});
      await edit('createTag', { id: `late${pages}`, name: `Late ${pages}` });
      await edit('tagSnippets', { snippetIds: [`n${first + 5}`], tagIds: [`late${pages}`] });
    }),
  );
  await until(() => pages > 8 && useVaultStore.getState().seq === 42);
  await until(() => projection.state.all('taggings').size === SNIPPETS - 12 + 6);
  await expectSameAsCore();
  expect(projection.state.get('snippets', 'n1')?.note).toBe('changed on page 1');
  expect(projection.state.referring('tags', 'late3', 'taggings')).toHaveLength(1);
  stop();
});

test('a study that cannot be read to its end is closed untouched, and opening it again says everything', async () => {
  const file = path.join(folder, 'vault.json');
  const bytes = readFileSync(file);
  const { parts } = JSON.parse(bytes.toString('utf8')) as { parts: SnapshotPart[] };
  const part = parts.findLast(({ collection }) => collection === 'taggings') as SnapshotPart;
  const at = bytes.indexOf('"records":{\n') + '"records":{\n'.length + part.start + 50;
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(file, bytes);
  const stop = await connectStores(windowOn());
  await core.handlers['vault.open']({ folder, acceptDamage: false });
  await until(() => useVaultStore.getState().openNext !== null);
  expect(useVaultStore.getState()).toMatchObject({ openNext: folder, status: null });
  expect((await core.handlers['app.status']({})).vault).toBeNull();
  await expect(core.handlers['vault.open']({ folder, acceptDamage: false })).rejects.toMatchObject({ code: 'vault-damaged' });
  expect(readFileSync(file)).toEqual(bytes);
  stop();
});
