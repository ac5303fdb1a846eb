// The surface of the board: one tab stop, one world that is moved by one transform, and in it only what can be seen.
import { useEffect, useId, useSyncExternalStore } from 'react';

import { visibleIn } from '#shared/domain/board/find-on-board';
import type { Point } from '#shared/domain/board/rectangle';

import { useBoardStore } from './board-store.ts';
import { CardView } from './CardView.tsx';
import { ClusterField } from './ClusterField.tsx';
import { ClusterView } from './ClusterView.tsx';
import { useDrawing } from './drawing.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { type BoardSurface, useBoardSurface } from './use-board-surface.ts';
import { type BoardPeople, useBoardLayout, useCardFaces } from './use-board.ts';
import styles from './board.module.css';

const ORIGIN: Point = { x: 0, y: 0 };

export function BoardCanvas({ people }: { people: BoardPeople }) {
  const layout = useBoardLayout(people);
  const surface = useBoardSurface(layout);
  const prefix = useId();
  const { surfaceRef } = surface;
  useEffect(() => {
    // What was clicked to put the first cards here has gone.
    if (document.activeElement === document.body) surfaceRef.current?.focus({ preventScroll: true });
  }, [surfaceRef]);
  const focused = useBoardStore((state) => state.focused);
  const field = useBoardStore((state) => state.field);
  const activeId = focused && (layout.card.has(focused.id) || layout.cluster.has(focused.id)) ? `${prefix}${focused.id}` : undefined;
  const underField = field ? layout.cluster.get(field.themeId) : undefined;
  return (
    <div className={styles.canvas} data-surface="board">
      <div
        ref={surfaceRef}
        className={styles.surface}
        role="listbox"
        aria-label="Affinity map"
        aria-multiselectable="true"
        aria-activedescendant={activeId}
        tabIndex={0}
        data-focus-first=""
        onFocus={surface.onFocus}
      >
        <div ref={surface.dotsRef} className={styles.dots} role="presentation" />
        <World surface={surface} people={people} prefix={prefix} />
        <div ref={surface.marqueeRef} className={styles.marquee} role="presentation" hidden />
      </div>
      <SelectionBar />
      {underField && field ? (
        <ClusterField key={`${field.themeId} ${field.part}`} cluster={underField} part={field.part} view={surface.view} />
      ) : null}
    </div>
  );
}

/** Everything that is drawn of the board at the moment. */
function World({ surface, people, prefix }: { surface: BoardSurface; people: BoardPeople; prefix: string }) {
  const { layout, view } = surface;
  const shown = useSyncExternalStore(view.subscribe, view.getShown);
  const drawing = useDrawing(people, useCardFaces(people), prefix, shown);
  const { focusedId, moving, detail, zoom } = drawing;
  const kept = new Set([...(focusedId === null ? [] : [focusedId]), ...(moving?.cardIds ?? []), ...(moving?.themeIds ?? [])]);
  const visible = visibleIn(layout, shown.part, kept);
  return (
    <div ref={surface.worldRef} className={styles.world} data-detail={detail} style={{ '--unzoom': 1 / zoom } as React.CSSProperties}>
      {visible.clusters.map(({ cluster, cards }) => (
        <ClusterView key={cluster.id} cluster={cluster} cards={cards} drawing={drawing} />
      ))}
      {visible.loose.map((card) => (
        <CardView key={card.id} card={card} origin={ORIGIN} inside={null} drawing={drawing} />
      ))}
    </div>
  );
}
