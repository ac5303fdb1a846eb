// Tags of the same name made on either side: said before the merge, and only then.
import { expect, test } from 'vitest';

import { planMerge } from '#shared/domain/merge/plan-merge';
import type { Tag } from '#shared/model/records/tag';
import { VaultState } from '#shared/model/vault-state';

const tag = (id: string, name: string, parentId: string | null = null): Tag => ({
  id,
  name,
  definition: '',
  whenToUse: '',
  whenNotToUse: '',
  colour: 1,
  parentId,
  order: 1,
  favourite: null,
});

function study(...tags: Tag[]): VaultState {
  const state = new VaultState();
  state.load('tags', tags);
  return state;
}

const sameNames = (ours: VaultState, base: VaultState, theirs: VaultState): string[] => planMerge(ours, base, theirs).sameNames;

test('a tag that comes in beside one of its name is named once, without regard to case', () => {
  const base = study(tag('a', 'Price'));
  const ours = study(tag('a', 'Price'), tag('b', 'Trust'));
  const theirs = study(tag('a', 'Price'), tag('c', 'trust '), tag('d', 'Speed'));
  expect(sameNames(ours, base, theirs)).toEqual([
    '“trust ” comes in beside a tag of the same name. Where both mean the same, merge them in the codebook afterwards.',
  ]);
  ours.apply(planMerge(ours, base, theirs).changes);
  expect(planMerge(ours, base, theirs)).toMatchObject({ changes: [], sameNames: [] });
});

test('under different tags, or where the one here is renamed or goes, nothing is said', () => {
  const base = study(tag('a', 'Price'), tag('b', 'Trust'));
  const theirs = study(tag('a', 'Price'), tag('b', 'Confidence'), tag('c', 'Trust'), tag('d', 'Price', 'a'));
  expect(sameNames(base, base, theirs)).toEqual([]);
  expect(sameNames(base, base, study(tag('b', 'Trust'), tag('e', 'Price')))).toEqual([]);
});

test('a tag that was renamed there to the name of one made here', () => {
  const base = study(tag('a', 'Price'));
  expect(sameNames(study(tag('a', 'Price'), tag('b', 'Cost')), base, study(tag('a', 'Cost')))).toHaveLength(1);
});
