// The board that is on screen, for commands and for the side bar: set while it is mounted, the focused one when there are two.
import { useSyncExternalStore } from 'react';

import type { Point } from '#shared/domain/board/rectangle';

import type { BoardView } from './board-view.ts';
import type { Ground } from './drops.ts';
import type { Gestures } from './gestures.ts';
import type { MovingSession } from './moving-session.ts';

export interface BoardController {
  view: BoardView;
  surface: HTMLElement;
  moving: MovingSession;
  gestures: Gestures;
  /** The layout as it is drawn, and heights of cards to come. */
  ground(): Ground;
}

const mounted: BoardController[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The board in use, or null when none is open. */
export function boardController(): BoardController | null {
  return mounted.at(-1) ?? null;
}

/** The same for components. */
export function useBoardController(): BoardController | null {
  return useSyncExternalStore(subscribe, boardController);
}

export function addBoard(controller: BoardController): () => void {
  mounted.push(controller);
  tell();
  return () => {
    const at = mounted.indexOf(controller);
    if (at >= 0) mounted.splice(at, 1);
    tell();
  };
}

/** Makes a board the one in use. */
export function bringForward(controller: BoardController): void {
  const at = mounted.indexOf(controller);
  if (at < 0 || at === mounted.length - 1) return;
  mounted.push(...mounted.splice(at, 1));
  tell();
}

/** The board under a point of the window; null when there is none or something lies over it. */
export function boardUnder(point: Point): BoardController | null {
  const element = document.elementFromPoint(point.x, point.y);
  return mounted.findLast((controller) => controller.surface.contains(element)) ?? null;
}

/** A point of the window, on the surface of a board. */
export function onSurface({ surface }: BoardController, point: Point): Point {
  const { left, top } = surface.getBoundingClientRect();
  return { x: point.x - left, y: point.y - top };
}
