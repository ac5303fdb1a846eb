// The grid itself: one tab stop, heads that stay in sight, places that tell the inspector what they are.
import { type FocusEvent, useEffect, useMemo } from 'react';

import { setFlag } from '#renderer/stores/context-store';
import { select, useViewStore } from '#renderer/stores/view-store';

import type { ArrangedMatrix } from '#shared/domain/evidence/arrange-matrix';
import { placeKey, placeOfKey } from './cell-focus.ts';
import { shownPlace } from './grid-moves.ts';
import { cellNow } from './judge.ts';
import { type MatrixPlace, useMatrixStore } from './matrix-store.ts';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLine } from './MatrixLine.tsx';
import styles from './matrix.module.css';

/** What has the focus decides what keys may do. */
function tellFlags({ themeId, assumptionId }: MatrixPlace): void {
  setFlag('cellFocused', themeId !== null && assumptionId !== null);
  setFlag('cellJudged', themeId !== null && assumptionId !== null && (cellNow(themeId, assumptionId)?.judged ?? null) !== null);
}

function onFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target === currentTarget) {
    currentTarget.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
    return;
  }
  const key = target.closest<HTMLElement>('[data-place]')?.dataset.place;
  if (key === undefined) return;
  const place = placeOfKey(key);
  const { themeId, assumptionId } = place;
  useMatrixStore.setState({ place });
  tellFlags(place);
  if (themeId && assumptionId) select({ kind: 'cell', themeId, assumptionId });
  else if (themeId) select({ kind: 'theme', id: themeId });
  else if (assumptionId) select({ kind: 'assumption', id: assumptionId });
}

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
        onFocus={onFocus}
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
