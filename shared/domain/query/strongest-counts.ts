// The rows and columns of a table that matter most: what fits on a screen.
import type { CountTable } from '#shared/model/count-table';

/** Those with the highest counts of people in any cell, in their own order; rows and columns that are empty go. @param most rows, and columns. */
export function strongestCounts({ rows, columns, cells }: CountTable, most: number): CountTable {
  const shownRows = strongest(
    cells.map((row) => row.reduce((highest, { people }) => Math.max(highest, people), 0)),
    most,
  );
  const highest = new Array<number>(columns.length).fill(0);
  for (const row of cells) for (const [place, { people }] of row.entries()) highest[place] = Math.max(highest[place] ?? 0, people);
  const shownColumns = strongest(highest, most);
  return {
    rows: shownRows.flatMap((row) => rows[row] ?? []),
    columns: shownColumns.flatMap((column) => columns[column] ?? []),
    cells: shownRows.map((row) => shownColumns.map((column) => cells[row]?.[column] ?? { people: 0, snippets: 0 })),
  };
}

/** Places of the highest values above nothing, in their own order. */
function strongest(values: readonly number[], most: number): number[] {
  const places = values.flatMap((value, place) => (value > 0 ? [place] : []));
  const best = places.toSorted((left, right) => (values[right] ?? 0) - (values[left] ?? 0)).slice(0, most);
  return best.toSorted((left, right) => left - right);
}
