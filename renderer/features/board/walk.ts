// Walking the board by keys: the focus goes to the nearest neighbour, into clusters and out of them.
import type { BoardLayout, PlacedCard, PlacedCluster } from '#shared/domain/board/board-layout';
import { centreOf, type Rectangle } from '#shared/domain/board/rectangle';
import { type Direction, inReadingOrder, neighbourOf } from '#shared/domain/board/neighbour';
import { useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { type BoardController, boardController } from './board-controller.ts';
import { actingOnBoard, type BoardItem, boardState, focusOnBoard, selectOnBoard, toggleOnBoard } from './board-store.ts';
import { clusterName } from './sentences.ts';

/** Steps of something that is moved by arrow keys (board units). */
const STEP = 24;
const LONG_STEP = 120;

const STEPS: Readonly<Record<Direction, { x: number; y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

type Placed = PlacedCard | PlacedCluster;

const itemOf = (placed: Placed): BoardItem => ({ kind: 'snippetId' in placed ? 'card' : 'theme', id: placed.id });

/** The cluster that is entered, as far as it is still there. */
function entered(layout: BoardLayout): PlacedCluster | null {
  return layout.cluster.get(boardState().entered ?? '') ?? null;
}

/** What the arrow keys walk over right now, in reading order. */
function itemsHere(layout: BoardLayout): readonly Placed[] {
  const cluster = entered(layout);
  return cluster ? cluster.cards : inReadingOrder<Placed>([...layout.clusters, ...layout.loose]);
}

/** Where the focus is; null when it is nowhere, or on something that is gone or lies elsewhere by now. */
function focusedPlace(layout: BoardLayout): Placed | null {
  const { focused } = boardState();
  if (!focused) return null;
  if (focused.kind === 'theme') return layout.cluster.get(focused.id) ?? null;
  return layout.card.get(focused.id) ?? null;
}

/** Puts the focus on an item and shows it. A single thing that was selected by a click or a drop is left behind. */
export function goTo(controller: BoardController, placed: Placed, within: string | null = boardState().entered): void {
  controller.surface.dataset.keys = 'true';
  const { cards, themes, picked } = boardState();
  if (!picked && cards.size + themes.size === 1) selectOnBoard([]);
  focusOnBoard(itemOf(placed), within);
  controller.view.reveal(placed);
}

/** One step; with `extend` what is walked over is selected. While something is moved by keys, the step moves it. */
export function walk(direction: Direction, extend = false): void {
  const controller = boardController();
  if (!controller) return;
  const { layout } = controller.ground();
  if (controller.moving.active) return moveBy(controller, direction, extend ? LONG_STEP : STEP);
  const items = itemsHere(layout);
  const from = focusedPlace(layout);
  const next = from ? neighbourOf(items, from, direction) : (items[0] ?? null);
  if (!next) return;
  if (extend) {
    const { cards, themes } = boardState();
    const both = [from, next].flatMap((placed) => (placed ? [itemOf(placed)] : []));
    const ids = (kind: BoardItem['kind']): string[] => both.filter((item) => item.kind === kind).map((item) => item.id);
    selectOnBoard([...cards, ...ids('card')], [...themes, ...ids('theme')], true);
  }
  goTo(controller, next);
}

/** The first or last item where the focus is. */
export function walkToEnd(end: 'first' | 'last'): void {
  const controller = boardController();
  if (!controller) return;
  const next = itemsHere(controller.ground().layout).at(end === 'first' ? 0 : -1);
  if (next) goTo(controller, next);
}

/** Into a cluster; on a card: its details, in the inspector. What is moved by keys is dropped. */
export function enter(): void {
  const controller = boardController();
  if (!controller) return;
  if (controller.moving.active) return void controller.moving.drop();
  const { layout } = controller.ground();
  const here = focusedPlace(layout);
  if (!here) return walkToEnd('first');
  if ('snippetId' in here) return showDetails(here);
  const [first] = here.cards;
  if (first) goTo(controller, first, here.id);
  else announce(`${clusterName(here.name)} is empty.`);
}

function showDetails(card: PlacedCard): void {
  selectOnBoard([card.id]);
  useViewStore.setState({ inspectorVisible: true });
  announce('Its details are in the inspector. F6 goes there.');
}

/** Esc, in layers: what is under way, the cluster, the selection. */
export function leave(): void {
  const controller = boardController();
  if (!controller || controller.gestures.cancel()) return;
  const { layout } = controller.ground();
  const cluster = entered(layout);
  if (cluster) return goTo(controller, cluster, null);
  selectOnBoard([]);
}

/** Space: a tap selects, holding it makes a drag pan. */
export function tapOrHold(): void {
  const controller = boardController();
  controller?.gestures.holdSpace(() => {
    const { focused } = boardState();
    if (focused && !controller.moving.active) toggleOnBoard(focused, true);
  });
}

/** All cards of the entered cluster, otherwise all cards on the board. */
export function selectAll(): void {
  const controller = boardController();
  if (!controller) return;
  const { layout } = controller.ground();
  const cluster = entered(layout);
  const cards = cluster ? cluster.cards : [...layout.card.values()];
  selectOnBoard(
    cards.map((card) => card.id),
    [],
    true,
  );
  announce(`${cards.length} selected.`);
}

/** Picks up what is selected or focused; arrow keys move it, Enter drops it, Esc puts it back. */
export function pickUp(): void {
  const controller = boardController();
  if (!controller || controller.moving.active) return;
  const { layout } = controller.ground();
  const { cardIds, themeIds } = actingOnBoard();
  const [first] = [...themeIds.map((id) => layout.cluster.get(id)), ...cardIds.map((id) => layout.card.get(id))];
  if (!first) return;
  const loose = themeIds.length > 0 ? cardIds.filter((id) => layout.card.get(id)?.themeId === null) : cardIds;
  controller.moving.begin({ cardIds: loose, themeIds }, centreOf(first));
  announce('Picked up. Arrow keys move, with Shift further; Enter drops, Escape puts it back.');
}

function moveBy({ moving, view }: BoardController, direction: Direction, step: number): void {
  const { x, y } = STEPS[direction];
  moving.moveTo({ x: moving.at.x + x * step, y: moving.at.y + y * step });
  const around: Rectangle = { x: moving.at.x - 120, y: moving.at.y - 80, width: 240, height: 160 };
  view.reveal(around);
}

/**
 * To be asked before cards are moved by choice: gives what to do afterwards, so that sorting goes on with the next card.
 * The focus goes to the next one beside where they were, otherwise to their cluster; nothing stays selected.
 */
export function stepOn(cardIds: readonly string[]): () => void {
  const controller = boardController();
  if (!controller) return () => undefined;
  const { layout } = controller.ground();
  const first = cardIds.map((id) => layout.card.get(id)).find((card) => card !== undefined);
  const themeId = first?.themeId ?? null;
  const beside = themeId === null ? layout.loose : (layout.cluster.get(themeId)?.cards ?? []);
  const gone = new Set(cardIds);
  const at = Math.max(
    0,
    beside.findIndex((card) => gone.has(card.id)),
  );
  const next = beside.slice(at).find((card) => !gone.has(card.id)) ?? beside.slice(0, at).findLast((card) => !gone.has(card.id));
  return () => {
    selectOnBoard([]);
    const after = controller.ground().layout;
    const placed = (next ? after.card.get(next.id) : undefined) ?? after.cluster.get(themeId ?? '') ?? after.loose[0] ?? after.clusters[0];
    if (placed) goTo(controller, placed, 'snippetId' in placed ? placed.themeId : null);
    else focusOnBoard(null, null);
  };
}

/** Shows items and puts the focus on the first of them. */
export function showOnBoard(controller: BoardController, cardIds: readonly string[], themeIds: readonly string[]): void {
  const { layout } = controller.ground();
  const placed: Placed[] = [
    ...themeIds.flatMap((id) => layout.cluster.get(id) ?? []),
    ...cardIds.flatMap((id) => layout.card.get(id) ?? []),
  ];
  const [first] = placed;
  if (!first) return;
  controller.view.revealAll(placed);
  focusOnBoard(itemOf(first), 'snippetId' in first ? first.themeId : null);
  selectOnBoard(cardIds, themeIds);
}
