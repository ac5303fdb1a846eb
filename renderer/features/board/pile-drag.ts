// Dragging snippets from the unsorted pile onto the board: by pointer events, with a ghost of its own, over a panned and zoomed surface.
import { useEffect, useRef, useState } from 'react';

import { type BoardController, boardController, boardUnder, onSurface } from './board-controller.ts';
import { boardState, useBoardStore } from './board-store.ts';
import { EdgeScroll } from './edge-scroll.ts';

const DRAG_PIXELS = 4;

export interface PileDrag {
  /** Snippets that are dragged; empty: none. */
  snippetIds: readonly string[];
  ghostRef: React.RefObject<HTMLDivElement | null>;
  onPointerDown(event: React.PointerEvent): void;
}

interface Press {
  pointerId: number;
  snippetId: string;
  x: number;
  y: number;
}

/** Makes the rows under an element draggable; a row says by data-key which snippet it is. */
export function usePileDrag(): PileDrag {
  const [snippetIds, setSnippetIds] = useState<readonly string[]>([]);
  const ghostRef = useRef<HTMLDivElement>(null);
  const press = useRef<Press | null>(null);
  useEffect(() => {
    if (snippetIds.length === 0) return undefined;
    const end = (): void => setSnippetIds([]);
    return followToBoard(snippetIds, ghostRef, press.current, end);
  }, [snippetIds]);
  const onPointerDown = (event: React.PointerEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    const snippetId = row?.dataset.key;
    if (event.button !== 0 || snippetId === undefined) return;
    press.current = { pointerId: event.pointerId, snippetId, x: event.clientX, y: event.clientY };
    const stop = new AbortController();
    const { signal } = stop;
    const move = (moved: PointerEvent): void => {
      const from = press.current;
      if (!from || moved.pointerId !== from.pointerId || Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < DRAG_PIXELS) return;
      stop.abort();
      press.current = { ...from, x: moved.clientX, y: moved.clientY };
      const { pile } = boardState();
      setSnippetIds(pile.has(from.snippetId) ? [...pile] : [from.snippetId]);
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', () => stop.abort(), { signal });
    window.addEventListener('pointercancel', () => stop.abort(), { signal });
  };
  return { snippetIds, ghostRef, onPointerDown };
}

/** Follows the pointer until it is let go, taken away, or Esc is pressed. @returns the undo of all listening. */
function followToBoard(
  snippetIds: readonly string[],
  ghostRef: React.RefObject<HTMLDivElement | null>,
  press: Press | null,
  end: () => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // Keys go to the board from here on, so that Esc reaches it.
  boardController()?.surface.focus({ preventScroll: true });
  let over: BoardController | null = null;
  let edge: EdgeScroll | null = null;
  const toBoard = (controller: BoardController, x: number, y: number): void => {
    const point = onSurface(controller, { x, y });
    if (over !== controller) {
      over?.moving.leave();
      over = controller;
      edge?.stop();
      edge = new EdgeScroll(controller.view, (at) => controller.moving.moveTo(controller.view.toBoard(at)));
      controller.moving.begin({ snippetIds }, controller.view.toBoard(point));
    }
    controller.moving.moveTo(controller.view.toBoard(point));
    edge?.at(point);
  };
  const follow = (x: number, y: number): void => {
    if (ghostRef.current) ghostRef.current.style.transform = `translate(${x + 12}px, ${y + 12}px)`;
    const controller = boardUnder({ x, y });
    if (controller) return toBoard(controller, x, y);
    edge?.stop();
    over?.moving.leave();
  };
  const finish = (drop: boolean): void => {
    edge?.stop();
    if (drop && over?.moving.target) void over.moving.drop();
    else over?.moving.cancel();
    end();
  };
  if (press) follow(press.x, press.y);
  window.addEventListener('pointermove', (event) => follow(event.clientX, event.clientY), { signal });
  window.addEventListener('pointerup', () => finish(true), { signal });
  window.addEventListener('pointercancel', () => finish(false), { signal });
  window.addEventListener('blur', () => finish(false), { signal });
  // Esc on the board ends the session there; the ghost goes with it.
  const unwatch = useBoardStore.subscribe((state, before) => {
    if (before.moving && !state.moving) end();
  });
  return () => {
    stop.abort();
    unwatch();
    edge?.stop();
  };
}
