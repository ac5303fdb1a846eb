// What has to give way when cards come into a cluster, or when a new cluster is put somewhere.
import type { BoardLayout, PlacedCluster } from './board-layout.ts';
import { headHeight } from './card-size.ts';
import { layoutCluster } from './cluster-layout.ts';
import { makeRoom } from './make-room.ts';
import type { Point, Rectangle } from './rectangle.ts';
import type { TidyBoard, TidyItem } from './tidy-board.ts';

export interface Arrival {
  /** Own heights of the cards that come. */
  heights: readonly number[];
  /** Cards of the board that are on the move: they leave where they are. */
  moving: ReadonlySet<string>;
  /** Before which of the cards that stay they are put. */
  index: number;
}

/** New places of what a cluster would cover when these cards have come. */
export function roomForArrival(layout: BoardLayout, cluster: PlacedCluster, arrival: Arrival): TidyBoard {
  const staying = cluster.cards.filter((card) => !arrival.moving.has(card.id)).map((card) => card.ownHeight);
  const heights = staying.toSpliced(arrival.index, 0, ...arrival.heights);
  const { height } = layoutCluster(heights, cluster.columns, cluster.head.height);
  return roomFor(layout, cluster, { ...cluster, height }, arrival.moving, cluster.id);
}

/** New places of what a new cluster of these cards would cover. */
export function roomForCluster(layout: BoardLayout, at: Point, columns: number, arrival: Omit<Arrival, 'index'>): TidyBoard {
  const head = headHeight({ titleLines: 1, insightLines: 0, warned: false });
  const { width, height } = layoutCluster(arrival.heights, columns, head);
  return roomFor(layout, null, { ...at, width, height }, arrival.moving, null);
}

function roomFor(
  layout: BoardLayout,
  before: Rectangle | null,
  after: Rectangle,
  moving: ReadonlySet<string>,
  themeId: string | null,
): TidyBoard {
  const others: TidyItem[] = [
    ...layout.clusters.filter((cluster) => cluster.id !== themeId),
    ...layout.loose.filter((card) => !moving.has(card.id)),
  ];
  const places = makeRoom(others, before, after);
  return { themes: places.filter(({ id }) => layout.cluster.has(id)), cards: places.filter(({ id }) => !layout.cluster.has(id)) };
}
