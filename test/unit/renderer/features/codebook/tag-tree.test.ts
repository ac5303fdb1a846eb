// The codebook as a tree: order, filter, and what may be moved where.
import { expect, test } from 'vitest';

import { buildTagTree, flatten, siblingsOf, withDescendants } from '#renderer/features/codebook/tag-tree';
import type { Tag } from '#shared/model/records/tag';

const tag = (id: string, parentId: string | null, order: number, definition = ''): Tag => ({
  id,
  name: id,
  definition,
  whenToUse: '',
  whenNotToUse: '',
  colour: 1,
  parentId,
  order,
  favourite: null,
});

const TAGS = [
  tag('Support', null, 2),
  tag('Second bill', 'Price', 2),
  tag('Price', null, 1, 'about amounts'),
  tag('Price fog', 'Price', 1),
  tag('Haze', 'Price fog', 1),
];

const inWords = (filter?: string): string[] => flatten(buildTagTree(TAGS, filter)).map((node) => [...node.path, node.tag.name].join(' › '));

test('tags stand under their parents in their order', () => {
  expect(inWords()).toEqual(['Price', 'Price › Price fog', 'Price › Price fog › Haze', 'Price › Second bill', 'Support']);
});

test('the filter keeps what is above a tag that fits and all that is inside it; definitions count', () => {
  expect(inWords('bill')).toEqual(['Price', 'Price › Second bill']);
  expect(inWords('fog')).toEqual(['Price', 'Price › Price fog', 'Price › Price fog › Haze']);
  expect(inWords('amounts')).toEqual(['Price', 'Price › Price fog', 'Price › Price fog › Haze', 'Price › Second bill']);
  expect(inWords('zebra')).toEqual([]);
});

test('a tag knows its siblings and everything inside it', () => {
  expect(siblingsOf(TAGS, 'Price').map(({ id }) => id)).toEqual(['Price fog', 'Second bill']);
  expect([...withDescendants(TAGS, 'Price')].toSorted()).toEqual(['Haze', 'Price', 'Price fog', 'Second bill']);
});
