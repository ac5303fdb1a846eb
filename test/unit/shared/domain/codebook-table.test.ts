// A codebook from a table: what is read, what it comes to in a study, and that our own export comes back the same.
import { expect, it } from 'vitest';

import { planCodebook, readCodebookTable, reportCodebook } from '#shared/domain/exchange/codebook-table';
import { studyTable } from '#shared/domain/exchange/study-tables';
import { buildStudy } from '#test/builders/study-builder';

const TABLE = [
  ['Code', 'Description', 'Color', 'Anything else'],
  ['Money > Price fog', 'Nobody knows what it costs', '#865e00', 'x'],
  ['money', '', '3', ''],
  ['Money › Price FOG', 'again', '', ''],
  ["'=Support", 'Who is asked', 'nonsense', ''],
  ['', 'nothing', '', ''],
];

it('reads paths, definitions and colours, and says which rows it leaves out', () => {
  const reading = readCodebookTable(TABLE);
  expect(reading?.rows).toEqual([
    { path: ['Money', 'Price fog'], definition: 'Nobody knows what it costs', colour: 2 },
    { path: ['money'], colour: 3 },
    { path: ['=Support'], definition: 'Who is asked' },
  ]);
  expect(reading?.leaves).toEqual(['Row 4 names “Money > Price FOG” a second time.', 'Row 6 names no tag.']);
  expect(readCodebookTable([['Quote', 'Speaker']])).toBeNull();
});

it('makes missing tags, changes those that are there, empties nothing, and the second time nothing is left to do', () => {
  const study = buildStudy();
  const { tagId } = study.edit('createTag', { name: 'Money', definition: 'All of it', colour: 5 });
  const rows = readCodebookTable(TABLE)?.rows ?? [];
  expect(reportCodebook(planCodebook(study.state, rows), [])).toEqual({
    brings: ['2 new tags', 'Money › Price fog', '=Support'],
    changes: ['“money” gets another colour.'],
    leaves: [],
  });
  expect(study.edit('importCodebook', { rows })).toEqual({ added: 2, changed: 1 });
  expect(study.state.require('tags', tagId)).toMatchObject({ name: 'Money', definition: 'All of it', colour: 3, parentId: null });
  expect(study.state.referring('tags', tagId, 'tags')).toMatchObject([{ name: 'Price fog', colour: 2 }]);
  expect(study.edit('importCodebook', { rows })).toEqual({ added: 0, changed: 0 });
});

it('brings the codebook that another study exported, whole', () => {
  const [one, other] = [buildStudy(), buildStudy()];
  const { tagId } = one.edit('createTag', { name: 'Money', definition: 'All of it', whenToUse: 'often', colour: 5 });
  const { tagId: inside } = one.edit('createTag', { name: 'Price', parentId: tagId, whenNotToUse: 'never', colour: 7 });
  const { tagId: fog } = one.edit('createTag', { name: 'Fog', parentId: inside });
  one.edit('updateTag', { tagId: fog, aliases: ['Mist', '=Haze'] });
  one.edit('updateTag', { tagId: inside, aliases: ['Fees; charges'] });
  const tableOf = (study: typeof one) =>
    studyTable(study.state, 'codebook', () => null, { snippetIds: new Set(), people: [] }).map((row) => row.map(String));
  other.edit('importCodebook', { rows: readCodebookTable(tableOf(one))?.rows ?? [] });
  expect(tableOf(other)).toEqual(tableOf(one));
});

it('other names are added to those that are there, and told', () => {
  const study = buildStudy();
  const { tagId } = study.edit('createTag', { name: 'Money' });
  study.edit('updateTag', { tagId, aliases: ['Cash'] });
  const { rows } = readCodebookTable([
    ['Tag', 'Aliases'],
    ['Money', 'cash; Funds; money'],
  ]) ?? { rows: [] };
  expect(reportCodebook(planCodebook(study.state, rows), []).changes).toEqual(['“Money” gets another list of other names.']);
  study.edit('importCodebook', { rows });
  expect(study.state.require('tags', tagId).aliases).toEqual(['Cash', 'Funds']);
  expect(study.edit('importCodebook', { rows })).toEqual({ added: 0, changed: 0 });
});
