// What the methods answer about queries and about tables that leave the study.
import type { CountTable } from '#shared/model/count-table';
import type { WithheldReport } from '#shared/model/withheld-report';

/** Tables that the window can have counted. */
export const COUNTED_TABLES = ['tags-together', 'tags-by-segment'] as const;

/** What the window shows of a counted table: the rows and columns with the most people in a cell. */
export interface CountedTable {
  counts: CountTable;
  /** Rows of the whole table. */
  rows: number;
}

/** Rows, and columns, of a counted table that a window is given at most; the exported table has all. */
export const MOST_COUNTED = 40;

/** Files for spreadsheets and note-taking apps: single tables as CSV, all as a workbook, snippets as Markdown notes. */
export const TABLE_FILES = [
  'quotes',
  'codebook',
  'participants',
  'tags-together',
  'tags-by-segment',
  'saturation',
  'xlsx',
  'notes',
] as const;
export type TableFile = (typeof TABLE_FILES)[number];

export interface QueryFound {
  /** In the order of the texts. */
  snippetIds: string[];
  /** Distinct people whose words they hold. */
  people: number;
}

export interface ExportedFile {
  fileName: string;
  mediaType: string;
  base64: string;
  /** Whose words were kept back. */
  withheld: WithheldReport;
}
