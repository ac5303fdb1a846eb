// What a drop means: the one edit for each kind of target, and what is said and selected afterwards.
import type { BoardLayout } from '#shared/domain/board/board-layout';
import { CLUSTER_PADDING, headHeight } from '#shared/domain/board/card-size';
import { roomForArrival, roomForCluster } from '#shared/domain/board/cluster-growth';
import type { DropTarget } from '#shared/domain/board/drop-target';
import type { Point } from '#shared/domain/board/rectangle';
import { countNoun } from '#shared/lib/text';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { focusOnBoard, selectOnBoard, useBoardStore } from './board-store.ts';
import { cardsInWords, movedSentence, nameOfTheme } from './sentences.ts';

/** Columns of a cluster that is made by hand. */
const COLUMNS = 2;

/** The board as it lies right now, and how high a snippet's card would be. */
export interface Ground {
  layout: BoardLayout;
  heightOf(snippetId: string): number;
}

function heightsOfCards(layout: BoardLayout, cardIds: readonly string[]): number[] {
  return cardIds.map((id) => layout.card.get(id)?.ownHeight ?? 0);
}

/** Drops cards that were on the board already. */
export async function dropCards(
  ground: Ground,
  cardIds: readonly string[],
  target: DropTarget | null,
  by: Point,
  also: boolean,
): Promise<void> {
  const { layout } = ground;
  const here = cardIds.filter((id) => projection.state.get('cards', id));
  if (here.length === 0) return;
  if (target?.kind === 'cluster') return also ? alsoInto(layout, here, target) : intoCluster(layout, here, target);
  if (target?.kind === 'card') return ontoCard(ground, target.cardId, { cardIds: here, snippetIds: [] });
  if (by.x === 0 && by.y === 0) return;
  const places = here.map((id) => {
    const card = layout.card.get(id);
    return { x: Math.round((card?.x ?? 0) + by.x), y: Math.round((card?.y ?? 0) + by.y) };
  });
  await edit('moveCards', { cardIds: here, places });
  announce(movedSentence(here, null));
  keepFocus(here);
}

type ClusterTarget = Extract<DropTarget, { kind: 'cluster' }>;

async function intoCluster(layout: BoardLayout, cardIds: readonly string[], target: ClusterTarget): Promise<void> {
  const cluster = layout.cluster.get(target.themeId);
  const heights = heightsOfCards(layout, cardIds);
  const room = cluster ? roomForArrival(layout, cluster, { heights, moving: new Set(cardIds), index: target.index }) : {};
  const { themeId, beforeCardId } = target;
  await edit('moveCards', { cardIds: [...cardIds], target: { themeId, beforeCardId }, room });
  announce(movedSentence(cardIds, themeId));
  keepFocus(cardIds);
}

/** Shows the same snippets in another cluster as well; they count once everywhere. */
async function alsoInto(layout: BoardLayout, cardIds: readonly string[], target: ClusterTarget): Promise<void> {
  const snippetIds = cardIds.flatMap((id) => projection.state.get('cards', id)?.snippetId ?? []);
  const cluster = layout.cluster.get(target.themeId);
  const room = cluster
    ? roomForArrival(layout, cluster, { heights: heightsOfCards(layout, cardIds), moving: new Set(), index: target.index })
    : {};
  const { themeId, beforeCardId } = target;
  const done = await edit('placeSnippets', { snippetIds, target: { themeId, beforeCardId }, also: true, room });
  announce(`Shown in ${nameOfTheme(themeId)} too: ${cardsInWords(done.cardIds)}.`);
  keepFocus(done.cardIds);
}

/** A drop on a loose card: both make a new cluster, whose name may be written at once. */
async function ontoCard(
  { layout, heightOf }: Ground,
  cardId: string,
  { cardIds, snippetIds }: { cardIds: readonly string[]; snippetIds: readonly string[] },
): Promise<void> {
  const under = layout.card.get(cardId);
  if (!under) return;
  const at = { x: under.x - CLUSTER_PADDING, y: under.y - headHeight({ titleLines: 1, insightLines: 0, warned: false }) };
  const heights = [under.ownHeight, ...heightsOfCards(layout, cardIds), ...snippetIds.map(heightOf)];
  const moving = new Set([cardId, ...cardIds]);
  const room = roomForCluster(layout, at, COLUMNS, { heights, moving });
  const { themeId } = await edit('createTheme', {
    cardIds: [cardId, ...cardIds],
    snippetIds: [...snippetIds],
    columns: COLUMNS,
    ...at,
    room,
  });
  announce(`Made a cluster of ${cardIds.length + snippetIds.length + 1} cards. Its name may be written now, or later with F2.`);
  focusOnBoard({ kind: 'theme', id: themeId }, null);
  selectOnBoard([], [themeId]);
  useBoardStore.setState({ field: { themeId, part: 'name' } });
}

/** Drops snippets from the unsorted pile. */
export async function dropSnippets(ground: Ground, snippetIds: readonly string[], target: DropTarget | null, at: Point): Promise<void> {
  if (!target) return;
  const { layout, heightOf } = ground;
  useBoardStore.setState({ pile: new Set() });
  if (target.kind === 'card') return ontoCard(ground, target.cardId, { cardIds: [], snippetIds });
  const cluster = target.kind === 'cluster' ? layout.cluster.get(target.themeId) : undefined;
  const where =
    target.kind === 'cluster'
      ? { themeId: target.themeId, beforeCardId: target.beforeCardId }
      : { x: Math.round(at.x - 24), y: Math.round(at.y - 24) };
  const index = target.kind === 'cluster' ? target.index : 0;
  const room = cluster ? roomForArrival(layout, cluster, { heights: snippetIds.map(heightOf), moving: new Set(), index }) : {};
  const { cardIds } = await edit('placeSnippets', { snippetIds: [...snippetIds], target: where, room });
  announce(movedSentence(cardIds, cluster?.id ?? null));
  keepFocus(cardIds);
}

/** Drops whole clusters, and loose cards that were selected with them. */
export async function dropThemes({ layout }: Ground, themeIds: readonly string[], cardIds: readonly string[], by: Point): Promise<void> {
  if (by.x === 0 && by.y === 0) return;
  const loose = cardIds.filter((id) => layout.card.get(id)?.themeId === null);
  await edit('moveThemes', { themeIds: [...themeIds], cardIds: loose, dx: by.x, dy: by.y });
  const [first = ''] = themeIds;
  announce(`Moved ${themeIds.length === 1 ? nameOfTheme(first) : countNoun(themeIds.length, 'cluster', 'clusters')}.`);
}

/** The moved cards stay selected, and the focus stays with the first of them. */
function keepFocus(cardIds: readonly string[]): void {
  const there = cardIds.filter((id) => projection.state.get('cards', id));
  const [first] = there;
  if (first === undefined) return;
  focusOnBoard({ kind: 'card', id: first }, projection.state.get('cards', first)?.themeId ?? null);
  selectOnBoard(there);
}
