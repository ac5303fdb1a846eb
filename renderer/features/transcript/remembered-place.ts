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
    let scrolledAt = 0;
    // One timer for a whole scroll, because starting one anew for each frame would be felt.
    const look = (): void => {
      const rest = performance.now() - scrolledAt;
      timer = rest < PAUSE_MS ? window.setTimeout(look, PAUSE_MS - rest) : undefined;
      if (timer === undefined) keep();
    };
    const scrolled = (): void => {
      scrolledAt = performance.now();
      timer ??= window.setTimeout(look, PAUSE_MS);
    };
    surface.scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      window.clearTimeout(timer);
      surface.scroller.removeEventListener('scroll', scrolled);
    };
  }, [surface]);
}
