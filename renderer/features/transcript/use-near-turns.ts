// Which turns are painted and have bars: at first those near what can be seen, then, when there is time, all of them.
import { useEffect, useLayoutEffect, useState } from 'react';

import type { TextRange } from '#shared/model/records/snippet';

import type { TranscriptSurface } from './transcript-surface.ts';

/** First and last turn, counted from 0. */
export interface NearTurns {
  first: number;
  last: number;
}

/** So much above and below what can be seen is near (heights of the window). */
const NEAR = 2;

/** The rest comes no later than this, however busy the window is (ms). */
const LATEST_MS = 1500;

/**
 * Whoever opens a transcript waits only for what is in sight. Not looked up again while scrolling: Chromium places all highlights anew
 * after each change of them, and scrolling would pay for that.
 * @returns null until the text stands.
 */
export function useNearTurns(surface: TranscriptSurface | null): NearTurns | null {
  const [known, setKnown] = useState<{ surface: TranscriptSurface; near: NearTurns } | null>(null);
  useLayoutEffect(() => {
    if (surface) setKnown({ surface, near: surface.turnsNear(NEAR) });
  }, [surface]);
  useEffect(() => {
    if (!surface) return undefined;
    const all = { first: 0, last: surface.turns.length - 1 };
    return whenIdle(() => setKnown({ surface, near: all }));
  }, [surface]);
  return known && known.surface === surface ? known.near : null;
}

/** @returns the undo of it. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: LATEST_MS });
  return () => cancelIdleCallback(handle);
}

export function isNear({ startTurn, endTurn }: TextRange, { first, last }: NearTurns): boolean {
  return startTurn <= last && endTurn >= first;
}
