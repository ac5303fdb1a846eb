// A cluster: its frame and head, the cards of it that can be seen, and where something held over it would go.
import type { PlacedCard, PlacedCluster } from '#shared/domain/board/board-layout';
import { CARD_GAP, CARD_WIDTH, CLUSTER_PADDING } from '#shared/domain/board/card-size';
import type { DropTarget } from '#shared/domain/board/drop-target';

import type { Detail } from './board-view.ts';
import type { Moving } from './board-store.ts';
import { ClusterHead } from './ClusterHead.tsx';
import type { BoardPeople } from './use-board.ts';
import { clusterName } from './sentences.ts';
import styles from './board.module.css';

const BORDER = 1;

interface ClusterViewProps {
  cluster: PlacedCluster;
  /** Those of its cards that are drawn. */
  cards: readonly PlacedCard[];
  people: BoardPeople;
  detail: Detail;
  domId: string;
  selected: boolean;
  focused: boolean;
  moving: Moving | null;
  renderCard(card: PlacedCard, origin: { x: number; y: number }): React.ReactNode;
}

export function ClusterView({ cluster, cards, people, detail, domId, selected, focused, moving, renderCard }: ClusterViewProps) {
  const target = moving?.target?.kind === 'cluster' && moving.target.themeId === cluster.id ? moving.target : null;
  const lifted = moving?.themeIds.has(cluster.id) || (moving !== null && cards.some((card) => moving.cardIds.has(card.id)));
  const { x, y, width, height } = cluster;
  // What lies in a cluster is placed from inside its border.
  const inner = { x: x + BORDER, y: y + BORDER };
  return (
    <div
      role="group"
      className={styles.cluster}
      style={{ marginLeft: x, marginTop: y, width, height }}
      aria-label={clusterName(cluster.name)}
      data-theme={cluster.id}
      data-detail={detail}
      data-selected={selected || undefined}
      data-focused={focused || undefined}
      data-lifted={lifted || undefined}
      data-over={target !== null || undefined}
    >
      <ClusterHead cluster={cluster} people={people} detail={detail} domId={domId} selected={selected} />
      {cards.map((card) => renderCard(card, inner))}
      {cluster.cards.length === 0 ? <span className={styles.emptyCluster} style={{ top: cluster.head.height }}>Drop cards here</span> : null}
      {target ? <Caret cluster={cluster} target={target} moving={moving} /> : null}
    </div>
  );
}

/** The line that shows between which cards something would go. */
function Caret({ cluster, target, moving }: { cluster: PlacedCluster; target: Extract<DropTarget, { kind: 'cluster' }>; moving: Moving | null }) {
  const staying = cluster.cards.filter((card) => !moving?.cardIds.has(card.id));
  const before = staying[target.index];
  const after = staying[target.index - 1];
  const place = before ?? after;
  if (!place) return null;
  // Before a card at the start of a row, or behind the last one, which may fill its row.
  const left = before ? before.x - CARD_GAP / 2 : place.x + CARD_WIDTH + CARD_GAP / 2;
  const most = cluster.width - CLUSTER_PADDING / 2;
  return <span className={styles.caret} style={{ left: Math.min(most, left - cluster.x) - 2, top: place.y - cluster.y, height: place.height }} />;
}
