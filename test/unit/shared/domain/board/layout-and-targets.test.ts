// The layout of a board and what is found on it: targets of a drag, marquee, what can be seen, neighbours, free places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type BoardLayout, layoutBoard } from '#shared/domain/board/board-layout';
import { CARD_GAP, CARD_WIDTH, cardHeight, CLUSTER_PADDING, estimateLines, headHeight } from '#shared/domain/board/card-size';
import { goodColumns, indexAt, layoutCluster, mostRoom } from '#shared/domain/board/cluster-layout';
import { dropTargetAt, sameTarget } from '#shared/domain/board/drop-target';
import { takenByMarquee, visibleIn } from '#shared/domain/board/find-on-board';
import { freePlace } from '#shared/domain/board/free-place';
import { makeRoom } from '#shared/domain/board/make-room';
import { neighbourOf } from '#shared/domain/board/neighbour';
import { boundsOf, centreOf, encloses, grown, overlaps, type Rectangle } from '#shared/domain/board/rectangle';
import { shuffled } from '#shared/domain/board/shuffled';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { buildStudy } from '#test/builders/study-builder';

const WORDS = [
  'Finance does not approve a range.',
  'I had to invent a figure.',
  'We never open them.',
  'If she leaves, we leave.',
  'I text her directly.',
];

/** A board with a cluster of three cards at 0, 0 and two loose cards to its right. */
function smallBoard() {
  const study = buildStudy();
  const person = study.participant({ pseudonym: 'P01' });
  const source = study.source({ speakers: { Ana: { participantId: person } }, turns: WORDS.map((text) => ['Ana', text]) });
  const snippets = WORDS.map((quote) => study.snippet(source, quote));
  const themeId = study.edit('createTheme', { name: 'Price', x: 0, y: 0, columns: 2, snippetIds: snippets.slice(0, 3) }).themeId;
  study.edit('placeSnippets', { snippetIds: snippets.slice(3, 4), target: { x: 900, y: 0 } });
  study.edit('placeSnippets', { snippetIds: snippets.slice(4), target: { x: 900, y: 300 } });
  const measure = { quote: () => 2, title: () => 1, insight: () => 1 };
  const layout = (): BoardLayout => layoutBoard(study.state, FIRST_BOARD_ID, { measure, isWarned: () => false });
  return { study, themeId, layout };
}

describe('layoutBoard', () => {
  it('places the cards of a cluster in rows inside it', () => {
    const { layout } = smallBoard();
    const [cluster] = layout().clusters;
    expect(cluster?.cards).toHaveLength(3);
    for (const card of cluster?.cards ?? []) expect(encloses(cluster as Rectangle, card)).toBe(true);
    const [first, second, third] = cluster?.cards ?? [];
    expect(first && second && first.y === second.y && second.x === first.x + CARD_WIDTH + CARD_GAP).toBe(true);
    expect(third && first && third.x === first.x && third.y > first.y).toBe(true);
    expect(cluster?.cards.map((card) => `${card.index + 1} of ${card.of}`)).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('lists loose cards in reading order', () => {
    const { layout } = smallBoard();
    expect(layout().loose.map((card) => card.y)).toEqual([0, 300]);
  });

  it('never gives a cluster more room than the most it can take', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (lines, columns, warned) => {
          const head = headHeight({ titleLines: 2, insightLines: 3, warned });
          const { width, height } = layoutCluster(lines.map(cardHeight), columns, head);
          const most = mostRoom(lines.length, columns);
          expect(width).toBe(most.width);
          expect(height).toBeLessThanOrEqual(most.height);
        },
      ),
    );
  });

  it('chooses more columns for more cards', () => {
    expect([0, 2, 8, 9, 23, 200].map(goodColumns)).toEqual([2, 2, 2, 3, 4, 8]);
  });

  it('estimates lines by the width of letters', () => {
    expect(estimateLines('', 190)).toBe(1);
    expect(estimateLines('x'.repeat(60), 190)).toBe(3);
    expect(estimateLines('one\ntwo', 190)).toBe(2);
  });
});

describe('dropTargetAt', () => {
  it('finds the cluster and the place in it', () => {
    const { layout, themeId } = smallBoard();
    const board = layout();
    const second = board.clusters[0]?.cards[1];
    if (!second) throw new Error('no second card');
    const left = { x: second.x + 5, y: second.y + 5 };
    expect(dropTargetAt(board, left, new Set())).toEqual({ kind: 'cluster', themeId, beforeCardId: second.id, index: 1 });
    const right = { x: second.x + second.width - 5, y: second.y + 5 };
    expect(dropTargetAt(board, right, new Set())).toMatchObject({ kind: 'cluster', index: 2 });
  });

  it('does not count cards that are on the move', () => {
    const { layout } = smallBoard();
    const board = layout();
    const [first, second] = board.clusters[0]?.cards ?? [];
    if (!first || !second) throw new Error('no cards');
    const target = dropTargetAt(board, { x: second.x + second.width - 5, y: second.y + 5 }, new Set([first.id]));
    expect(target).toMatchObject({ kind: 'cluster', index: 1 });
  });

  it('finds a loose card, but never one that is on the move', () => {
    const { layout } = smallBoard();
    const board = layout();
    const [card] = board.loose;
    if (!card) throw new Error('no loose card');
    expect(dropTargetAt(board, centreOf(card), new Set())).toEqual({ kind: 'card', cardId: card.id });
    expect(dropTargetAt(board, centreOf(card), new Set([card.id]))).toEqual({ kind: 'loose' });
    expect(sameTarget({ kind: 'loose' }, { kind: 'loose' })).toBe(true);
    expect(sameTarget({ kind: 'card', cardId: 'a' }, { kind: 'card', cardId: 'b' })).toBe(false);
  });

  it('gives an index for every point', () => {
    const rows = layoutCluster([60, 80, 70, 60, 60], 2, 50).cards;
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 600 }), fc.integer({ min: -50, max: 500 }), (x, y) => {
        const index = indexAt(rows, { x, y });
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(rows.length);
      }),
    );
    expect(indexAt(rows, { x: 0, y: 0 })).toBe(0);
    expect(indexAt(rows, { x: 600, y: 500 })).toBe(5);
  });
});

