// Columns of tables of stories: known by their headings and by the kind, else by what stands in them; never two for what only one can be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FACT_HEADINGS } from '#shared/domain/sources/story-headings';
import { KIND_FORMS } from '#shared/domain/sources/kind-forms';
import { guessStoryColumns, looksHeaded, withStoryUse } from '#shared/domain/sources/story-columns';
import { STORY_KINDS, type StoryKind } from '#shared/model/story';

/** Each column in short: its use, or the name of its fact. */
function guess(kind: StoryKind, ...rows: string[][]): string[] {
  return guessStoryColumns({ rows }, kind, true).map((column) => (column.use === 'fact' ? `fact ${column.name}` : column.use));
}

describe('headings', () => {
  test('a help desk’s tickets', () => {
    const heading = ['Ticket_ID', 'Created At', 'Requester', 'Subject', 'Description', 'Priority', 'Via', 'Assignee', 'E-mail'];
    const row = ['1', '2026-01-01', 'Ana', 'Invoice', 'It was wrong.', 'high', 'phone', 'Ben', 'a@b.example'];
    expect(guess('complaint', heading, row)).toEqual([
      'fact Ticket_ID',
      'day',
      'who',
      'title',
      'words',
      'fact Severity',
      'fact Channel',
      'fact Taken by',
      'fact E-mail',
    ]);
  });

  test('a kind’s own facts come first: “Where” of a story is no place of an interview', () => {
    const row = ['She left.', 'Ana', 'Leeds', 'Ben', '2026-01-01', 'x'];
    expect(guess('frontline-story', ['What happened?', 'Customer', 'Where', 'Recorded by', 'When', 'Outcome'], row)).toEqual([
      'words',
      'who',
      'fact Where',
      'fact Heard by',
      'day',
      'fact What came of it',
    ]);
    expect(guess('win-loss', ['Reason', 'Account', 'Stage', 'Competitor', 'Amount', 'Close date'], row)).toEqual([
      'words',
      'who',
      'fact Outcome',
      'fact Instead of us',
      'fact Value',
      'day',
    ]);
    expect(guess('second-hand', ['Anecdote', 'About', 'Through whom'], row.slice(0, 3))).toEqual(['words', 'fact About', 'fact Told by']);
  });

  test('every fact of every form has its words', () => {
    for (const kind of STORY_KINDS) for (const fact of KIND_FORMS[kind].facts) expect(FACT_HEADINGS[fact], fact).toBeDefined();
  });
});

test('survey answers stand in several columns of words; figures beside them are facts', () => {
  expect(
    guess(
      'survey-answers',
      ['Timestamp', 'Respondent', 'What do you like most?', 'What would you change?', 'Rating'],
      ['2026-01-01 10:00', 'R1', 'The search is very quick.', 'I would like to have an undo.', '9'],
      ['2026-01-02 10:00', 'R2', 'That it works without a net.', 'The colours are hard to see.', '7'],
    ),
  ).toEqual(['day', 'who', 'words', 'words', 'fact Score']);
});

test('without a known heading the longest column has the words; what is too long for a fact, or empty, is left out', () => {
  expect(guess('complaint', ['A', 'B', 'C'], ['x', 'a whole sentence', ''])).toEqual(['fact A', 'words', 'unused']);
  expect(guess('complaint', ['Text', 'Log'], ['Slow.', 'l'.repeat(301)])).toEqual(['words', 'unused']);
  expect(guess('complaint', ['A'])).toEqual(['unused']);
});

test('a first row that names nothing is not taken for headings', () => {
  expect(
    looksHeaded({
      rows: [
        ['Text', '7'],
        ['Slow.', '8'],
      ],
    }),
  ).toBe(true);
  expect(
    looksHeaded({
      rows: [
        ['2026-01-01', 'Slow.'],
        ['2026-01-02', 'Late.'],
      ],
    }),
  ).toBe(false);
});

test('what only one column can be is taken from the one that was it', () => {
  const columns = guessStoryColumns(
    {
      rows: [
        ['Text', 'Customer', 'Name'],
        ['a', 'b', 'c'],
      ],
    },
    'complaint',
    true,
  );
  expect(withStoryUse(columns, 2, { use: 'who' }).map(({ use }) => use)).toEqual(['words', 'unused', 'who']);
  expect(withStoryUse(columns, 2, { use: 'words' }).map(({ use }) => use)).toEqual(['words', 'who', 'words']);
});

test('of any table each column has one use, and one column at most is the person, the day or the title', () => {
  const cell = fc.oneof(fc.constantFrom('text', 'Name', 'date', 'Title', 'Where', 'id'), fc.string());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), fc.constantFrom(...STORY_KINDS), (rows, kind) => {
      const columns = guessStoryColumns({ rows }, kind, true);
      expect(columns).toHaveLength(Math.max(0, ...rows.map((row) => row.length)));
      for (const use of ['who', 'day', 'title']) expect(columns.filter((column) => column.use === use).length).toBeLessThan(2);
    }),
  );
});
