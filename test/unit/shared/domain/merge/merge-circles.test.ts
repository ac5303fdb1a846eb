// Two copies in which tags or themes were moved across each other: merged, none stands inside itself, whatever was moved, added, removed or chosen.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { standsInItself } from '#shared/domain/merge/circles';
import { conflictKey, planMerge } from '#shared/domain/merge/plan-merge';
import type { Tag } from '#shared/model/records/tag';
import { VaultState } from '#shared/model/vault-state';

function tagOf(id: string, parentId: string | null): Tag {
  const words = { name: id, definition: '', whenToUse: '', whenNotToUse: '' };
  return { id, ...words, colour: 1, parentId, order: 1, favourite: null };
}

/** @param parents of each tag, by its place; tags are called t0, t1, … */
function study(parents: readonly (number | null)[]): VaultState {
  const state = new VaultState();
  state.load(
    'tags',
    parents.map((parent, at) => tagOf(`t${at}`, parent === null ? null : `t${parent}`)),
  );
  return state;
}

function copyOf(state: VaultState): VaultState {
  const copy = new VaultState();
  copy.load('tags', [...state.all('tags').values()]);
  return copy;
}

const put = (state: VaultState, before: Tag | null, after: Tag | null): void =>
  state.apply([{ collection: 'tags', id: (after ?? before)?.id ?? '', before, after }]);

function move(state: VaultState, id: string, parentId: string | null): void {
  const before = state.require('tags', id);
  put(state, before, { ...before, parentId });
  if (standsInItself(state, 'tags', id)) put(state, null, before);
}

const circles = (state: VaultState): string[] => [...state.all('tags').keys()].filter((id) => standsInItself(state, 'tags', id));

test('tags that were moved into each other: the one moved there stays, is named, and the rest of its change comes in', () => {
  const base = study([null, null]);
  const [ours, theirs] = [copyOf(base), copyOf(base)];
  move(ours, 't0', 't1');
  move(theirs, 't1', 't0');
  put(theirs, null, { ...theirs.require('tags', 't1'), definition: 'What it takes' });
  const plan = planMerge(ours, base, theirs);
  expect(plan.leftOut).toEqual(['The tag “t1” was moved there into “t0”, which stands inside it here: it stays where it is here.']);
  ours.apply(plan.changes);
  expect(ours.require('tags', 't0').parentId).toBe('t1');
  expect(ours.require('tags', 't1')).toMatchObject({ parentId: null, definition: 'What it takes' });
  expect(planMerge(ours, base, theirs).changes).toEqual([]);
});

test('a longer circle through a tag that is new there; and the tag that held the one that stays is not removed', () => {
  const base = study([null, null, 1]);
  const [ours, theirs] = [copyOf(base), copyOf(base)];
  move(ours, 't0', 't2');
  put(theirs, null, tagOf('new', 't0'));
  move(theirs, 't2', 'new');
  put(theirs, theirs.require('tags', 't1'), null);
  const plan = planMerge(ours, base, theirs);
  expect(plan.leftOut).toHaveLength(2);
  ours.apply(plan.changes);
  expect(circles(ours)).toEqual([]);
  expect(['t0', 't2', 'new', 't1'].map((id) => ours.require('tags', id).parentId)).toEqual(['t2', 't1', 't0', null]);
});

const TAGS = 7;
const place = fc.nat(TAGS - 1);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constant('move' as const), tag: place, to: fc.option(place, { freq: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('remove' as const), tag: place, to: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('add' as const), tag: place, to: fc.option(place, { freq: 6 }) }) },
);

/** Does what can be done by hand: nothing is moved into itself, and only what holds nothing is removed. */
function work(
  state: VaultState,
  steps: readonly { what: 'move' | 'remove' | 'add'; tag: number; to: number | null }[],
  name: string,
): void {
  for (const { what, tag, to } of steps) {
    const here = state.get('tags', `t${tag}`);
    const into = to === null ? null : `t${to}`;
    if (into !== null && !state.get('tags', into)) continue;
    if (what === 'add') put(state, null, tagOf(`${name}${tag}`, into));
    else if (here && what === 'move') move(state, here.id, into);
    else if (here && state.firstReferrer('tags', here.id) === null) put(state, here, null);
  }
}

test('whatever either side moved, added or removed, and whatever was chosen: no circle, nothing without its parent, and merging again changes nothing', () => {
  const forest = fc.tuple(
    ...Array.from({ length: TAGS }, (_tag, at) => (at === 0 ? fc.constant(null) : fc.option(fc.nat(at - 1), { freq: 2 }))),
  );
  const steps = fc.array(step, { maxLength: 14 });
  fc.assert(
    fc.property(forest, steps, steps, fc.boolean(), (parents, here, there, chosen) => {
      const base = study(parents);
      const [ours, theirs] = [copyOf(base), copyOf(base)];
      work(ours, here, 'ours');
      work(theirs, there, 'theirs');
      const fromThere = new Set(chosen ? planMerge(ours, base, theirs).conflicts.map(conflictKey) : []);
      ours.apply(planMerge(ours, base, theirs, fromThere).changes);
      expect(circles(ours)).toEqual([]);
      for (const { parentId } of ours.all('tags').values()) if (parentId !== null) expect(ours.get('tags', parentId)).toBeDefined();
      expect(planMerge(ours, base, theirs, fromThere).changes).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
