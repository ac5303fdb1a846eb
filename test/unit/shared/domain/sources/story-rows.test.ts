// Tables of stories: rows with their lines, facts that are never cut unsaid, answers under their questions, days only where they are sure.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { guessStoryColumns } from '#shared/domain/sources/story-columns';
import { dayOf } from '#shared/domain/sources/story-day';
import { storiesOf } from '#shared/domain/sources/story-rows';
import { LONGEST_WORDS, type StoryColumns, type StoryKind } from '#shared/model/story';

const TICKETS = [
  ['Ticket', 'Created at', 'Requester', 'Description', 'Channel'],
  ['T-1', '2026-05-03T08:00:00Z', 'Ana', 'The invoice was wrong.', 'phone'],
  ['T-2', '03/04/2026', '', ' ', 'mail'],
];

function read(rows: string[][], kind: StoryKind = 'complaint', columns?: StoryColumns) {
  const lines = rows.map((_, at) => at + 1);
  return storiesOf({ rows, lines }, { kind, headed: true, columns: columns ?? guessStoryColumns({ rows }, kind, true) });
}

test('each row is a story with its other columns as facts, or a reason', () => {
  expect(read(TICKETS)).toEqual([
    {
      row: 1,
      line: 2,
      story: {
        kind: 'complaint',
        title: 'T-1',
        heldOn: '2026-05-03',
        who: 'Ana',
        words: 'The invoice was wrong.',
        facts: { Channel: 'phone' },
      },
    },
    { row: 2, line: 3, error: 'There are no words in it.' },
  ]);
});

test('the lines are those of the file, whatever was left out between', () => {
  const sheet = { rows: TICKETS, lines: [2, 3, 9] };
  const columns = guessStoryColumns(sheet, 'complaint', true);
  expect(storiesOf(sheet, { kind: 'complaint', headed: true, columns }).map(({ row, line }) => [row, line])).toEqual([
    [1, 3],
    [2, 9],
  ]);
  expect(storiesOf(sheet, { kind: 'complaint', headed: false, columns })).toHaveLength(3);
});

test('several columns of words are answers under their headings; what was not answered is not asked', () => {
  const [first] = read(
    [
      ['Respondent', 'What do you like?', 'What is missing?'],
      ['R1', 'The speed of the search.', ''],
      ['R2', 'Nothing comes to mind.', 'A way to undo what I did.'],
    ],
    'survey-answers',
  );
  expect(first).toMatchObject({
    story: {
      who: 'R1',
      words: '',
      title: 'The speed of the search.',
      answers: [{ question: 'What do you like?', words: 'The speed of the search.' }],
    },
  });
});

test('nothing is cut unsaid: what is too long is a reason', () => {
  const columns: StoryColumns = [{ use: 'words' }, { use: 'fact', name: 'Channel' }, { use: 'who' }];
  const rows = [
    ['Text', 'Channel', 'Who'],
    ['Slow.', 'x'.repeat(301), ''],
    ['Slow.', '', 'y'.repeat(301)],
    ['z'.repeat(LONGEST_WORDS + 1), '', ''],
  ];
  const errors = read(rows, 'complaint', columns).map((row) => ('error' in row ? row.error : ''));
  expect(errors[0]).toContain('“Channel” is longer than 300 characters');
  expect(errors[1]).toContain('the person is longer than 300');
  expect(errors[2]).toContain('Its words are longer than 1,000,000');
});

test('two columns of one name are two facts, whatever the name', () => {
  const columns: StoryColumns = [
    { use: 'words' },
    { use: 'fact', name: 'A' },
    { use: 'fact', name: 'A' },
    { use: 'fact', name: '__proto__' },
  ];
  const [row] = read(
    [
      ['', '', '', ''],
      ['Slow.', '1', '2\n3', '4'],
    ],
    'complaint',
    columns,
  );
  expect(row && 'story' in row && Object.entries(row.story.facts)).toEqual([
    ['A', '1'],
    ['A (2)', '2 3'],
    ['__proto__ (2)', '4'],
  ]);
});

test.each([
  ['2026-06-30', '2026-06-30'],
  ['2026-06-30 12:00', '2026-06-30'],
  ['2026/6/3', '2026-06-03'],
  ['30.6.2026', '2026-06-30'],
  ['30/6/2026', '2026-06-30'],
  ['6/30/2026', '2026-06-30'],
  ['4/4/2026', '2026-04-04'],
  ['30 June 2026', '2026-06-30'],
  ['3-Sep-2026', '2026-09-03'],
  ['June 3, 2026 at noon', '2026-06-03'],
  ['Jun 3, 2026', '2026-06-03'],
  ['3 Juno 2026', null],
  ['03/04/2026', null],
  ['2026-02-30', null],
  ['29.02.2024', '2024-02-29'],
  ['29.02.2026', null],
  ['soon', null],
])('the day of %s is %s', (text, day) => expect(dayOf(text)).toBe(day));

test('every row of any table is answered once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 12 }), fc.boolean(), (rows, headed) => {
      const columns = guessStoryColumns({ rows }, 'survey-answers', headed);
      const read = storiesOf({ rows, lines: rows.map((_, at) => at + 1) }, { kind: 'survey-answers', headed, columns });
      expect(read.map(({ row }) => row)).toEqual(rows.slice(headed ? 1 : 0).map((_, index) => index + 1));
      for (const row of read) {
        if (!('story' in row)) continue;
        const { words, answers } = row.story;
        expect([words, ...(answers ?? []).map((answer) => answer.words)].join('').trim()).not.toBe('');
      }
    }),
  );
});
