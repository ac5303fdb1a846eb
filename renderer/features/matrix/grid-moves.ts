// Moving through the grid, heads included: pure steps from place to place.
import type { ArrangedMatrix } from '#shared/domain/evidence/arrange-matrix';
import type { MatrixPlace } from './matrix-store.ts';

export type GridMove = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'first' | 'last';

/** Row and column; -1 stands for the row of column heads and the column of row heads. The corner between them is no place. */
interface Position {
  row: number;
  column: number;
}

/** The place after a move; the same place at an edge. Null when the grid is empty. */
export function movePlace(matrix: ArrangedMatrix, place: MatrixPlace | null, move: GridMove): MatrixPlace | null {
  if (matrix.rows.length === 0 || matrix.columns.length === 0) return null;
  const from = positionOf(matrix, place);
  const last = { row: matrix.rows.length - 1, column: matrix.columns.length - 1 };
  const targets: { readonly [M in GridMove]: Position } = {
    left: { ...from, column: Math.max(from.row < 0 ? 0 : -1, from.column - 1) },
    right: { ...from, column: Math.min(last.column, from.column + 1) },
    up: { ...from, row: Math.max(from.column < 0 ? 0 : -1, from.row - 1) },
    down: { ...from, row: Math.min(last.row, from.row + 1) },
    rowStart: { ...from, column: 0 },
    rowEnd: { ...from, column: last.column },
    first: { row: 0, column: 0 },
    last,
  };
  return placeAt(matrix, targets[move]);
}

/** The place itself as long as it is shown, otherwise the first cell. */
export function shownPlace(matrix: ArrangedMatrix, place: MatrixPlace | null): MatrixPlace | null {
  if (matrix.rows.length === 0 || matrix.columns.length === 0) return null;
  return placeAt(matrix, positionOf(matrix, place));
}

function positionOf({ rows, columns }: ArrangedMatrix, place: MatrixPlace | null): Position {
  if (!place) return { row: 0, column: 0 };
  const row = place.themeId === null ? -1 : rows.findIndex(({ row: { theme } }) => theme.id === place.themeId);
  const column = place.assumptionId === null ? -1 : columns.findIndex(({ id }) => id === place.assumptionId);
  const gone = (place.themeId !== null && row < 0) || (place.assumptionId !== null && column < 0) || (row < 0 && column < 0);
  return gone ? { row: Math.max(row, 0), column: Math.max(column, 0) } : { row, column };
}

function placeAt({ rows, columns }: ArrangedMatrix, { row, column }: Position): MatrixPlace {
  return { themeId: rows[row]?.row.theme.id ?? null, assumptionId: columns[column]?.id ?? null };
}
