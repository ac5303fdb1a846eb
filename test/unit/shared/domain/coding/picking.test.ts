// The tag picker's rows, the keys 1 to 9, and names in a person's own words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { inVivoName } from '#shared/domain/coding/in-vivo';
import { byUse, type PickableTag, pickRows } from '#shared/domain/coding/pick-tags';
import { freezeQuickTags, quickTags, withUsedTag } from '#shared/domain/coding/quick-tags';
import { buildStudy } from '#test/builders/study-builder';

const study = buildStudy();
const pick = (name: string, usesHere = 0, usesInStudy = usesHere): PickableTag => ({
  tag: study.state.require('tags', study.edit('createTag', { name }).tagId),
  path: '',
  usesHere,
  usesInStudy,
});
const TAGS = byUse([
  pick('Renewal dread', 2, 9),
  pick('Price fog', 0, 14),
  pick('Renewal', 2, 4),
  pick('Support as sales', 5),
  pick('Unpriced work'),
]);
const names = (query: string, applied: readonly string[] = []): string[] =>
  pickRows(TAGS, query, new Set(applied)).map((row) =>
    row.kind === 'create' ? `create ${row.name}` : `${row.meant ? 'meant ' : ''}${row.pick.tag.name}`,
  );

describe('pickRows', () => {
  test('nothing typed: by use in this interview, then in the study', () => {
    expect(names('')).toEqual(['Support as sales', 'Renewal dread', 'Renewal', 'Price fog', 'Unpriced work']);
  });

  test('exact before prefix before word before fuzzy; creating comes last', () => {
    expect(names('renewal')).toEqual(['Renewal', 'Renewal dread']);
    expect(names('pri')).toEqual(['Price fog', 'Unpriced work', 'create pri']);
    expect(names('Sale')[0]).toBe('Support as sales');
  });

  test('a slip of one letter is asked about first, and creating stays possible', () => {
    expect(names('renewl dread')[0]).toBe('meant Renewal dread');
    expect(names('renewl dread').at(-1)).toBe('create renewl dread');
    expect(names('rénewal')).not.toContain('create rénewal');
  });

  test('what is on the snippet already is not offered, and cannot be made twice', () => {
    const own = TAGS.find(({ tag }) => tag.name === 'Renewal')?.tag.id ?? '';
    expect(names('renewal', [own])).toEqual(['Renewal dread']);
  });

  test('whatever is typed, creating is never what Enter takes while a tag fits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('ren', 'pric fog', 'support', 'zzz')), (query) => {
        const rows = pickRows(TAGS, query, new Set());
        const creating = rows.findIndex((row) => row.kind === 'create');
        if (creating >= 0) expect(creating).toBe(rows.length - 1);
      }),
    );
  });
});

describe('quick tags', () => {
  test('pinned keys first, then the most used; pinning and using never move another key', () => {
    const own = buildStudy();
    const source = own.source({ turns: [['A', 'One. Two. Three.']] });
    const tags = ['Often', 'Seldom', 'Never', 'Pinned'].map((name) => own.edit('createTag', { name }).tagId);
    const [often, seldom, never, pinned] = tags as [string, string, string, string];
    const marked = ['One.', 'Two.', 'Three.'].map((quote) => own.snippet(source, quote));
    own.edit('tagSnippets', { snippetIds: marked, tagIds: [often] });
    own.edit('tagSnippets', { snippetIds: marked.slice(0, 1), tagIds: [seldom, pinned] });
    own.edit('pinTag', { tagId: pinned, key: 1 });
    const namesOf = (slots: ReturnType<typeof freezeQuickTags>) => quickTags(own.state, slots).map((tag) => tag?.name ?? null);

    let slots = freezeQuickTags(own.state);
    expect(namesOf(slots).slice(0, 5)).toEqual(['Pinned', 'Often', 'Seldom', null, null]);
    slots = withUsedTag(slots, never, own.state);
    expect(namesOf(slots).slice(0, 5)).toEqual(['Pinned', 'Often', 'Seldom', 'Never', null]);
    expect(withUsedTag(slots, pinned, own.state)).toBe(slots);
    own.edit('pinTag', { tagId: often, key: 5 });
    own.edit('deleteTags', { tagIds: [seldom] });
    expect(namesOf(slots).slice(0, 5)).toEqual(['Pinned', 'Often', null, 'Never', 'Often']);
  });
});

test('own words become a name: quoted, lower case, six words at most', () => {
  expect(inVivoName(' We never open them, ')).toBe('“we never open them”');
  expect(inVivoName('One two three four five six seven')).toBe('“one two three four five six”');
  expect(inVivoName('… —')).toBeNull();
});

test('a tag is found by its other names, among them those of tags merged into it, and not made a second time', () => {
  const own = buildStudy();
  const [price, cost] = ['Price fog', 'Unclear cost'].map((name) => own.edit('createTag', { name }).tagId);
  own.edit('mergeTags', { tagIds: [cost ?? ''], intoTagId: price ?? '' });
  const tag = own.state.require('tags', price ?? '');
  expect(tag.aliases).toEqual(['Unclear cost']);
  const rows = (query: string) => pickRows([{ tag, path: '', usesHere: 0, usesInStudy: 0 }], query, new Set());
  expect(rows('unclear')).toMatchObject([{ kind: 'tag', alias: 'Unclear cost' }, { kind: 'create' }]);
  expect(rows('unclear cost')).toHaveLength(1);
  expect(rows('price fog')[0]).not.toHaveProperty('alias');
});
