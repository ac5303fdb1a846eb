// Stories, complaints and answers from the rows of a table: which column is what, and what cannot be read.
import { shorten } from '#shared/lib/text';

import { type Story, STORY_COLUMNS, type StoryColumn, type StoryColumns, type StoryKind } from '#shared/model/story';

/** Words by which a heading is known, the surest first. */
const HEADINGS: { readonly [C in StoryColumn]: readonly string[] } = {
  words: [
    'words',
    'text',
    'story',
    'complaint',
    'verbatim',
    'comment',
    'answer',
    'feedback',
    'message',
    'description',
    'body',
    'what happened',
    'note',
    'notes',
  ],
  who: ['who', 'customer', 'participant', 'respondent', 'speaker', 'name', 'author', 'requester', 'from', 'contact', 'account', 'company'],
  day: ['day', 'date', 'created', 'created at', 'created on', 'received', 'submitted', 'timestamp', 'time', 'when'],
  title: ['title', 'subject', 'summary', 'headline', 'ticket', 'id', 'number', 'key'],
};

const LONGEST_TITLE = 80;
const LONGEST_FACT = 300;
/** Columns with a heading that become facts. */
const MOST_FACTS = 40;

/** Guesses by heading; without a heading for the words, the column with the longest cells. @param table the heading first. */
export function guessStoryColumns(table: readonly (readonly string[])[]): StoryColumns {
  const [heading = [], ...rows] = table;
  const named = heading.map((cell) => cell.trim().toLowerCase().replaceAll('_', ' '));
  const columns: StoryColumns = { words: null, who: null, day: null, title: null };
  const taken = new Set<number>();
  for (const column of STORY_COLUMNS) {
    const found = HEADINGS[column].map((word) => named.findIndex((cell, at) => cell === word && !taken.has(at))).find((at) => at >= 0);
    if (found === undefined) continue;
    columns[column] = found;
    taken.add(found);
  }
  if (columns.words === null && rows.length > 0) {
    const lengths = heading.map((_, at) => (taken.has(at) ? -1 : rows.slice(0, 50).reduce((sum, row) => sum + (row[at] ?? '').length, 0)));
    const longest = lengths.indexOf(Math.max(...lengths));
    if ((lengths[longest] ?? 0) > 0) columns.words = longest;
  }
  return columns;
}

export type StoryRow = { row: number; story: Story } | { row: number; error: string };

/** Each row below the heading, numbered from 1; rows without words are answered with the reason. */
export function storiesOf(table: readonly (readonly string[])[], columns: StoryColumns, kind: StoryKind): StoryRow[] {
  const [heading = [], ...rows] = table;
  const used = new Set(Object.values(columns).filter((at) => at !== null));
  const facts = heading
    .map((name, at) => ({ name: name.trim(), at }))
    .filter(({ name, at }) => name !== '' && name.length <= LONGEST_FACT && !used.has(at))
    .slice(0, MOST_FACTS);
  return rows.map((cells, index): StoryRow => {
    const cell = (column: StoryColumn): string => {
      const at = columns[column];
      return at === null ? '' : (cells[at] ?? '').trim();
    };
    const row = index + 1;
    const words = cell('words');
    if (words === '') return { row, error: 'There are no words in it.' };
    const who = cell('who');
    if (who.length > LONGEST_FACT)
      return { row, error: `What stands for the person is longer than ${LONGEST_FACT} characters: look whether the columns are right.` };
    const day = cell('day');
    const heldOn = dayOf(day);
    const noted: [string, string][] = facts.map(({ name, at }) => [name, shorten((cells[at] ?? '').trim(), LONGEST_FACT)]);
    // A day that can be read in two ways is not guessed: it stays as it was written.
    if (day !== '' && heldOn === null) noted.push(['Date as written', shorten(day, LONGEST_FACT)]);
    return {
      row,
      story: {
        kind,
        title: shorten(cell('title') || words.replace(/\s+/g, ' '), LONGEST_TITLE),
        heldOn,
        who,
        words,
        facts: Object.fromEntries(noted.filter(([, value]) => value !== '')),
      },
    };
  });
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:$|[, ])/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$|[, ])/;

/** The day of `2026-06-30…`, `30.6.2026`, or of `30/6/2026` and `6/30/2026` where only one reading is a day; else null. */
export function dayOf(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const dotted = DOTTED.exec(text);
  if (dotted) return dayFrom(dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED.exec(text);
  if (!slashed) return null;
  const [dayFirst, monthFirst] = [dayFrom(slashed[3], slashed[2], slashed[1]), dayFrom(slashed[3], slashed[1], slashed[2])];
  return dayFirst === null || monthFirst === null || dayFirst === monthFirst ? (dayFirst ?? monthFirst) : null;
}

function dayFrom(year = '', month = '', day = ''): string | null {
  const [m, d] = [Number(month), Number(day)];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (m < 1 || m > 12 || d < 1 || d > (days[m - 1] ?? 0)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
