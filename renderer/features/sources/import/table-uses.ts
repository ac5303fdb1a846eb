// What the columns of a table may be taken for, and what a choice does to the mapping.
import type { TableColumns, TableRowKind } from '#shared/model/table';

export type ColumnUse = 'unused' | 'speaker' | 'text' | 'start' | 'end' | 'name' | 'question';

export const USE_NAMES: { readonly [U in ColumnUse]: string } = {
  unused: 'Not used',
  speaker: 'Speaker',
  text: 'Text',
  start: 'Start time',
  end: 'End time',
  name: 'Respondent’s name',
  question: 'Question',
};

export const ROW_NAMES: { readonly [K in TableRowKind]: string } = {
  turns: 'One turn of a talk',
  respondents: 'One respondent’s answers',
};

const USES: { readonly [K in TableRowKind]: readonly ColumnUse[] } = {
  turns: ['unused', 'speaker', 'text', 'start', 'end'],
  respondents: ['unused', 'name', 'question'],
};

export function usesFor(columns: TableColumns): readonly ColumnUse[] {
  return USES[columns.rows];
}

export function columnUse(columns: TableColumns, index: number): ColumnUse {
  if (columns.rows === 'respondents') return columns.name === index ? 'name' : columns.questions.includes(index) ? 'question' : 'unused';
  return (['speaker', 'text', 'start', 'end'] as const).find((use) => columns[use] === index) ?? 'unused';
}

/** Whether a column can be taken for something: a talk always needs a column of text, so that of now can only be given to another. */
export function mayUse(columns: TableColumns, index: number, use: ColumnUse): boolean {
  return columns.rows !== 'turns' || columns.text !== index || use === 'text';
}

/** The columns after a choice; what only one column can be is taken from the one that was it. */
export function withUse(columns: TableColumns, index: number, use: ColumnUse): TableColumns {
  if (columns.rows === 'respondents') {
    const others = columns.questions.filter((question) => question !== index);
    const name = use === 'name' ? index : columns.name === index ? null : columns.name;
    return { ...columns, name, questions: use === 'question' ? [...others, index].toSorted((left, right) => left - right) : others };
  }
  const without = (other: number | null): number | null => (other === index ? null : other);
  const cleared = { ...columns, speaker: without(columns.speaker), start: without(columns.start), end: without(columns.end) };
  return use === 'unused' || use === 'name' || use === 'question' ? cleared : { ...cleared, [use]: index };
}