describe('takenByMarquee', () => {
  it('takes cards it touches and clusters it encloses', () => {
    const { layout, themeId } = smallBoard();
    const board = layout();
    const cluster = board.clusters[0] as Rectangle;
    const touching = takenByMarquee(board, { x: CLUSTER_PADDING + 10, y: 0, width: 20, height: 120 });
    expect(touching.themeIds).toEqual([]);
    expect(touching.cardIds).toHaveLength(1);
    const around = takenByMarquee(board, { x: -10, y: -10, width: cluster.width + 20, height: cluster.height + 20 });
    expect(around).toEqual({ themeIds: [themeId], cardIds: [] });
  });
});

describe('visibleIn', () => {
  it('shows exactly what overlaps the part, and what is kept', () => {
    const { layout } = smallBoard();
    const board = layout();
    const part = { x: 880, y: -20, width: 100, height: 100 };
    expect(visibleIn(board, part, new Set()).loose).toHaveLength(1);
    expect(visibleIn(board, part, new Set()).clusters).toHaveLength(0);
    const kept = board.clusters[0]?.cards[2]?.id ?? '';
    expect(visibleIn(board, part, new Set([kept])).clusters[0]?.cards.map((card) => card.id)).toEqual([kept]);
  });
});

describe('neighbourOf', () => {
  const at = (id: string, x: number, y: number) => ({ id, x, y, width: 10, height: 10 });
  const from = at('from', 0, 0);

  it('prefers what lies straight ahead', () => {
    const items = [at('aside', 30, 30), at('ahead', 45, 0), at('behind', -5, 0)];
    expect(neighbourOf(items, from, 'right')?.id).toBe('ahead');
    expect(neighbourOf(items, from, 'left')?.id).toBe('behind');
    expect(neighbourOf(items, from, 'up')).toBeNull();
  });

  it('only ever goes into the half-plane of the direction', () => {
    const place = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), (places) => {
        const items = places.map(([x, y], index) => at(String(index), x, y));
        const up = neighbourOf(items, from, 'up');
        expect(up === null || centreOf(up).y < centreOf(from).y).toBe(true);
        expect(up === null).toBe(items.every((item) => centreOf(item).y >= centreOf(from).y));
      }),
    );
  });
});

describe('freePlace', () => {
  it('overlaps nothing, and stays where it was wanted when there is room', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 900 }),
      width: fc.integer({ min: 20, max: 400 }),
      height: fc.integer({ min: 20, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(rectangle, { maxLength: 15 }), (taken) => {
        const size = { width: 220, height: 120 };
        const place = { ...freePlace(taken, size, { x: 100, y: 100 }), ...size };
        expect(taken.filter((other) => overlaps(other, place))).toEqual([]);
      }),
    );
    expect(freePlace([], { width: 10, height: 10 }, { x: 3, y: 4 })).toEqual({ x: 3, y: 4 });
  });
});

describe('makeRoom', () => {
  it('moves what would be covered to the nearest free place, and nothing else', () => {
    const before = { x: 0, y: 0, width: 400, height: 200 };
    const below = { id: 'below', x: 0, y: 230, width: 400, height: 100 };
    const further = { id: 'further', x: 50, y: 340, width: 100, height: 100 };
    const aside = { id: 'aside', x: 500, y: 230, width: 100, height: 100 };
    const places = makeRoom([below, further, aside], before, { ...before, height: 300 });
    expect(places).toEqual([{ id: 'below', x: 0, y: 464 }]);
  });

  it('leaves alone what overlapped before', () => {
    const before = { x: 0, y: 0, width: 400, height: 200 };
    expect(makeRoom([{ id: 'on', x: 10, y: 100, width: 50, height: 50 }], before, { ...before, height: 300 })).toEqual([]);
  });

  it('comes to an end, and nothing newly overlaps what grew', () => {
    const item = fc.record({
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 800 }),
      width: fc.integer({ min: 20, max: 300 }),
      height: fc.integer({ min: 20, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 25 }), (list) => {
        const others = list.map((rectangle, index) => ({ ...rectangle, id: String(index) }));
        const before = { x: 200, y: 200, width: 300, height: 150 };
        const after = { ...before, height: 400 };
        const places = new Map(makeRoom(others, before, after).map((place) => [place.id, place]));
        for (const other of others) {
          if (!overlaps(grown(after, 16), other)) expect(places.has(other.id)).toBe(false);
          if (other.y < after.y || overlaps(before, other)) continue;
          expect(overlaps(after, { ...other, ...places.get(other.id) })).toBe(false);
        }
      }),
    );
  });
});

describe('shuffled', () => {
  it('repeats itself, keeps everything, and moves nobody when one leaves', () => {
    const items = Array.from({ length: 200 }, (_, index) => ({ id: `s${index}` }));
    const once = shuffled(items, 7);
    expect(shuffled(items.toReversed(), 7)).toEqual(once);
    expect(shuffled(items, 8)).not.toEqual(once);
    expect(once).not.toEqual(items);
    const fewer = items.filter((item) => item.id !== 's17');
    expect(shuffled(fewer, 7)).toEqual(once.filter((item) => item.id !== 's17'));
  });
});

describe('boundsOf', () => {
  it('is null for nothing', () => {
    expect(boundsOf([])).toBeNull();
  });
});
