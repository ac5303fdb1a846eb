// Co-occurrence, tags by segment and the saturation curve, counted by hand on a small study.
import { expect, it } from 'vitest';

import { coOccurrence, tagsBySegment } from '#shared/domain/query/count-tables';
import { saturation } from '#shared/domain/query/saturation';
import { finishSteps } from '#shared/lib/steps';
import { buildStudy } from '#test/builders/study-builder';

function smallStudy() {
  const study = buildStudy();
  const smb = study.segment('SMB');
  const people = [
    study.participant({ name: 'A', segmentId: smb }),
    study.participant({ name: 'B', segmentId: smb }),
    study.participant({ name: 'C' }),
  ];
  const sources = people.map((participantId, index) =>
    study.source({
      title: `S${index}`,
      heldOn: `2026-05-0${3 - index}`,
      turns: [[null as never, 'one two three four five six']],
      participantId,
    }),
  );
  const tag = (name: string, parentId: string | null = null): string => study.edit('createTag', { name, parentId }).tagId;
  const [price, trust] = [tag('Price'), tag('Trust')];
  const fog = tag('Fog', price);
  const mark = (source: number, quote: string, ...tagIds: string[]): void => {
    const snippetId = study.snippet(sources[source]!, quote);
    study.edit('tagSnippets', { snippetIds: [snippetId], tagIds });
  };
  mark(0, 'one two', price, trust);
  mark(0, 'two three', trust);
  mark(0, 'five', price);
  mark(1, 'one', price);
  mark(1, 'one two', fog);
  mark(2, 'six', trust);
  return { study, names: ['Price', 'Price > Fog', 'Trust'] };
}

const numbers = (cells: { people: number; snippets: number }[][]): string[][] =>
  cells.map((row) => row.map(({ people, snippets }) => `${people}/${snippets}`));

it('tags that meet on the same words are counted in people, then snippets', () => {
  const { study, names } = smallStudy();
  const table = finishSteps(coOccurrence(study.state));
  expect(table.rows.map(({ name }) => name)).toEqual(names);
  expect(numbers(table.cells)).toEqual([
    ['2/3', '1/1', '1/1'],
    ['1/1', '1/1', '0/0'],
    ['1/2', '0/0', '2/3'],
  ]);
});

it('tags by segment count people first, those in no segment last, sub-tags with their parents when asked', () => {
  const { study } = smallStudy();
  const table = finishSteps(tagsBySegment(study.state));
  expect(table.columns.map(({ name }) => name)).toEqual(['SMB', 'No segment']);
  expect(numbers(table.cells)).toEqual([
    ['2/3', '0/0'],
    ['1/1', '0/0'],
    ['1/2', '1/1'],
  ]);
  expect(numbers(finishSteps(tagsBySegment(study.state, true)).cells)[0]).toEqual(['2/4', '0/0']);
});

it('the saturation curve follows the days, and says when a run brings little', () => {
  const { study } = smallStudy();
  const { steps } = saturation(study.state);
  expect(steps.map(({ title, newTags, allTags }) => [title, newTags, allTags])).toEqual([
    ['S2', 1, 1],
    ['S1', 2, 3],
    ['S0', 0, 3],
  ]);
  expect(saturation(study.state).reachedAfter).toBeNull();
  expect(saturation(study.state, { base: 2, run: 1, threshold: 0.05 })).toMatchObject({ baseTags: 3, reachedAfter: 2 });
  expect(saturation(study.state, { base: 1, run: 2, threshold: 0.05 }).reachedAfter).toBeNull();
});
