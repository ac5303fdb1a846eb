// Moving through the grid: every move stays inside, heads are reached, the corner never is, and each step can be taken back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ArrangedMatrix } from '#shared/domain/evidence/arrange-matrix';
import { type GridMove, movePlace, shownPlace } from '#renderer/features/matrix/grid-moves';
import type { MatrixPlace } from '#renderer/features/matrix/matrix-store';

const matrixOf = (rows: number, columns: number): ArrangedMatrix =>
  ({
    groups: [],
    columns: Array.from({ length: columns }, (_, index) => ({ id: `a${index}` })),
    rows: Array.from({ length: rows }, (_, index) => ({ row: { theme: { id: `t${index}` } }, cells: [] })),
  }) as unknown as ArrangedMatrix;

const MOVES: readonly GridMove[] = ['left', 'right', 'up', 'down', 'rowStart', 'rowEnd', 'first', 'last'];
const sizes = fc.integer({ min: 1, max: 30 });
const walks = fc.array(fc.constantFrom(...MOVES), { maxLength: 80 });

function walk(matrix: ArrangedMatrix, moves: readonly GridMove[]): MatrixPlace | null {
  return moves.reduce<MatrixPlace | null>((place, move) => movePlace(matrix, place, move), null);
}

describe('moving through the grid', () => {
  it('never leaves the grid and never stands on the corner', () => {
    fc.assert(
      fc.property(sizes, sizes, walks, (rows, columns, moves) => {
        const matrix = matrixOf(rows, columns);
        const place = walk(matrix, moves);
        if (moves.length === 0) return;
        expect(place).not.toEqual({ themeId: null, assumptionId: null });
        expect(shownPlace(matrix, place)).toEqual(place);
      }),
    );
  });

  it('takes a step in the middle back with the opposite step', () => {
    fc.assert(
      fc.property(
        sizes,
        sizes,
        walks,
        fc.constantFrom<[GridMove, GridMove]>(['left', 'right'], ['up', 'down']),
        (rows, columns, moves, [there, back]) => {
          const matrix = matrixOf(rows, columns);
          const place = walk(matrix, [...moves, 'first']);
          const moved = movePlace(matrix, place, there);
          expect(movePlace(matrix, moved, back)).toEqual(place);
        },
      ),
    );
  });

  it('reaches the heads from the first cell, and goes from head to head', () => {
    const matrix = matrixOf(2, 3);
    const first = { themeId: 't0', assumptionId: 'a0' };
    expect(movePlace(matrix, first, 'up')).toEqual({ themeId: null, assumptionId: 'a0' });
    expect(movePlace(matrix, { themeId: null, assumptionId: 'a0' }, 'left')).toEqual({ themeId: null, assumptionId: 'a0' });
    expect(movePlace(matrix, first, 'left')).toEqual({ themeId: 't0', assumptionId: null });
    expect(movePlace(matrix, first, 'last')).toEqual({ themeId: 't1', assumptionId: 'a2' });
  });

  it('goes to the nearest shown cell when the place is gone', () => {
    const matrix = matrixOf(2, 2);
    expect(shownPlace(matrix, { themeId: 'gone', assumptionId: 'a1' })).toEqual({ themeId: 't0', assumptionId: 'a1' });
    expect(shownPlace(matrixOf(0, 2), { themeId: 't0', assumptionId: 'a1' })).toBeNull();
  });
});
