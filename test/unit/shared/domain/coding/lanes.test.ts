// Lanes never overlap and are no more than needed; names never cover one another; each mark has its highlight.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { highlightName, marksOf, planHighlights, turnOffsets, underlineStyle } from '#shared/domain/coding/highlight-plan';
import { crowdsBeyond, packLanes, placeLabels, type Stretch } from '#shared/domain/coding/lanes';
import { buildStudy } from '#test/builders/study-builder';

const anyStretches = fc.array(
  fc.record({ start: fc.nat(200), length: fc.nat(40) }).map(({ start, length }): Stretch => ({ start, end: start + length + 1 })),
  { maxLength: 60 },
);
const overlap = (left: Stretch, right: Stretch): boolean => left.start < right.end && right.start < left.end;

describe('packLanes', () => {
  test('the one around stands before the one inside; a lane is used again', () => {
    expect(
      packLanes([
        { start: 5, end: 8 },
        { start: 0, end: 10 },
        { start: 10, end: 12 },
      ]),
    ).toEqual([1, 0, 0]);
    expect(
      packLanes([
        { start: 0, end: 4 },
        { start: 0, end: 9 },
      ]),
    ).toEqual([1, 0]);
  });

  test('no two of one lane overlap, and there are as many lanes as overlap at the fullest place', () => {
    fc.assert(
      fc.property(anyStretches, (stretches) => {
        const lanes = packLanes(stretches);
        stretches.forEach((left, index) =>
          stretches.slice(index + 1).forEach((right, further) => {
            if (overlap(left, right)) expect(lanes[index]).not.toBe(lanes[index + 1 + further]);
          }),
        );
        const depth = Math.max(
          0,
          ...stretches.map(({ start }) => stretches.filter((other) => other.start <= start && start < other.end).length),
        );
        expect(Math.max(-1, ...lanes) + 1).toBe(depth);
      }),
    );
  });
});

test('what finds no lane is counted, each once', () => {
  fc.assert(
    fc.property(anyStretches, fc.integer({ min: 1, max: 4 }), (stretches, most) => {
      const lanes = packLanes(stretches);
      const crowds = crowdsBeyond(stretches, lanes, most);
      expect(crowds.reduce((sum, { count }) => sum + count, 0)).toBe(lanes.filter((lane) => lane >= most).length);
      crowds.slice(1).forEach((crowd, index) => expect(crowd.start).toBeGreaterThanOrEqual(crowds[index]?.end ?? 0));
    }),
  );
});

test('names stand apart, in order, at their place or a little below, or not at all', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 40 }), (tops) => {
      const wanted = tops.toSorted((left, right) => left - right);
      const places = placeLabels(wanted, 16, 40);
      let last = Number.NEGATIVE_INFINITY;
      places.forEach((place, index) => {
        if (place === null) return;
        expect(place).toBeGreaterThanOrEqual(Math.max(wanted[index] ?? 0, last + 16));
        expect(place - (wanted[index] ?? 0)).toBeLessThanOrEqual(40);
        last = place;
      });
    }),
  );
});

describe('planHighlights', () => {
  const study = buildStudy();
  const source = study.source({
    turns: [
      ['Karim', 'Nobody could tell me what the price would be next year.'],
      ['Karim', 'So I made one up.'],
    ],
  });
  const outer = study.snippet(source, 'Nobody could tell me what the price would be next year.');
  const inner = study.snippet(source, 'what the price would be');
  const later = study.snippet(source, 'So I made one up.');
  const tag = (name: string, colour: number): string => study.edit('createTag', { name, colour }).tagId;
  study.edit('tagSnippets', { snippetIds: [outer], tagIds: [tag('Price fog', 2)] });
  study.edit('tagSnippets', { snippetIds: [inner], tagIds: [tag('Renewal dread', 5), tag('Budget', 7)] });
  const snippets = [...study.state.all('snippets').values()];
  const tagsOf = (id: string) => study.state.referring('snippets', id, 'taggings').map(({ tagId }) => study.state.require('tags', tagId));

  test('overlapping marks get lanes of their own; a snippet without a tag is a mark too', () => {
    const marks = marksOf(snippets, tagsOf);
    const plan = planHighlights(
      marks,
      turnOffsets([{ text: 'Nobody could tell me what the price would be next year.' }, { text: 'So I made one up.' }]),
    );
    const byName = Object.fromEntries(marks.map(({ key, tag: own, snippetId }) => [own?.name ?? snippetId, plan.get(key)]));
    expect(byName).toEqual({ 'Price fog': 'tag-2-0', Budget: 'tag-7-1', 'Renewal dread': 'tag-5-2', [later]: 'tag-0-0' });
  });

  test('a fourth overlap is only washed, and styles repeat every four colours', () => {
    expect(highlightName(3, 7)).toBe('tag-3-3');
    expect([1, 2, 3, 4, 5].map(underlineStyle)).toEqual(['solid', 'dashed', 'dotted', 'double', 'solid']);
  });
});
