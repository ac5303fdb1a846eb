// Tidying up: clusters in rows that keep their neighbourhood and never overlap, loose cards in a grid under them.
import { CARD_GAP, CARD_WIDTH } from './card-size.ts';
import type { Point, Rectangle, Size } from './rectangle.ts';

/** Space between clusters, and between clusters and loose cards. */
export const TIDY_GAP = 48;

export interface TidyItem extends Rectangle {
  id: string;
}

export interface TidyPlace extends Point {
  id: string;
}

export interface TidyBoard {
  themes: TidyPlace[];
  cards: TidyPlace[];
}

/**
 * New places for clusters and loose cards, from the upper left corner of what is there. Clusters are read in rows as they lie;
 * a row that grows too long is broken. Tidying twice changes nothing more.
 */
export function tidyBoard(clusters: readonly TidyItem[], loose: readonly TidyItem[]): TidyBoard {
  const everything = [...clusters, ...loose];
  if (everything.length === 0) return { themes: [], cards: [] };
  const origin = {
    x: Math.round(Math.min(...everything.map((item) => item.x))),
    y: Math.round(Math.min(...everything.map((item) => item.y))),
  };
  const width = rowWidth(clusters);
  const { places: themes, bottom, right } = packRows(rowsAsTheyLie(clusters), origin, width);
  const cards = gridOf(
    loose,
    { x: origin.x, y: themes.length > 0 ? bottom + TIDY_GAP : origin.y },
    Math.max(right - origin.x, gridWidth(loose)),
  );
  return { themes, cards };
}

/** A width that makes the whole about three wide to two high, but never narrower than the widest cluster. */
function rowWidth(clusters: readonly Size[]): number {
  const area = clusters.reduce((sum, { width, height }) => sum + (width + TIDY_GAP) * (height + TIDY_GAP), 0);
  return clusters.reduce((most, { width }) => Math.max(most, width), Math.sqrt(area * 1.5));
}

/** Reads rows: whoever begins above the middle of the row's first cluster belongs to the row. */
function rowsAsTheyLie(clusters: readonly TidyItem[]): TidyItem[][] {
  const rows: TidyItem[][] = [];
  for (const cluster of clusters.toSorted((left, right) => left.y - right.y || left.x - right.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && cluster.y < first.y + Math.min(first.height, 240) / 2) row.push(cluster);
    else rows.push([cluster]);
  }
  return rows.map((row) => row.sort((left, right) => left.x - right.x || left.y - right.y));
}

function packRows(rows: readonly TidyItem[][], origin: Point, width: number): { places: TidyPlace[]; bottom: number; right: number } {
  const places: TidyPlace[] = [];
  let { x, y } = origin;
  let right = origin.x;
  let rowHeight = 0;
  const endRow = (): void => {
    if (rowHeight > 0) y += Math.ceil(rowHeight) + TIDY_GAP;
    x = origin.x;
    rowHeight = 0;
  };
  for (const row of rows) {
    endRow();
    for (const cluster of row) {
      if (x > origin.x && x + cluster.width > origin.x + width) endRow();
      places.push({ id: cluster.id, x, y });
      right = Math.max(right, x + cluster.width);
      x += Math.ceil(cluster.width) + TIDY_GAP;
      rowHeight = Math.max(rowHeight, cluster.height);
    }
  }
  return { places, bottom: y + Math.ceil(rowHeight), right };
}

function gridWidth(loose: readonly Size[]): number {
  return Math.ceil(Math.sqrt(loose.length)) * (CARD_WIDTH + CARD_GAP);
}

/** Loose cards in reading order; each row as high as its highest card. */
function gridOf(loose: readonly TidyItem[], origin: Point, width: number): TidyPlace[] {
  const columns = Math.max(1, Math.floor((width + CARD_GAP) / (CARD_WIDTH + CARD_GAP)));
  const sorted = loose.toSorted((left, right) => left.y - right.y || left.x - right.x);
  const places: TidyPlace[] = [];
  let { y } = origin;
  for (let start = 0; start < sorted.length; start += columns) {
    const row = sorted.slice(start, start + columns);
    for (const [column, card] of row.entries()) places.push({ id: card.id, x: origin.x + column * (CARD_WIDTH + CARD_GAP), y });
    y += Math.ceil(Math.max(...row.map((card) => card.height))) + CARD_GAP;
  }
  return places;
}
