// Where each transcript was left: the turn at the top, not pixels, so that it holds at any width and reading size.
import { useLayoutEffect } from 'react';

import { useViewStore } from '#renderer/stores/view-store';

import { setHere } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** Turn at the top and pixels of it that were above the window, by source. */
const places = new Map<string, { turn: number; above: number }>();

/** Rest after scrolling before the place is looked up: not once a frame (ms). */
const PAUSE_MS = 150;

/** Scrolls to where the transcript was left, and keeps in mind where it is. */
export function useRememberedPlace(surface: TranscriptSurface | null): void {
  useLayoutEffect(() => {
    if (!surface) return undefined;
    const { reveal } = useViewStore.getState();
    const wanted = reveal?.surface === 'transcript' && reveal.sourceId === surface.sourceId;
    const place = places.get(surface.sourceId);
    if (place && !wanted) surface.scrollToTurn(place.turn, place.above);
    setHere(surface.viewId, surface.cursor?.turn ?? place?.turn ?? 0);
    const keep = (): void => {
      const turn = surface.topTurn();
      places.set(surface.sourceId, { turn, above: surface.aboveOf(turn) });
      if (!surface.cursor) setHere(surface.viewId, turn);
    };
    let timer: number | undefined;
    const soon = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, PAUSE_MS);
    };
    surface.scroller.addEventListener('scroll', soon, { passive: true });
    return () => {
      window.clearTimeout(timer);
      surface.scroller.removeEventListener('scroll', soon);
    };
  }, [surface]);
}
