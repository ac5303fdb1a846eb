// What queries count as tables for spreadsheets: people first, then snippets, and the saturation curve.
import type { PeopleOptions } from '#shared/domain/evidence/participants-of';
import { coOccurrence, tagsBySegment } from '#shared/domain/query/count-tables';
import { saturation } from '#shared/domain/query/saturation';
import type { Steps } from '#shared/lib/steps';
import type { CountTable } from '#shared/model/count-table';
import type { VaultReader } from '#shared/model/vault-state';

import type { TableRow } from './study-tables.ts';

export const MATRIX_TABLES = ['tags-together', 'tags-by-segment', 'saturation'] as const;
export type MatrixTable = (typeof MATRIX_TABLES)[number];

/** The rows of a table, heading first. */
export function* matrixTable(reader: VaultReader, table: MatrixTable, options: PeopleOptions = {}): Steps<TableRow[]> {
  if (table === 'saturation') return saturationRows(reader);
  return countRows(table === 'tags-together' ? yield* coOccurrence(reader, options) : yield* tagsBySegment(reader, false, options));
}

/** Two columns for each column of the table: distinct people, then snippets. */
function countRows({ rows, columns, cells }: CountTable): TableRow[] {
  const heading = ['Tag', ...columns.map(({ name }) => `${name}: people`), ...columns.map(({ name }) => `${name}: snippets`)];
  return [
    heading,
    ...rows.map(({ name }, index): TableRow => {
      const counts = cells[index] ?? [];
      return [name, ...counts.map(({ people }) => people), ...counts.map(({ snippets }) => snippets)];
    }),
  ];
}

function saturationRows(reader: VaultReader): TableRow[] {
  const { steps } = saturation(reader);
  return [
    ['Interview', 'Source', 'Held on', 'New tags', 'Tags so far'],
    ...steps.map(({ title, heldOn, newTags, allTags }, index): TableRow => [index + 1, title, heldOn ?? '', newTags, allTags]),
  ];
}
