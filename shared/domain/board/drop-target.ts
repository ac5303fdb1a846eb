// What lies under a point of the board while something is dragged over it.
import type { BoardLayout, PlacedCluster } from './board-layout.ts';
import { indexAt } from './cluster-layout.ts';
import { holds, type Point } from './rectangle.ts';

export type DropTarget =
  /** Into a cluster, before a card of it, or last with null. `index` counts the cards that stay. */
  | { kind: 'cluster'; themeId: string; beforeCardId: string | null; index: number }
  /** On a loose card: the two make a new cluster. */
  | { kind: 'card'; cardId: string }
  | { kind: 'loose' };

/** The target at a point for cards that are on the move; the uppermost cluster counts. */
export function dropTargetAt(layout: BoardLayout, point: Point, moving: ReadonlySet<string>): DropTarget {
  const cluster = layout.clusters.findLast((candidate) => holds(candidate, point));
  if (cluster) return placeIn(cluster, point, moving);
  const card = layout.loose.findLast((candidate) => !moving.has(candidate.id) && holds(candidate, point));
  return card ? { kind: 'card', cardId: card.id } : { kind: 'loose' };
}

function placeIn(cluster: PlacedCluster, point: Point, moving: ReadonlySet<string>): DropTarget {
  const staying = cluster.cards.filter((card) => !moving.has(card.id));
  const index = indexAt(staying, point);
  return { kind: 'cluster', themeId: cluster.id, beforeCardId: staying[index]?.id ?? null, index };
}

/** True when dropping here and there would do the same. */
export function sameTarget(left: DropTarget | null, right: DropTarget | null): boolean {
  if (left === right) return true;
  if (!left || !right || left.kind !== right.kind) return false;
  if (left.kind === 'cluster') return right.kind === 'cluster' && left.themeId === right.themeId && left.index === right.index;
  return left.kind === 'loose' || (right.kind === 'card' && left.cardId === right.cardId);
}
