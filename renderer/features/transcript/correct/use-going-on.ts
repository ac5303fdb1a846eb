// After a correction the text is another one on screen: the cursor goes on at the turn that was corrected.
import { useEffect } from 'react';

import { setHere } from '../transcript-store.ts';
import type { TranscriptSurface } from '../transcript-surface.ts';
import { useCorrecting } from './correcting-store.ts';

export function useGoingOn(surface: TranscriptSurface | null, active: boolean): void {
  useEffect(() => {
    const { goOn } = useCorrecting.getState();
    if (!surface || !active || goOn?.sourceId !== surface.sourceId) return;
    const turn = Math.min(goOn.turn, surface.turns.length - 1);
    surface.cursor = { turn, offset: 0 };
    setHere(surface.viewId, turn);
    useCorrecting.setState({ goOn: null });
  }, [surface, active]);
}
