// Ties the surface of the board to its view: size, transform, gestures, what is asked to be shown, and the controller for commands.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

import type { BoardLayout } from '#shared/domain/board/board-layout';
import { CARD_TEXT_WIDTH, cardHeight } from '#shared/domain/board/card-size';
import { useViewStore, takeReveal } from '#renderer/stores/view-store';
import { projection } from '#renderer/stores/vault-store';

import { addBoard, type BoardController, bringForward } from './board-controller.ts';
import { boardState, tellWindow, useBoardStore } from './board-store.ts';
import type { BoardView } from './board-view.ts';
import type { Ground } from './drops.ts';
import { Gestures } from './gestures.ts';
import { MovingSession } from './moving-session.ts';
import { useTextMeasure } from './text-measure.ts';
import { rememberedView, rememberView } from './view-memory.ts';
import { goTo, showOnBoard } from './walk.ts';

/** Distance of the dots on the ground at 100 % (board units). */
const DOTS = 24;

export interface BoardSurface {
  layout: BoardLayout;
  view: BoardView;
  surfaceRef: RefObject<HTMLDivElement | null>;
  worldRef: RefObject<HTMLDivElement | null>;
  dotsRef: RefObject<HTMLDivElement | null>;
  marqueeRef: RefObject<HTMLDivElement | null>;
  onFocus(): void;
}

export function useBoardSurface(layout: BoardLayout): BoardSurface {
  const [{ view, isNew }] = useState(rememberedView);
  const surfaceRef = useRef<HTMLDivElement>(null);
  const worldRef = useRef<HTMLDivElement>(null);
  const dotsRef = useRef<HTMLDivElement>(null);
  const marqueeRef = useRef<HTMLDivElement>(null);
  const controller = useRef<BoardController | null>(null);
  const ground = useGround(layout);

  useTransform(view, worldRef, dotsRef);
  useSurfaceSize(surfaceRef, view, ground, isNew);

  useLayoutEffect(() => {
    const [surface, marquee] = [surfaceRef.current, marqueeRef.current];
    if (!surface || !marquee) return undefined;
    const moving = new MovingSession(
      () => worldRef.current,
      () => ground.current,
    );
    const rename = (themeId: string): void => useBoardStore.setState({ field: { themeId, part: 'name' } });
    const gestures = new Gestures({ view, surface, marquee, moving, ground: () => ground.current, onRename: rename });
    const made: BoardController = { view, surface, moving, gestures, ground: () => ground.current };
    controller.current = made;
    const forget = addBoard(made);
    const deafen = gestures.listen();
    return () => {
      deafen();
      forget();
      rememberView(view);
      view.rest();
      controller.current = null;
    };
  }, [view, ground]);

  useLayoutEffect(() => controller.current?.moving.layoutChanged(), [layout]);
  useReveal(controller, layout);

  const onFocus = (): void => {
    if (!controller.current) return;
    bringForward(controller.current);
    tellWindow();
    const first = ground.current.layout.clusters[0] ?? ground.current.layout.loose[0];
    const byKeys = surfaceRef.current?.matches(':focus-visible') ?? false;
    if (boardState().focused === null && byKeys && first) goTo(controller.current, first, null);
  };
  return { layout, view, surfaceRef, worldRef, dotsRef, marqueeRef, onFocus };
}

/** Tells the view how large the surface is; a view that is new shows everything as soon as it has a size. */
function useSurfaceSize(surfaceRef: RefObject<HTMLDivElement | null>, view: BoardView, ground: RefObject<Ground>, isNew: boolean): void {
  const fitted = useRef(!isNew);
  useLayoutEffect(() => {
    const surface = surfaceRef.current;
    if (!surface) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return;
      view.resize({ width: entry.contentRect.width, height: entry.contentRect.height });
      const { bounds } = ground.current.layout;
      if (fitted.current || !bounds) return;
      fitted.current = true;
      view.fit(bounds);
    });
    observer.observe(surface);
    return () => observer.disconnect();
  }, [surfaceRef, view, ground]);
}

/** The newest layout, for callbacks that outlive a render. */
function useGround(layout: BoardLayout): RefObject<Ground> {
  const measure = useTextMeasure();
  const heightOf = (snippetId: string): number =>
    cardHeight(measure.quote(projection.state.get('snippets', snippetId)?.quote ?? '', CARD_TEXT_WIDTH));
  const ground = useRef<Ground>({ layout, heightOf });
  ground.current = { layout, heightOf };
  return ground;
}

/** Moves the world and the dots under it by hand, on every movement of the view. */
function useTransform(view: BoardView, worldRef: RefObject<HTMLDivElement | null>, dotsRef: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    let drawn = 0;
    const move = (): void => {
      const { x, y, zoom } = view;
      if (worldRef.current) {
        worldRef.current.style.translate = `${x}px ${y}px`;
        worldRef.current.style.scale = String(zoom);
      }
      const dots = dotsRef.current;
      if (!dots) return;
      let tile = DOTS * zoom;
      while (tile < DOTS * 0.75) tile *= 2;
      if (tile !== drawn) dots.style.setProperty('--tile', `${tile}px`);
      drawn = tile;
      dots.style.translate = `${((x % tile) + tile) % tile}px ${((y % tile) + tile) % tile}px`;
    };
    move();
    const stop = view.follow(move);
    const stopSharpening = keepSharp(view, worldRef);
    return () => {
      stop();
      stopSharpening();
    };
  }, [view, worldRef, dotsRef]);
}

/** A layer that is moved all the time keeps the sharpness of the zoom it was first drawn at: after zooming it is drawn anew. */
function keepSharp(view: BoardView, worldRef: RefObject<HTMLDivElement | null>): () => void {
  let sharpAt = view.zoom;
  let frame = 0;
  const stop = view.subscribe(() => {
    const world = worldRef.current;
    if (!world || view.zoom === sharpAt) return;
    sharpAt = view.zoom;
    world.style.willChange = 'auto';
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => (world.style.willChange = ''));
    });
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}

/** Shows what another room asked for, as soon as the layout holds it. */
function useReveal(controller: RefObject<BoardController | null>, layout: BoardLayout): void {
  const wish = useViewStore((state) => (state.reveal?.surface === 'board' ? state.reveal : null));
  useEffect(() => {
    if (!wish || !controller.current) return;
    const there = wish.cardIds?.some((id) => layout.card.has(id)) || (wish.themeId !== undefined && layout.cluster.has(wish.themeId));
    if (!there) return;
    const taken = takeReveal('board');
    if (taken) showOnBoard(controller.current, taken.cardIds ?? [], taken.themeId === undefined ? [] : [taken.themeId]);
  }, [wish, layout, controller]);
}
