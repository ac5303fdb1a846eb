// What of a board lies in a rectangle: for the marquee and for drawing only what can be seen.
import type { BoardLayout, PlacedCard, PlacedCluster } from './board-layout.ts';
import { encloses, overlaps, type Rectangle } from './rectangle.ts';

export interface Found {
  cardIds: string[];
  themeIds: string[];
}

/** What a marquee takes: cards that it touches, clusters that it encloses; cards of an enclosed cluster go with it. */
export function takenByMarquee(layout: BoardLayout, marquee: Rectangle): Found {
  const found: Found = { cardIds: [], themeIds: [] };
  for (const cluster of layout.clusters) {
    if (encloses(marquee, cluster)) found.themeIds.push(cluster.id);
    else if (overlaps(marquee, cluster)) takeTouched(cluster.cards, marquee, found.cardIds);
  }
  takeTouched(layout.loose, marquee, found.cardIds);
  return found;
}

function takeTouched(cards: readonly PlacedCard[], marquee: Rectangle, into: string[]): void {
  for (const card of cards) if (overlaps(marquee, card)) into.push(card.id);
}

export interface VisibleCluster {
  cluster: PlacedCluster;
  cards: readonly PlacedCard[];
}

export interface Visible {
  clusters: VisibleCluster[];
  loose: PlacedCard[];
}

/** What has to be drawn to show a part of the board. `kept` are cards and themes that are drawn wherever they lie. */
export function visibleIn(layout: BoardLayout, part: Rectangle, kept: ReadonlySet<string>): Visible {
  const seen = (card: PlacedCard): boolean => overlaps(part, card) || kept.has(card.id);
  const clusters: VisibleCluster[] = [];
  for (const cluster of layout.clusters) {
    const here = overlaps(part, cluster) || kept.has(cluster.id) || (kept.size > 0 && cluster.cards.some((card) => kept.has(card.id)));
    if (!here) continue;
    const whole = encloses(part, cluster);
    clusters.push({ cluster, cards: whole ? cluster.cards : cluster.cards.filter(seen) });
  }
  return { clusters, loose: layout.loose.filter(seen) };
}
