// Where everything on a board lies: clusters with their cards, and loose cards, from the records and a measure for text.
import type { Card } from '#shared/model/records/card';
import type { Theme } from '#shared/model/records/theme';
import type { VaultReader } from '#shared/model/vault-state';

import { CARD_TEXT_WIDTH, CARD_WIDTH, cardHeight, CLUSTER_PADDING, type CountLines, type HeadParts, headHeight } from './card-size.ts';
import { clusterWidth, layoutCluster } from './cluster-layout.ts';
import { boundsOf, type Rectangle } from './rectangle.ts';

export interface PlacedCard extends Rectangle {
  id: string;
  snippetId: string;
  themeId: string | null;
  /** As its text wants it; in a cluster it is drawn as high as the highest of its row. */
  ownHeight: number;
  /** Place among the cards of its cluster, or among the loose ones in reading order; from 0. */
  index: number;
  /** How many there are beside it, itself included. */
  of: number;
}

export interface PlacedCluster extends Rectangle {
  id: string;
  name: string;
  insight: string;
  parentId: string | null;
  columns: number;
  head: HeadParts & { height: number };
  cards: readonly PlacedCard[];
}

export interface BoardLayout {
  /** In the order they were made; a later one lies above an earlier one. */
  clusters: readonly PlacedCluster[];
  /** In reading order. */
  loose: readonly PlacedCard[];
  cluster: ReadonlyMap<string, PlacedCluster>;
  card: ReadonlyMap<string, PlacedCard>;
  /** Around everything; null for an empty board. */
  bounds: Rectangle | null;
}

export interface TextMeasure {
  quote: CountLines;
  title: CountLines;
  insight: CountLines;
}

export interface LayoutOptions {
  measure: TextMeasure;
  /** Whether a cluster's head warns that one person carries it. */
  isWarned(themeId: string): boolean;
}

/** Lays out one board. */
export function layoutBoard(reader: VaultReader, boardId: string, options: LayoutOptions): BoardLayout {
  const byTheme = new Map<string | null, Card[]>();
  for (const card of reader.referring('boards', boardId, 'cards')) {
    const list = byTheme.get(card.themeId);
    if (list) list.push(card);
    else byTheme.set(card.themeId, [card]);
  }
  const themes = reader.referring('boards', boardId, 'themes').sort(inOrder);
  const heightOf = (card: Card): number => {
    const snippet = reader.get('snippets', card.snippetId);
    return cardHeight(options.measure.quote(snippet?.quote ?? '', CARD_TEXT_WIDTH));
  };
  const clusters = themes.map((theme) => placeCluster(theme, (byTheme.get(theme.id) ?? []).sort(inOrder), heightOf, options));
  const loose = placeLoose(byTheme.get(null) ?? [], heightOf);
  const cards = [...clusters.flatMap((cluster) => cluster.cards), ...loose];
  return {
    clusters,
    loose,
    cluster: new Map(clusters.map((cluster) => [cluster.id, cluster])),
    card: new Map(cards.map((card) => [card.id, card])),
    bounds: boundsOf([...clusters, ...loose]),
  };
}

/** Order among siblings, by id when equal: the same on every machine. */
function inOrder(left: Card | Theme, right: Card | Theme): number {
  return left.order - right.order || (left.id < right.id ? -1 : 1);
}

function placeCluster(theme: Theme, cards: readonly Card[], heightOf: (card: Card) => number, options: LayoutOptions): PlacedCluster {
  const inner = clusterWidth(theme.columns) - 2 * CLUSTER_PADDING;
  const { measure } = options;
  const parts: HeadParts = {
    titleLines: measure.title(theme.name, inner),
    insightLines: theme.insight.trim() === '' ? 0 : measure.insight(theme.insight, inner),
    warned: options.isWarned(theme.id),
  };
  const head = { ...parts, height: headHeight(parts) };
  const heights = cards.map(heightOf);
  const layout = layoutCluster(heights, theme.columns, head.height);
  const { id, name, insight, parentId, columns, x, y } = theme;
  const placed = cards.map((card, index) => {
    const place = layout.cards[index] ?? { x: 0, y: 0, width: CARD_WIDTH, height: 0 };
    const where = { width: place.width, height: place.height, x: x + place.x, y: y + place.y };
    return { ...where, id: card.id, snippetId: card.snippetId, themeId: id, ownHeight: heights[index] ?? 0, index, of: cards.length };
  });
  return { id, name, insight, parentId, columns, head, x, y, width: layout.width, height: layout.height, cards: placed };
}

function placeLoose(cards: readonly Card[], heightOf: (card: Card) => number): PlacedCard[] {
  const sorted = cards.toSorted((left, right) => left.y - right.y || left.x - right.x || (left.id < right.id ? -1 : 1));
  return sorted.map((card, index) => {
    const height = heightOf(card);
    const { id, snippetId, x, y } = card;
    return { id, snippetId, themeId: null, x, y, width: CARD_WIDTH, height, ownHeight: height, index, of: cards.length };
  });
}
