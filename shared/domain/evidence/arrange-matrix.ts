// The matrix as it is looked at: rows in a chosen order, columns of the departments that are shown.
import type { CellRelation, EvidenceMatrix, MatrixCell, MatrixGroup, MatrixRow } from './matrix.ts';
import type { Assumption } from '#shared/model/records/assumption';

export const SORTS = ['board', 'people', 'differs', 'importance'] as const;
export type MatrixSort = (typeof SORTS)[number];

export const SORT_WORDS: { readonly [S in MatrixSort]: string } = {
  board: 'as on the board',
  people: 'most people first',
  differs: 'where departments differ',
  importance: 'important and contradicted first',
};

export interface ArrangedRow {
  row: MatrixRow;
  /** Cells of the shown columns only, in their order. */
  cells: readonly MatrixCell[];
}

export interface ArrangedMatrix {
  /** Departments that are shown and have assumptions. */
  groups: readonly MatrixGroup[];
  columns: readonly Assumption[];
  rows: readonly ArrangedRow[];
}

/** Arranges the matrix; equal rows keep the order of the board. */
export function arrangeMatrix(matrix: EvidenceMatrix, sort: MatrixSort, hidden: ReadonlySet<string>): ArrangedMatrix {
  const groups = matrix.groups.filter(({ department, assumptions }) => assumptions.length > 0 && !hidden.has(department.id));
  const columns = groups.flatMap((group) => group.assumptions);
  const shown = new Set(columns.map(({ id }) => id));
  const rows = matrix.rows.map((row) => ({ row, cells: row.cells.filter((cell) => shown.has(cell.assumptionId)) }));
  const worth = worthOf(sort, columns);
  const valued = rows.map((arranged) => ({ arranged, worth: worth(arranged) }));
  // Sorting is stable: what is worth the same stays in the order of the board.
  valued.sort((left, right) => right.worth - left.worth);
  return { groups, columns, rows: valued.map(({ arranged }) => arranged) };
}

function worthOf(sort: MatrixSort, columns: readonly Assumption[]): (row: ArrangedRow) => number {
  if (sort === 'people') return ({ row }) => row.people.length;
  if (sort === 'differs') {
    const departmentOf = new Map(columns.map(({ id, departmentId }) => [id, departmentId]));
    return ({ cells }) => diagnosticity(cells, (assumptionId) => departmentOf.get(assumptionId) ?? '');
  }
  if (sort === 'importance') {
    const importanceOf = new Map(columns.map(({ id, importance }) => [id, importance]));
    return ({ cells }) => heaviest(cells, (assumptionId) => importanceOf.get(assumptionId) ?? 1);
  }
  return () => 0;
}

/**
 * How much a theme tells the departments apart: the number of pairs of departments of which it supports one and
 * contradicts the other. Evidence that fits everybody tells nobody apart and comes last (Heuer, Psychology of
 * Intelligence Analysis, 1999, chapter 8: diagnosticity). Mixed cells take no side; ties go to more people against.
 */
export function diagnosticity(cells: readonly MatrixCell[], departmentOf: (assumptionId: string) => string): number {
  const stances = new Map<string, number>();
  let against = 0;
  for (const cell of cells) {
    const department = departmentOf(cell.assumptionId);
    stances.set(department, (stances.get(department) ?? 0) + (STANCES[cell.relation] ?? 0));
    against += cell.people.contradicting;
  }
  const sides = [...stances.values()];
  const pairs = sides.filter((stance) => stance > 0).length * sides.filter((stance) => stance < 0).length;
  return pairs * 1_000_000 + against;
}

const STANCES: { readonly [R in CellRelation]?: number } = { supports: 1, contradicts: -1 };

/** The heaviest assumption that the row contradicts, then that it leaves mixed, then that it speaks to at all. */
function heaviest(cells: readonly MatrixCell[], importanceOf: (assumptionId: string) => number): number {
  return cells.reduce((most, cell) => Math.max(most, importanceOf(cell.assumptionId) * (WEIGHTS[cell.relation] ?? 0)), 0);
}

/** Each step is worth more than the whole scale of importance below it. */
const WEIGHTS: { readonly [R in CellRelation]?: number } = { contradicts: 100, mixed: 10, supports: 1, refines: 1 };
