// Conflicts that a person decides for the other copy, and packs that are stopped or encrypted.
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { writeCodingPack } from '#core/merge/coding-pack';
import { mergeVaults } from '#core/merge/merge-vaults';
import { nodeDisk } from '#core/vault/disk';
import { openVault } from '#core/vault/open-vault';
import { conflictKey } from '#shared/domain/merge/plan-merge';
import { AppError } from '#shared/lib/app-error';

import { invalidRecords } from '../../../../builders/random-edits.ts';
import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';

const range = (start: number, end: number) => ({ startTurn: 0, startOffset: start, endTurn: 0, endOffset: end });

async function twoCopies() {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 's1', [['Ana', 'Nobody could tell me the price, so I made one up.']], ['Ana']);
  await vault.edit('createTag', { id: 'price', name: 'Price' });
  for (const [place, id] of ['n1', 'n2', 'n3'].entries())
    await vault.edit('createSnippet', { id, sourceId: 's1', range: range(place * 12, place * 12 + 10) });
  const copy = path.join(temporaryFolder(), 'copy.plumb');
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  let ids = 0;
  const { vault: other } = await openAgain(copy, countedServices({ by: 'Ben', newId: () => `other${(ids += 1)}` }));
  return { ours: vault, theirs: other };
}

test('what a person decides for the other copy is taken, a removal and a record that comes back too; undo and merging again hold', async () => {
  const { ours, theirs } = await twoCopies();
  await ours.edit('updateTag', { tagId: 'price', name: 'Ours' });
  await theirs.edit('updateTag', { tagId: 'price', name: 'Theirs' });
  await ours.edit('removeSnippets', { snippetIds: ['n1'] });
  await theirs.edit('setSnippetNote', { snippetId: 'n1', note: 'Look' });
  await ours.edit('setSnippetNote', { snippetId: 'n2', note: 'Mine' });
  await theirs.edit('removeSnippets', { snippetIds: ['n2'] });
  await ours.edit('setSnippetNote', { snippetId: 'n3', note: 'Mine' });
  await theirs.edit('setSnippetNote', { snippetId: 'n3', note: 'Theirs' });
  const before = JSON.parse(JSON.stringify(ours.state.toRecords())) as unknown;
  const chosen = ['tags/price', 'snippets/n1', 'snippets/n2'];
  const plan = await mergeVaults(nodeDisk, ours, theirs, undefined, new Set(chosen));
  expect(plan.conflicts.map(conflictKey).sort()).toEqual([...chosen, 'snippets/n3'].sort());
  expect(plan.conflicts.every(({ mayTakeThere }) => mayTakeThere)).toBe(true);
  expect(ours.state.require('tags', 'price').name).toBe('Theirs');
  expect(ours.state.require('snippets', 'n1').note).toBe('Look');
  expect(ours.state.get('snippets', 'n2')).toBeUndefined();
  expect(ours.state.require('snippets', 'n3').note).toBe('Mine');
  expect(invalidRecords(ours.state)).toEqual([]);
  expect(await mergeVaults(nodeDisk, ours, theirs)).toMatchObject({ changes: [], conflicts: [{ id: 'n3' }] });
  await ours.undo();
  expect(JSON.parse(JSON.stringify(ours.state.toRecords()))).toEqual(before);
});

test('a place in the text that both moved stays as it is here, whatever was chosen', async () => {
  const { ours, theirs } = await twoCopies();
  await ours.edit('moveSnippetEdges', { snippetId: 'n1', range: range(0, 12) });
  await theirs.edit('moveSnippetEdges', { snippetId: 'n1', range: range(0, 20) });
  const plan = await mergeVaults(nodeDisk, ours, theirs, undefined, new Set(['snippets/n1']));
  expect(plan.conflicts).toMatchObject([{ id: 'n1', mayTakeThere: false }]);
  expect(ours.state.require('snippets', 'n1').range.endOffset).toBe(12);
});

test('a pack that is stopped leaves nothing; an encrypted one opens with its passphrase only', async () => {
  const { ours } = await twoCopies();
  const folder = path.join(temporaryFolder(), 'pack.plumb');
  const job = { signal: AbortSignal.abort(), report: () => undefined };
  await expect(writeCodingPack(ours, folder, countedServices(), null, { job })).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(folder)).toBe(false);
  expect(await writeCodingPack(ours, folder, countedServices(), null, { passphrase: 'a long passphrase' })).toBe(1);
  await expect(openVault(folder, countedServices())).rejects.toBeInstanceOf(AppError);
  const { vault } = await openAgain(folder, countedServices(), { secret: 'a long passphrase' });
  expect(vault.state.all('snippets').size).toBe(0);
});
