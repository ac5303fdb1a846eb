// A story: a source that is written down, or stands in a row of a table, before it becomes a record.
import { SOURCE_KINDS, type SourceKind } from './records/source.ts';

/** Kinds that are written down or come as rows of a table; interviews come as transcripts. */
export type StoryKind = Exclude<SourceKind, 'interview'>;

export const STORY_KINDS = SOURCE_KINDS.filter((kind): kind is StoryKind => kind !== 'interview') as unknown as readonly [
  StoryKind,
  ...StoryKind[],
];

export interface Story {
  kind: StoryKind;
  title: string;
  /** A day as `2026-06-30`; null when it is not known. */
  heldOn: string | null;
  /** Whose words they are: the label of the turns; empty when nobody is named. */
  who: string;
  /** Empty when there are answers instead. */
  words: string;
  /** What was asked, and what was answered in each case, in the order of the questions. */
  answers?: StoryAnswer[] | undefined;
  facts: Record<string, string>;
}

export interface StoryAnswer {
  question: string;
  words: string;
}

/** Most stories that go in as one step. */
export const MOST_STORIES = 20_000;
/** Longest words of one story (UTF-16 units). */
export const LONGEST_WORDS = 1_000_000;

/** What a column of a table of stories is taken for. Several columns of words are answers to their headings; the others are one column each. */
export const STORY_USES = ['words', 'who', 'day', 'title', 'fact', 'unused'] as const;
export type StoryUse = (typeof STORY_USES)[number];
/** A fact is noted under a name: that of the kind's form, or the heading. */
export type StoryColumn = { use: Exclude<StoryUse, 'fact'> } | { use: 'fact'; name: string };
/** As many as the table has columns. */
export type StoryColumns = readonly StoryColumn[];

/** The rows of one sheet, and where each begins: its line in a text file, its number in a workbook. Rows without anything are not among them. */
export interface StorySheet {
  name: string;
  rows: string[][];
  lines: number[];
}
