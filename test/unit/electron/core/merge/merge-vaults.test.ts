// Merging: two copies of a study that went their own ways, and a coding pack that comes back.
import { cpSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { planVaultMerge, mergeVaults } from '#core/merge/merge-vaults';
import { writeCodingPack } from '#core/merge/coding-pack';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { AppError } from '#shared/lib/app-error';

import { inputOf, invalidRecords, type RandomStep, randomStep } from '../../../../builders/random-edits.ts';
import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';

const TURNS: [string | null, string][] = [
  ['Researcher', 'How did the renewal go last year?'],
  ['Ana', 'Nobody could tell me the price, so I made one up for finance.'],
  ['Ana', 'We lost two weeks waiting for a quote about the price.'],
];
const RANGE = { startTurn: 1, startOffset: 0, endTurn: 1, endOffset: 30 };
const state = (vault: Vault): unknown => JSON.parse(JSON.stringify(vault.state.toRecords()));

/** A study, and a copy of its folder that somebody else works on. */
async function twoCopies(by = 'other') {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 's1', TURNS, ['Ana']);
  await vault.edit('createTag', { id: 'price', name: 'Price' });
  await vault.edit('createSnippet', { id: 'n1', sourceId: 's1', range: RANGE });
  const copy = path.join(temporaryFolder(), 'copy.plumb');
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  let ids = 0;
  const { vault: other } = await openAgain(copy, countedServices({ by, newId: () => `other${(ids += 1)}` }));
  return { ours: vault, theirs: other };
}

const merge = (ours: Vault, theirs: Vault) => mergeVaults(nodeDisk, ours, theirs);

test('what only one side did comes together; one undo takes it back; merging twice changes nothing', async () => {
  const { ours, theirs } = await twoCopies();
  await ours.edit('updateTag', { tagId: 'price', name: 'Price, said' });
  await theirs.edit('updateTag', { tagId: 'price', definition: 'What people say of the amount' });
  await theirs.edit('createTag', { id: 'wait', name: 'Waiting' });
  await addSource(theirs, 's2', TURNS.slice(1), ['Ana']);
  await theirs.edit('createSnippet', { id: 'n2', sourceId: 's2', range: { ...RANGE, startTurn: 0, endTurn: 0 }, tagIds: ['wait'] });
  const before = state(ours);
  const plan = await planVaultMerge(nodeDisk, ours, theirs);
  expect(state(ours)).toEqual(before);
  expect(plan).toMatchObject({ conflicts: [], leftOut: [], added: { sources: 1, tags: 1, snippets: 1, taggings: 1 } });
  await merge(ours, theirs);
  expect(ours.state.require('tags', 'price')).toMatchObject({ name: 'Price, said', definition: 'What people say of the amount' });
  expect((await ours.turns('s2')).map(({ text }) => text)).toEqual(TURNS.slice(1).map(([, text]) => text));
  expect(invalidRecords(ours.state)).toEqual([]);
  const merged = state(ours);
  expect(await merge(ours, theirs)).toMatchObject({ changes: [], conflicts: [] });
  expect(state(ours)).toEqual(merged);
  await ours.undo();
  expect(state(ours)).toEqual(before);
});

test('a field that both changed stays and is named; a record that one removed and the other changed too', async () => {
  const { ours, theirs } = await twoCopies();
  await ours.edit('updateTag', { tagId: 'price', name: 'Ours' });
  await theirs.edit('updateTag', { tagId: 'price', name: 'Theirs', definition: 'D' });
  await ours.edit('removeSnippets', { snippetIds: ['n1'] });
  await theirs.edit('setSnippetNote', { snippetId: 'n1', note: 'Look' });
  await theirs.edit('tagSnippets', { snippetIds: ['n1'], tagIds: ['price'] });
  const plan = await merge(ours, theirs);
  expect(ours.state.require('tags', 'price')).toMatchObject({ name: 'Ours', definition: 'D' });
  expect(plan.conflicts.map(({ id, fields }) => [id, fields])).toEqual([
    ['n1', []],
    ['price', ['name']],
  ]);
  expect(plan.leftOut).toEqual(['The tag “Ours” on a snippet was left out: the snippet that it belongs to is not here any more.']);
  expect(ours.state.get('snippets', 'n1')).toBeUndefined();
});

