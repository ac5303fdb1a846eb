// How the matrix is looked at: order of rows, hidden departments, the place of the focus, the reason that is asked for. No records.
import { create } from 'zustand';

import type { MatrixSort } from '#shared/domain/evidence/arrange-matrix';

/** A place in the grid by ids: null for the row of column heads, and for the column of row heads. */
export interface MatrixPlace {
  themeId: string | null;
  assumptionId: string | null;
}

export const MATRIX_LOOKS = ['grid', 'quadrants', 'list'] as const;
export type MatrixLook = (typeof MATRIX_LOOKS)[number];

interface MatrixView {
  look: MatrixLook;
  sort: MatrixSort;
  /** Ids of departments whose columns are not shown. */
  hidden: ReadonlySet<string>;
  /** Where the focus is, or was last: the one tab stop of the grid. */
  place: MatrixPlace | null;
  /** The cell that was just judged and whose reason is asked for. */
  askingReason: MatrixPlace | null;
}

export const useMatrixStore = create<MatrixView>()(() => ({
  look: 'grid',
  sort: 'board',
  hidden: new Set(),
  place: null,
  askingReason: null,
}));

export function setLook(look: MatrixLook): void {
  useMatrixStore.setState({ look });
}

export function setSort(sort: MatrixSort): void {
  useMatrixStore.setState({ sort });
}

export function setHidden(hidden: Iterable<string>): void {
  useMatrixStore.setState({ hidden: new Set(hidden) });
}

export function samePlace(left: MatrixPlace | null, right: MatrixPlace | null): boolean {
  return left?.themeId === right?.themeId && left?.assumptionId === right?.assumptionId;
}
