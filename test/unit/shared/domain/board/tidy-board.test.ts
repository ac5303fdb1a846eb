// Tidying up: nothing overlaps, nothing is lost, and tidying twice is tidying once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CARD_HEIGHT, CARD_WIDTH, cardHeight } from '#shared/domain/board/card-size';
import { clusterWidth } from '#shared/domain/board/cluster-layout';
import { overlaps, type Rectangle } from '#shared/domain/board/rectangle';
import { type TidyItem, tidyBoard } from '#shared/domain/board/tidy-board';

const coordinate = fc.integer({ min: -5000, max: 5000 });
const clusters = fc
  .array(
    fc.record({ x: coordinate, y: coordinate, columns: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 90, max: 3000 }) }),
    { maxLength: 40 },
  )
  .map((list) => list.map(({ columns, ...place }, index): TidyItem => ({ ...place, id: `theme${index}`, width: clusterWidth(columns) })));
const loose = fc
  .array(fc.record({ x: coordinate, y: coordinate, lines: fc.integer({ min: 1, max: 5 }) }), { maxLength: 60 })
  .map((list) =>
    list.map(({ lines, ...place }, index): TidyItem => ({ ...place, id: `card${index}`, width: CARD_WIDTH, height: cardHeight(lines) })),
  );

function tidied(items: readonly TidyItem[], places: readonly { id: string; x: number; y: number }[]): TidyItem[] {
  return places.map(({ id, x, y }) => {
    const item = items.find((candidate) => candidate.id === id);
    if (!item) throw new Error(`no item ${id}`);
    return { ...item, x, y };
  });
}

function firstOverlap(rectangles: readonly Rectangle[]): [Rectangle, Rectangle] | null {
  for (const [index, one] of rectangles.entries()) {
    const other = rectangles.slice(index + 1).find((candidate) => overlaps(one, candidate));
    if (other) return [one, other];
  }
  return null;
}

describe('tidyBoard', () => {
  it('lets nothing overlap and keeps everything', () => {
    fc.assert(
      fc.property(clusters, loose, (themes, cards) => {
        const places = tidyBoard(themes, cards);
        expect(places.themes.map(({ id }) => id).sort()).toEqual(themes.map(({ id }) => id).sort());
        expect(places.cards.map(({ id }) => id).sort()).toEqual(cards.map(({ id }) => id).sort());
        expect(firstOverlap([...tidied(themes, places.themes), ...tidied(cards, places.cards)])).toBeNull();
      }),
    );
  });

  it('changes nothing more when it is done again', () => {
    fc.assert(
      fc.property(clusters, loose, (themes, cards) => {
        const once = tidyBoard(themes, cards);
        const twice = tidyBoard(tidied(themes, once.themes), tidied(cards, once.cards));
        expect(sorted(twice.themes)).toEqual(sorted(once.themes));
        expect(sorted(twice.cards)).toEqual(sorted(once.cards));
      }),
    );
  });

  it('keeps neighbours side by side in their order', () => {
    const row = ['a', 'b', 'c'].map((id, index) => ({ id, x: index * 900, y: index * 20, width: 476, height: 400 }));
    const below = { id: 'd', x: 30, y: 900, width: 476, height: 200 };
    const places = new Map(tidyBoard([below, ...row], []).themes.map((place) => [place.id, place]));
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => places.get(id));
    expect(a && b && a.x < b.x && a.y === b.y).toBe(true);
    expect(a && d && d.y > a.y && d.x === a.x).toBe(true);
    expect(c).toBeDefined();
  });

  it('puts loose cards under the clusters', () => {
    const cluster = { id: 'theme', x: 100, y: 100, width: 476, height: 300 };
    const card = { id: 'card', x: 120, y: 120, width: CARD_WIDTH, height: CARD_HEIGHT };
    const { cards } = tidyBoard([cluster], [card]);
    expect(cards[0]).toMatchObject({ x: 100, y: 448 });
  });

  it('says nothing about an empty board', () => {
    expect(tidyBoard([], [])).toEqual({ themes: [], cards: [] });
  });
});

function sorted<T extends { id: string }>(places: readonly T[]): T[] {
  return places.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