test('two coders who put the same tag on the same snippet both count', async () => {
  const { ours, theirs } = await twoCopies('Ben');
  for (const vault of [ours, theirs]) await vault.edit('tagSnippets', { snippetIds: ['n1'], tagIds: ['price'] });
  await merge(ours, theirs);
  expect([...ours.state.all('taggings').values()].map(({ by }) => by).sort()).toEqual(['Ben', 'tester']);
  expect(await merge(ours, theirs)).toMatchObject({ changes: [] });
});

test('a text that was corrected here keeps what the other copy tagged for a person to place', async () => {
  const { ours, theirs } = await twoCopies();
  const texts = TURNS.map(([speaker, text]) => ({
    speaker,
    text: text.replace('Nobody', 'Not a single person'),
    startMs: null,
    endMs: null,
  }));
  const sha256 = await ours.transcripts.write('s1', 2, { turns: texts });
  const source = ours.state.require('sources', 's1');
  await ours.restoreState('Correct', [
    { collection: 'sources', id: 's1', before: source, after: { ...source, transcript: { ...source.transcript, revision: 2, sha256 } } },
  ]);
  await theirs.edit('createSnippet', { id: 'n9', sourceId: 's1', range: { ...RANGE, startTurn: 2, endTurn: 2 }, tagIds: ['price'] });
  await merge(ours, theirs);
  expect(ours.state.require('snippets', 'n9').review).toMatchObject({ was: { revision: 1 }, withoutPlace: false });
});

test('a coding pack shows nothing of what others tagged, and comes back with its coder', async () => {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 's1', TURNS, ['Ana']);
  await vault.edit('createTag', { id: 'price', name: 'Price' });
  await vault.edit('createSnippet', { id: 'n1', sourceId: 's1', range: RANGE, tagIds: ['price'], note: 'Mine' });
  const place = path.join(path.dirname(folder), 'pack.plumb');
  await writeCodingPack(vault, place, countedServices({ newId: () => 'packid' }), null);
  let ids = 0;
  const { vault: pack } = await openAgain(place, countedServices({ by: 'Ben', newId: () => `ben${(ids += 1)}` }));
  for (const collection of ['snippets', 'taggings', 'memos', 'cards', 'themes'] as const) expect(pack.state.all(collection).size).toBe(0);
  expect(pack.undoLabel).toBeNull();
  await pack.edit('createSnippet', { sourceId: 's1', range: RANGE, tagIds: ['price'] });
  expect(await merge(vault, pack)).toMatchObject({ conflicts: [], leftOut: [], added: { snippets: 1, taggings: 1 } });
  expect([...vault.state.all('taggings').values()].map(({ by }) => by).sort()).toEqual(['Ben', 'tester']);
  const { vault: stranger } = await temporaryVault(countedServices({ newId: () => 'stranger' }));
  await expect(merge(vault, stranger)).rejects.toMatchObject({ code: 'conflict' });
});

test(
  'whatever both sides did, the merged study holds, a second merge brings nothing, and one undo takes it back',
  { timeout: 120_000 },
  async () => {
    const steps = fc.array(randomStep, { minLength: 5, maxLength: 25 });
    const work = async (vault: Vault, given: readonly RandomStep[]) => {
      for (const random of given) {
        try {
          if (random.kind !== 'undo' && random.kind !== 'redo') await vault.edit(random.kind, inputOf(vault.state, random));
        } catch (error) {
          if (!(error instanceof AppError) || error.code === 'internal') throw error;
        }
      }
    };
    await fc.assert(
      fc.asyncProperty(steps, steps, async (here, there) => {
        const { ours, theirs } = await twoCopies();
        await work(ours, here);
        await work(theirs, there);
        const before = state(ours);
        const { changes } = await merge(ours, theirs);
        expect(invalidRecords(ours.state)).toEqual([]);
        expect((await planVaultMerge(nodeDisk, ours, theirs)).changes).toEqual([]);
        if (changes.length > 0) await ours.undo();
        expect(state(ours)).toEqual(before);
        await ours.close();
        await theirs.close();
      }),
      { numRuns: 25 },
    );
  },
);
