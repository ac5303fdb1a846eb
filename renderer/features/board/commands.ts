// Commands of the board: each does its work on what is selected or focused.
import type { BOARD } from '#shared/commands/catalog/board';
import type { IdsOf } from '#shared/commands/catalog';
import { boundsOf, centreOf } from '#shared/domain/board/rectangle';
import { refuse } from '#renderer/stores/refuse';
import { openTab } from '#renderer/stores/tabs';

import { openSnippet } from '../evidence/index.ts';
import { dissolve, openField, placeUnsorted, showToo, tagSubject, takeOff, tidyUp } from './board-actions.ts';
import { boardController } from './board-controller.ts';
import { actingOnBoard, actingTheme, boardState, useBoardStore } from './board-store.ts';
import { makeCluster, moveTo } from './move-to.ts';
import { askForThemes } from './proposal-store.ts';
import { currentSubject, type Subject } from './subject.ts';
import { enter, leave, pickUp, selectAll, tapOrHold, walk, walkToEnd } from './walk.ts';

const ZOOM_STEP = 1.1;

function onSubject(work: (subject: Subject) => Promise<void>): () => Promise<void> {
  return async () => {
    const subject = currentSubject();
    if (subject) await work(subject);
    else refuse('Nothing is selected.');
  };
}

function zoomBy(factor: number): void {
  const view = boardController()?.view;
  view?.zoomTo(view.zoom * factor);
}

function fitAll(): void {
  const controller = boardController();
  const bounds = controller?.ground().layout.bounds;
  if (bounds) controller?.view.fit(bounds);
}

function fitSelection(): void {
  const controller = boardController();
  if (!controller) return;
  const { layout } = controller.ground();
  const { cardIds, themeIds } = actingOnBoard();
  const placed = [...cardIds.flatMap((id) => layout.card.get(id) ?? []), ...themeIds.flatMap((id) => layout.cluster.get(id) ?? [])];
  const bounds = boundsOf(placed);
  if (bounds) controller.view.fit(bounds);
}

/** 100 %, around what has the focus or what is in the middle. */
function actualSize(): void {
  const controller = boardController();
  if (!controller) return;
  const { view } = controller;
  const { focused } = boardState();
  const { layout } = controller.ground();
  const placed = focused ? (layout.card.get(focused.id) ?? layout.cluster.get(focused.id)) : undefined;
  if (placed) view.zoomAt(view.toSurface(centreOf(placed)), 1);
  else view.zoomTo(1);
}

/** Cards go off the board, clusters are dissolved: in both cases nothing but the arrangement goes. */
async function remove(): Promise<void> {
  const { themeIds } = actingOnBoard();
  const subject = currentSubject();
  if (themeIds.length > 0) await dissolve(themeIds);
  else if (subject) await takeOff(subject);
}

async function newCluster(): Promise<void> {
  await makeCluster(currentSubject() ?? { cardIds: [], unsorted: [], snippetIds: [] }, '');
}

function openThemePage(): void {
  const themeId = actingTheme();
  if (themeId) openTab({ kind: 'theme', id: themeId });
}

async function dissolveActing(): Promise<void> {
  const { themeIds } = actingOnBoard();
  const one = actingTheme();
  await dissolve(themeIds.length > 0 ? themeIds : one ? [one] : []);
}

export const boardHandlers: Record<IdsOf<typeof BOARD>, () => void | Promise<void>> = {
  'board.left': () => walk('left'),
  'board.right': () => walk('right'),
  'board.up': () => walk('up'),
  'board.down': () => walk('down'),
  'board.extendLeft': () => walk('left', true),
  'board.extendRight': () => walk('right', true),
  'board.extendUp': () => walk('up', true),
  'board.extendDown': () => walk('down', true),
  'board.first': () => walkToEnd('first'),
  'board.last': () => walkToEnd('last'),
  'board.enter': enter,
  'board.leave': leave,
  'board.toggleSelect': tapOrHold,
  'board.selectAll': selectAll,
  'board.moveTo': onSubject(moveTo),
  'board.moveMode': pickUp,
  'board.newCluster': newCluster,
  'board.dissolve': dissolveActing,
  'board.rename': () => openField('name'),
  'board.insight': () => openField('insight'),
  'board.openTheme': openThemePage,
  'board.tag': onSubject(tagSubject),
  'board.also': onSubject(showToo),
  'board.remove': remove,
  'board.placeUnsorted': placeUnsorted,
  'board.tidy': tidyUp,
  'board.zoomIn': () => zoomBy(ZOOM_STEP),
  'board.zoomOut': () => zoomBy(1 / ZOOM_STEP),
  'board.zoomFit': fitAll,
  'board.zoomSelection': fitSelection,
  'board.zoom100': actualSize,
  'board.openSource': onSubject(async ({ snippetIds }) => openSnippet(snippetIds[0] ?? '')),
  'board.outline': () => useBoardStore.setState(({ outline }) => ({ outline: !outline })),
  'board.suggestThemes': askForThemes,
};
