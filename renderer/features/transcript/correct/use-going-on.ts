// After a correction the text is another one on screen: the cursor goes on at the turn that was corrected.
import { useEffect } from 'react';

import { setHere } from '../transcript-store.ts';
import type { TranscriptSurface } from '../transcript-surface.ts';
import { useCorrecting } from './correcting-store.ts';

export function useGoingOn(surface: TranscriptSurface | null, active: boolean): void {
  useEffect(() => {
    const { goOn } = useCorrecting.getState();
    if (!surface || !active || goOn?.sourceId !== surface.sourceId) return;
    putCursor(surface, goOn.turn);
    useCorrecting.setState({ goOn: null });
  }, [surface, active]);
}

/** A turn that was taken out leaves the cursor at the last one. */
function putCursor(surface: TranscriptSurface, wanted: number): void {
  const turn = Math.min(wanted, surface.turns.length - 1);
  surface.cursor = { turn, offset: 0 };
  setHere(surface.viewId, turn);
}
