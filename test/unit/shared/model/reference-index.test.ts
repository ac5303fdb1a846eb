// Who names whom: after any row of changes the index says what a look through all records says.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Change } from '#shared/model/changes';
import type { CollectionName } from '#shared/model/records/index';
import { VaultState } from '#shared/model/vault-state';

const TAGS = ['tag0', 'tag1', 'tag2'];
const SNIPPETS = Array.from({ length: 40 }, (_, index) => `snippet${index}`);

/** Only the fields that refer to something: the index looks at no others. */
const tagging = (snippetId: string, tagId: string) => ({ id: `${snippetId}_${tagId}`, snippetId, tagId });
const readout = (themeIds: readonly string[]) => ({
  id: 'readout',
  headlineThemeIds: themeIds,
  quotes: Object.fromEntries(themeIds.map((id) => [id, ['snippet1', 'snippet1', 'snippet2']])),
});

const places = fc.constantFrom(...SNIPPETS.flatMap((snippetId) => TAGS.map((tagId) => tagging(snippetId, tagId))));
const steps = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.record({ kind: fc.constantFrom('put' as const, 'remove' as const), record: places }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('readout' as const), record: fc.subarray(['theme0', 'theme1', 'theme2']).map(readout) }),
    },
  ),
  { minLength: 30, maxLength: 400 },
);

function set(state: VaultState, collection: CollectionName, id: string, after: object | null): void {
  state.apply([{ collection, id, before: state.get(collection, id) ?? null, after } as Change]);
}

const namersByLooking = (state: VaultState, field: 'snippetId' | 'tagId', id: string): string[] =>
  [...state.all('taggings').values()].flatMap((record) => (record[field] === id ? [record.id] : [])).sort();

test('many taggings come and go: each tag and snippet knows its own', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 120 }), (row, loaded) => {
      const state = new VaultState();
      state.load('taggings', SNIPPETS.flatMap((snippetId) => TAGS.map((tagId) => tagging(snippetId, tagId))).slice(0, loaded) as never);
      for (const { kind, record } of row) {
        set(state, kind === 'readout' ? 'readout' : 'taggings', record.id, kind === 'remove' ? null : record);
      }
      for (const tagId of TAGS) {
        const namers = state.referring('tags', tagId, 'taggings').map(({ id }) => id);
        expect(namers.sort()).toEqual(namersByLooking(state, 'tagId', tagId));
      }
      for (const snippetId of SNIPPETS) {
        const namers = state.referring('snippets', snippetId, 'taggings').map(({ id }) => id);
        expect(namers.sort()).toEqual(namersByLooking(state, 'snippetId', snippetId));
      }
      const last = row.findLast(({ kind }) => kind === 'readout')?.record as ReturnType<typeof readout> | undefined;
      for (const themeId of ['theme0', 'theme1', 'theme2']) {
        const expected = last?.headlineThemeIds.includes(themeId) ? ['readout'] : [];
        expect(state.referring('themes', themeId, 'readout').map(({ id }) => id)).toEqual(expected);
      }
      const quoted = last !== undefined && last.headlineThemeIds.length > 0;
      expect(state.referring('snippets', 'snippet1', 'readout').map(({ id }) => id)).toEqual(quoted ? ['readout'] : []);
    }),
  );
});

test('a record that is replaced by one that names others is no longer named by the first', () => {
  const state = new VaultState();
  for (const tagId of ['tag0', 'tag1', 'tag0']) set(state, 'taggings', 'one', { id: 'one', snippetId: 'snippet0', tagId });
  expect(state.referring('tags', 'tag1', 'taggings')).toEqual([]);
  expect(state.referring('tags', 'tag0', 'taggings')).toHaveLength(1);
  set(state, 'taggings', 'one', null);
  expect(state.firstReferrer('tags', 'tag0')).toBeNull();
  expect(state.firstReferrer('snippets', 'snippet0')).toBeNull();
});

test('a record that names another one more than once is one namer', () => {
  const state = new VaultState();
  const ids = ['a1', 'a2', 'a3', 'a4'];
  for (const id of ids) set(state, 'assumptions', id, { id, departmentId: 'd', askedIn: ['s1', 's2', 's1', 's1'] });
  expect(state.referring('sources', 's1', 'assumptions').map(({ id }) => id)).toEqual(ids);
  for (const id of ids) set(state, 'assumptions', id, null);
  expect(state.firstReferrer('sources', 's1')).toBeNull();
});
