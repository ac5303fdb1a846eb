// The grid itself: one tab stop, heads that stay in sight, places that tell the inspector what they are.
import { useEffect, useMemo } from 'react';

import { setFlag } from '#renderer/stores/context-store';
import { useViewStore } from '#renderer/stores/view-store';

import type { ArrangedMatrix } from '#shared/domain/evidence/arrange-matrix';
import { placeKey } from './cell-focus.ts';
import { shownPlace } from './grid-moves.ts';
import { useMatrixStore } from './matrix-store.ts';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLine } from './MatrixLine.tsx';
import { followFocus, tellFlags } from './place-focus.ts';
import styles from './matrix.module.css';

export function MatrixGrid({ arranged }: { arranged: ArrangedMatrix }) {
  const inspectorVisible = useViewStore((view) => view.inspectorVisible);
  const kept = useMatrixStore((state) => state.place);
  const place = useMemo(() => shownPlace(arranged, kept), [arranged, kept]);
  const stop = place ? placeKey(place) : '';
  // A judgement changes what Backspace may do while the focus stays where it is.
  useEffect(() => {
    if (place && document.activeElement?.closest('[data-surface="matrix"]')) tellFlags(place);
  }, [arranged, place]);
  useEffect(
    () => () => {
      setFlag('cellFocused', false);
      setFlag('cellJudged', false);
    },
    [],
  );
  return (
    <div className={styles.scroll} data-inspector={inspectorVisible}>
      {/* F6 and the views' keys put the focus on the grid: it passes it on to the cell that has the tab stop. */}
      <table
        className={styles.grid}
        tabIndex={-1}
        role="grid"
        aria-label="Themes against the assumptions of the departments"
        data-surface="matrix"
        onFocus={followFocus}
      >
        <MatrixHead groups={arranged.groups} stop={stop} />
        <tbody role="rowgroup">
          {arranged.rows.map(({ row, cells }) => (
            <MatrixLine
              key={row.theme.id}
              row={row}
              cells={cells}
              columns={arranged.columns}
              stop={stop.startsWith(`${row.theme.id} `) ? stop : ''}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
