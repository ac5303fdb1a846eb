// How a cluster lays out its own cards: rows of so many cards, each row as high as its highest card.
import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, CLUSTER_PADDING, HIGHEST_HEAD } from './card-size.ts';
import type { Point, Rectangle, Size } from './rectangle.ts';

/** Height left for cards while there are none, so that something can be dropped there. */
const EMPTY_ROW = 72;

export interface ClusterLayout extends Size {
  /** Places of the cards, from the cluster's upper left corner, in the order given. */
  cards: Rectangle[];
}

/** Width of a cluster with so many cards side by side. */
export function clusterWidth(columns: number): number {
  return 2 * CLUSTER_PADDING + columns * CARD_WIDTH + (columns - 1) * CARD_GAP;
}

/** Lays out cards of the given heights under a head of the given height. */
export function layoutCluster(cardHeights: readonly number[], columns: number, head: number): ClusterLayout {
  const cards: Rectangle[] = [];
  let y = head;
  for (let start = 0; start < cardHeights.length; start += columns) {
    const row = cardHeights.slice(start, start + columns);
    const height = Math.max(...row);
    for (let column = 0; column < row.length; column += 1) {
      cards.push({ x: CLUSTER_PADDING + column * (CARD_WIDTH + CARD_GAP), y, width: CARD_WIDTH, height });
    }
    y += height + CARD_GAP;
  }
  const end = cardHeights.length === 0 ? head + EMPTY_ROW : y - CARD_GAP;
  return { width: clusterWidth(columns), height: end + CLUSTER_PADDING, cards };
}

/** The most room a cluster can take, whatever its texts: for layouts that do not measure. */
export function mostRoom(cardCount: number, columns: number): Size {
  const rows = Math.ceil(cardCount / columns);
  const cards = rows === 0 ? EMPTY_ROW : rows * (CARD_HEIGHT + CARD_GAP) - CARD_GAP;
  return { width: clusterWidth(columns), height: HIGHEST_HEAD + cards + CLUSTER_PADDING };
}

/** How many cards side by side make a cluster of so many cards about as wide as high. */
export function goodColumns(cardCount: number): number {
  return Math.max(2, Math.min(8, Math.ceil(Math.sqrt(cardCount / 2))));
}

/**
 * Where among the cards of a cluster a point lies, in reading order: the index of the card to stand before,
 * or the number of cards for the end.
 * @param cards rectangles in their order, in the same units as the point.
 */
export function indexAt(cards: readonly Rectangle[], point: Point): number {
  for (const [index, card] of cards.entries()) {
    if (point.y < card.y) return index;
    const inRow = point.y < card.y + card.height + CARD_GAP;
    if (inRow && point.x < card.x + card.width / 2) return index;
  }
  return cards.length;
}
