// Tables of stories: columns guessed from headings, days read only where they are sure, rows without words named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dayOf, guessStoryColumns, storiesOf } from '#shared/domain/sources/story-rows';

const TABLE = [
  ['Ticket', 'Created at', 'Requester', 'Description', 'Channel'],
  ['T-1', '2026-05-03T08:00:00Z', 'Ana', 'The invoice was wrong.', 'phone'],
  ['T-2', '03/04/2026', '', ' ', 'mail'],
];

describe('columns', () => {
  test('are known by their headings', () => {
    expect(guessStoryColumns(TABLE)).toEqual({ words: 3, who: 2, day: 1, title: 0 });
  });

  test('without a heading for the words, the longest column has them', () => {
    expect(
      guessStoryColumns([
        ['A', 'B'],
        ['x', 'a whole sentence'],
      ]),
    ).toMatchObject({ words: 1 });
    expect(guessStoryColumns([['A']])).toEqual({ words: null, who: null, day: null, title: null });
  });
});

test('each row is a story with its other columns as facts, or a reason', () => {
  expect(storiesOf(TABLE, guessStoryColumns(TABLE), 'complaint')).toEqual([
    {
      row: 1,
      story: {
        kind: 'complaint',
        title: 'T-1',
        heldOn: '2026-05-03',
        who: 'Ana',
        words: 'The invoice was wrong.',
        facts: { Channel: 'phone' },
      },
    },
    { row: 2, error: 'There are no words in it.' },
  ]);
});

test.each([
  ['2026-06-30', '2026-06-30'],
  ['2026-06-30 12:00', '2026-06-30'],
  ['30.6.2026', '2026-06-30'],
  ['30/6/2026', '2026-06-30'],
  ['6/30/2026', '2026-06-30'],
  ['4/4/2026', '2026-04-04'],
  ['03/04/2026', null],
  ['2026-02-30', null],
  ['29.02.2024', '2024-02-29'],
  ['29.02.2026', null],
  ['soon', null],
])('the day of %s is %s', (text, day) => expect(dayOf(text)).toBe(day));

test('every row of any table is answered once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 12 }), (table) => {
      const rows = storiesOf(table, guessStoryColumns(table), 'survey-answers');
      expect(rows.map(({ row }) => row)).toEqual(table.slice(1).map((_, index) => index + 1));
      for (const row of rows) if ('story' in row) expect(row.story.words.trim()).not.toBe('');
    }),
  );
});
