// What the columns of a table of stories, tickets or answers are taken for: guessed from headings and cells, changed by a person.
import { guessColumns, hasHeading } from '#shared/domain/table/guess-columns';
import { shorten } from '#shared/lib/text';
import type { StoryColumn, StoryColumns, StoryKind, StorySheet, StoryUse } from '#shared/model/story';

import { KIND_FORMS } from './kind-forms.ts';
import { FACT_HEADINGS, plainHeading, USE_HEADINGS } from './story-headings.ts';

/** Longest fact and longest name of one (UTF-16 units). */
export const LONGEST_FACT = 300;
/** Columns that are guessed to be facts. */
const MOST_FACTS = 40;
/** Rows that are looked at for the length of cells. */
const SAMPLE_ROWS = 50;
const SINGLE_USES = ['who', 'day', 'title'] as const satisfies readonly StoryUse[];

/** Whether the first row names the columns, as far as that can be told. */
export function looksHeaded({ rows }: Pick<StorySheet, 'rows'>): boolean {
  const first = (rows[0] ?? []).map(plainHeading);
  return hasHeading(rows) || first.some((cell) => (USE_HEADINGS.words as readonly string[]).includes(cell));
}

/** The name of each column in one line: its heading, or `Column 3`. */
export function headingsOf({ rows }: Pick<StorySheet, 'rows'>, headed: boolean): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, at) => {
    const heading = headed ? shorten(rows[0]?.[at] ?? '', LONGEST_FACT) : '';
    return heading === '' ? `Column ${at + 1}` : heading;
  });
}

/**
 * The likeliest use of each column. Answers of surveys may stand in several columns of words. What is too long for a fact, and columns
 * without anything, are left out.
 */
export function guessStoryColumns(sheet: Pick<StorySheet, 'rows'>, kind: StoryKind, headed: boolean): StoryColumns {
  const headings = headingsOf(sheet, headed);
  const rows = headed ? sheet.rows.slice(1) : sheet.rows;
  const columns = headings.map((): StoryColumn | null => null);
  if (headed) knowByHeading(columns, headings, kind);
  if (kind === 'survey-answers') takeAnswers(columns, headings, rows);
  if (!columns.some((column) => column?.use === 'words')) takeLongest(columns, rows);
  let facts = columns.filter((column) => column?.use === 'fact').length;
  return columns.map((column, at): StoryColumn => {
    if (column !== null) return column;
    const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    const fits = cells.length > 0 && cells.every((cell) => cell.length <= LONGEST_FACT);
    if (!fits || facts >= MOST_FACTS) return { use: 'unused' };
    facts += 1;
    return { use: 'fact', name: headings[at] ?? '' };
  });
}

/** The facts of the kind's form come before the general uses where a heading is exactly the name of one. */
function knowByHeading(columns: (StoryColumn | null)[], headings: readonly string[], kind: StoryKind): void {
  const plain = headings.map(plainHeading);
  const give = (words: readonly string[], column: StoryColumn): void => {
    const at = words.map((word) => plain.findIndex((cell, index) => cell === word && columns[index] === null)).find((found) => found >= 0);
    if (at !== undefined) columns[at] = column;
  };
  const { facts } = KIND_FORMS[kind];
  for (const name of facts) give([plainHeading(name)], { use: 'fact', name });
  for (const use of ['words', ...SINGLE_USES] as const) give(USE_HEADINGS[use], { use });
  for (const name of facts) {
    if (!columns.some((column) => column?.use === 'fact' && column.name === name)) give(FACT_HEADINGS[name] ?? [], { use: 'fact', name });
  }
}

/** Questions are found as in any table of respondents. */
function takeAnswers(columns: (StoryColumn | null)[], headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const guess = guessColumns(headings, rows, 'respondents');
  if (guess.rows !== 'respondents') return;
  const isFree = (at: number): boolean => columns[at] === null;
  for (const at of guess.questions) if (isFree(at)) columns[at] = { use: 'words' };
  const named = columns.some((column) => column?.use === 'who');
  if (!named && guess.name !== null && isFree(guess.name)) columns[guess.name] = { use: 'who' };
}

function takeLongest(columns: (StoryColumn | null)[], rows: readonly (readonly string[])[]): void {
  const lengths = columns.map((column, at) =>
    column === null ? rows.slice(0, SAMPLE_ROWS).reduce((sum, row) => sum + (row[at] ?? '').trim().length, 0) : 0,
  );
  const longest = lengths.reduce((best, length, at) => (length > (lengths[best] ?? 0) ? at : best), 0);
  if ((lengths[longest] ?? 0) > 0) columns[longest] = { use: 'words' };
}

/** The columns after a person's choice; what only one column can be is taken from the one that was it, which is left out then. */
export function withStoryUse(columns: StoryColumns, at: number, chosen: StoryColumn): StoryColumns {
  const single = (SINGLE_USES as readonly StoryUse[]).includes(chosen.use);
  return columns.map((column, index) => {
    if (index === at) return chosen;
    const taken = (single && column.use === chosen.use) || (chosen.use === 'fact' && column.use === 'fact' && column.name === chosen.name);
    return taken ? { use: 'unused' } : column;
  });
}
