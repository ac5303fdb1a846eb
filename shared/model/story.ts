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
  words: string;
  facts: Record<string, string>;
}

/** Use of a column of a table of stories; every other column is a fact under its heading. */
export const STORY_COLUMNS = ['words', 'who', 'day', 'title'] as const;
export type StoryColumn = (typeof STORY_COLUMNS)[number];
/** Numbers of the columns, from 0; null: none. */
export type StoryColumns = Record<StoryColumn, number | null>;
