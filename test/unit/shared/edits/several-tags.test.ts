// Several tags at once are one step, all or none; and merging into a tag far inside never makes a circle of tags.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { buildStudy } from '#test/builders/study-builder';

function codebook() {
  const study = buildStudy();
  const tag = (name: string, parentId: string | null = null): string => study.edit('createTag', { name, parentId }).tagId;
  const a = tag('A');
  const b = tag('B', a);
  const ids = { a, b, c: tag('C', b), d: tag('D'), otherB: tag('b') };
  return { study, ids, of: (id: string) => study.state.require('tags', id) };
}

it('moves, recolours and pins all of them', () => {
  const { study, ids, of } = codebook();
  study.edit('moveTags', { moves: [ids.c, ids.otherB].map((tagId) => ({ tagId, parentId: ids.d })) });
  expect([of(ids.c), of(ids.otherB)].map(({ parentId, order }) => [parentId, order])).toEqual([
    [ids.d, 1],
    [ids.d, 2],
  ]);
  study.edit('recolourTags', { tagIds: [ids.a, ids.b, ids.a], colour: 9 });
  expect([of(ids.a).colour, of(ids.b).colour]).toEqual([9, 9]);
  study.edit('pinTag', { tagId: ids.d, key: 2 });
  study.edit('pinTags', { pins: [ids.a, ids.b].map((tagId, place) => ({ tagId, key: place + 1 })) });
  expect([of(ids.a), of(ids.b), of(ids.d)].map(({ favourite }) => favourite)).toEqual([1, 2, null]);
});

it('refuses when one of them may not go there', () => {
  const { study, ids } = codebook();
  const move = (moves: { tagId: string; parentId: string | null }[]) => () => study.edit('moveTags', { moves });
  expect(
    move([
      { tagId: ids.d, parentId: ids.a },
      { tagId: ids.otherB, parentId: ids.a },
    ]),
  ).toThrow('There is already one called “B”');
  expect(move([{ tagId: ids.a, parentId: ids.c }])).toThrow('cannot be moved into itself');
});

it('keeps every tag in reach of the top, whatever is merged into whatever', () => {
  const { study, ids, of } = codebook();
  study.edit('mergeTags', { tagIds: [ids.a], intoTagId: ids.c });
  expect([of(ids.c).parentId, of(ids.b).parentId]).toEqual([null, ids.c]);
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 6, maxLength: 12 }), fc.nat(20), fc.nat(20), (parents, from, into) => {
      const fresh = buildStudy();
      const made: string[] = [];
      for (const [place, parent] of parents.entries()) {
        made.push(fresh.edit('createTag', { name: `T${place}`, parentId: made[parent % (place + 1)] ?? null }).tagId);
      }
      const [one = '', other = ''] = [made[from % made.length], made[into % made.length]];
      fc.pre(one !== other);
      fresh.edit('mergeTags', { tagIds: [one], intoTagId: other });
      for (const tag of fresh.state.all('tags').values()) {
        let above: string | null = tag.parentId;
        for (let steps = 0; above !== null; steps += 1) {
          expect(steps).toBeLessThan(made.length);
          above = fresh.state.require('tags', above).parentId;
        }
      }
    }),
    { numRuns: 200 },
  );
});
