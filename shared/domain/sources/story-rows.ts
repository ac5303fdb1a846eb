// Stories, complaints and answers from the rows of a table, as its columns are taken; what cannot go in, with the reason.
import { shorten } from '#shared/lib/text';
import {
  LONGEST_WORDS,
  MOST_STORIES,
  type Story,
  type StoryColumn,
  type StoryColumns,
  type StoryKind,
  type StorySheet,
} from '#shared/model/story';

import { headingsOf, LONGEST_FACT } from './story-columns.ts';
import { dayOf } from './story-day.ts';

const LONGEST_TITLE = 80;

/** `row` counts from 1 below the headings; `line` is where the row begins in the file. */
export type StoryRow = { row: number; line: number } & ({ story: Story } | { error: string });

export interface StoryReading {
  kind: StoryKind;
  /** The first row names the columns. */
  headed: boolean;
  columns: StoryColumns;
}

/** Each row is one story, or is answered with the reason why it cannot go in. */
export function storiesOf(sheet: Pick<StorySheet, 'rows' | 'lines'>, reading: StoryReading): StoryRow[] {
  const headings = headingsOf(sheet, reading.headed);
  const below = reading.headed ? 1 : 0;
  return sheet.rows.slice(below).map((cells, index): StoryRow => {
    const place = { row: index + 1, line: sheet.lines[index + below] ?? index + 1 + below };
    const read = index < MOST_STORIES ? readRow(cells, headings, reading) : `Only ${MOST_STORIES.toLocaleString('en')} rows go in at once.`;
    return typeof read === 'string' ? { ...place, error: read } : { ...place, story: read };
  });
}

/** The story of a row; a sentence when it is none. */
function readRow(cells: readonly string[], headings: readonly string[], { kind, columns }: StoryReading): Story | string {
  const cellAt = (at: number): string => (cells[at] ?? '').replaceAll('\0', '\uFFFD').trim();
  const lineOf = (use: StoryColumn['use']): string => {
    const at = columns.findIndex((column) => column.use === use);
    return at < 0 ? '' : cellAt(at).split(/\s+/u).join(' ');
  };
  const asked = columns.flatMap((column, at) => (column.use === 'words' ? [{ question: headings[at] ?? '', words: cellAt(at) }] : []));
  const answers = asked.filter(({ words }) => words !== '');
  const [first] = answers;
  if (!first) return 'There are no words in it.';
  if (answers.reduce((sum, { words }) => sum + words.length, 0) > LONGEST_WORDS)
    return `Its words are longer than ${LONGEST_WORDS.toLocaleString('en')} characters.`;
  const who = lineOf('who');
  if (who.length > LONGEST_FACT)
    return `What stands for the person is longer than ${LONGEST_FACT} characters: look whether the columns are right.`;
  const day = lineOf('day');
  const heldOn = dayOf(day);
  const facts = factsOf(columns, cellAt);
  if (typeof facts === 'string') return facts;
  // A day that can be read in two ways is not guessed: it stays as it was written.
  if (day !== '' && heldOn === null) facts['Date as written'] = shorten(day, LONGEST_FACT);
  const title = shorten(lineOf('title') || first.words, LONGEST_TITLE);
  const inAnswers = asked.length > 1 || first.question.endsWith('?');
  return { kind, title, heldOn, who, words: inAnswers ? '' : first.words, ...(inAnswers ? { answers } : {}), facts };
}

/** What is noted in the row, or the sentence that names what is too long: nothing is cut unsaid. */
function factsOf(columns: StoryColumns, cellAt: (at: number) => string): Record<string, string> | string {
  const facts: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    if (column.use !== 'fact') continue;
    const value = cellAt(at).split(/\s+/u).join(' ');
    if (value === '') continue;
    if (value.length > LONGEST_FACT)
      return `“${shorten(column.name, 60)}” is longer than ${LONGEST_FACT} characters: take that column for words, or leave it out.`;
    facts[untaken(facts, column.name)] = value;
  }
  return facts;
}

/** Two columns of one name are two facts. */
function untaken(facts: Readonly<Record<string, string>>, name: string): string {
  let number = 1;
  let free = name;
  // An object takes no value under this one name.
  while (free === '__proto__' || Object.hasOwn(facts, free)) free = `${name.slice(0, LONGEST_FACT - 8)} (${(number += 1)})`;
  return free;
}
