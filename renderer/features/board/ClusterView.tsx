// A cluster: its frame and head, the cards of it that can be seen, and where something held over it would go.
import { memo } from 'react';

import type { PlacedCard, PlacedCluster } from '#shared/domain/board/board-layout';
import { CARD_GAP, CARD_WIDTH, CLUSTER_PADDING } from '#shared/domain/board/card-size';
import type { DropTarget } from '#shared/domain/board/drop-target';

import type { Moving } from './board-store.ts';
import { CardView } from './CardView.tsx';
import { ClusterHead } from './ClusterHead.tsx';
import type { Drawing } from './drawing.ts';
import { clusterName } from './sentences.ts';
import styles from './board.module.css';

const BORDER = 1;

interface ClusterViewProps {
  cluster: PlacedCluster;
  /** Those of its cards that are drawn. */
  cards: readonly PlacedCard[];
  drawing: Drawing;
}

/** Panning changes which cards are drawn: clusters in which nothing changes are not touched. */
export const ClusterView = memo(
  function ClusterView({ cluster, cards, drawing }: ClusterViewProps) {
    const { moving, detail, themes, focusedId } = drawing;
    const { id, x, y, width, height, name } = cluster;
    const target = moving?.target?.kind === 'cluster' && moving.target.themeId === id ? moving.target : null;
    const lifted = moving?.themeIds.has(id) || (moving !== null && cards.some((card) => moving.cardIds.has(card.id)));
    // What lies in a cluster is placed from inside its border.
    const origin = { x: x + BORDER, y: y + BORDER };
    return (
      <div
        role="group"
        className={styles.cluster}
        style={{ marginLeft: x, marginTop: y, width, height }}
        aria-label={clusterName(name)}
        data-theme={id}
        data-detail={detail}
        data-selected={themes.has(id) || undefined}
        data-focused={focusedId === id || undefined}
        data-lifted={lifted || undefined}
        data-over={target !== null || undefined}
      >
        <ClusterHead cluster={cluster} drawing={drawing} />
        {cards.map((card) => (
          <CardView key={card.id} card={card} origin={origin} inside={name} drawing={drawing} />
        ))}
        {cluster.cards.length === 0 ? (
          <span className={styles.emptyCluster} style={{ top: cluster.head.height }}>
            Drop cards here
          </span>
        ) : null}
        {target ? <Caret cluster={cluster} target={target} moving={moving} /> : null}
      </div>
    );
  },
  (before, after) => before.cluster === after.cluster && before.drawing === after.drawing && sameCards(before.cards, after.cards),
);

function sameCards(one: readonly PlacedCard[], other: readonly PlacedCard[]): boolean {
  return one === other || (one.length === other.length && one.every((card, index) => card === other[index]));
}

/** The line that shows between which cards something would go. */
function Caret({
  cluster,
  target,
  moving,
}: {
  cluster: PlacedCluster;
  target: Extract<DropTarget, { kind: 'cluster' }>;
  moving: Moving | null;
}) {
  const staying = cluster.cards.filter((card) => !moving?.cardIds.has(card.id));
  const before = staying[target.index];
  const after = staying[target.index - 1];
  const place = before ?? after;
  if (!place) return null;
  // Before a card at the start of a row, or behind the last one, which may fill its row.
  const left = before ? before.x - CARD_GAP / 2 : place.x + CARD_WIDTH + CARD_GAP / 2;
  const most = cluster.width - CLUSTER_PADDING / 2;
  return (
    <span
      className={styles.caret}
      style={{ left: Math.min(most, left - cluster.x) - 3, top: place.y - cluster.y - BORDER, height: place.height }}
    />
  );
}
