// Tables as sources: what a column is taken for, and what the import shows of a table.
import { z } from 'zod';

const column = z.int().min(0).max(10_000);

/** One row a turn. Columns are numbered from 0; null where there is none. */
export const turnColumns = z.strictObject({
  rows: z.literal('turns'),
  speaker: column.nullable(),
  text: column,
  start: column.nullable(),
  end: column.nullable(),
});

/** One row a respondent: each question column becomes a question and its answer. */
export const respondentColumns = z.strictObject({
  rows: z.literal('respondents'),
  name: column.nullable(),
  questions: z.array(column).max(500),
});

/** What a person decided about a table; what is left out is guessed. */
export const tableChoice = z.strictObject({
  sheet: z.int().min(0).max(1000).optional(),
  /** The first row holds headings. */
  heading: z.boolean().optional(),
  rows: z.enum(['turns', 'respondents']).optional(),
  columns: z.union([turnColumns, respondentColumns]).optional(),
});

export type TurnColumns = z.infer<typeof turnColumns>;
export type RespondentColumns = z.infer<typeof respondentColumns>;
export type TableColumns = TurnColumns | RespondentColumns;
export type TableRowKind = TableColumns['rows'];
export type TableChoice = z.infer<typeof tableChoice>;

/** How a table was read. */
export interface TableMapping {
  sheet: number;
  heading: boolean;
  columns: TableColumns;
}

export interface TableColumn {
  /** Its heading, or “Column 3”. */
  name: string;
  /** Rows with something in it. */
  filled: number;
  /** The first values, shortened. */
  examples: string[];
}

/** A table as the mapping screen shows it. */
export interface TableShape {
  /** Names of the sheets; one for a text file. */
  sheets: string[];
  columns: TableColumn[];
  /** Rows below the headings. */
  rows: number;
  mapping: TableMapping;
  /** A workbook, which cannot be read as text. */
  workbook: boolean;
}
