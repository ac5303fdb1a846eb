// Tidying a codebook: unused tags and likely duplicates are found, and tags that only look alike are left in peace.
import { expect, it } from 'vitest';

import { likelyDuplicates, unusedTags } from '#shared/domain/coding/tidy-tags';
import { buildStudy } from '#test/builders/study-builder';

const WORDS = ['one cat', 'two dogs', 'three birds', 'four fish'];

it('finds names that are nearly the same, tags on the same snippets, and tags on none', () => {
  const study = buildStudy();
  const source = study.source({ turns: [['Ana', WORDS.join(', ')]] });
  const snippets = WORDS.map((words) => study.snippet(source, words));
  const tag = (name: string, on: string[], parentId: string | null = null): string => {
    const { tagId } = study.edit('createTag', { name, parentId });
    if (on.length > 0) study.edit('tagSnippets', { snippetIds: on, tagIds: [tagId] });
    return tagId;
  };
  const price = tag('Price surprise', snippets.slice(0, 1));
  tag('Surprises, price', snippets.slice(1, 2));
  tag('Wave 1', snippets.slice(2));
  tag('Wave 2', []);
  tag('Trust', snippets);
  tag('Confidence', snippets.slice(1));
  tag('Holder', []);
  tag('Inside', snippets.slice(0, 1), study.state.all('tags').size > 0 ? price : null);
  const pairs = likelyDuplicates(study.state).map(({ one, other, byName, shared, fewer }) => [one.name, other.name, byName, shared, fewer]);
  expect(pairs).toEqual([
    ['Price surprise', 'Surprises, price', true, 0, 1],
    ['Trust', 'Confidence', false, 3, 3],
  ]);
  expect(unusedTags(study.state).map(({ name }) => name)).toEqual(['Holder', 'Wave 2']);
});
