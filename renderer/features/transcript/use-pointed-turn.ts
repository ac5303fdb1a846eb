// Marks the turn under the pointer, so that its number shows.
import { useEffect } from 'react';

import type { TranscriptSurface } from './transcript-surface.ts';

/**
 * Not by `:hover`: that changes while the text scrolls under a resting pointer, and after each change of style Chromium places all
 * highlights anew. A real move of the pointer is needed for `pointermove`.
 */
export function usePointedTurn(surface: TranscriptSurface | null): void {
  useEffect(() => {
    if (!surface) return undefined;
    let pointed: Element | null = null;
    const point = (row: Element | null): void => {
      if (row === pointed) return;
      pointed?.removeAttribute('data-pointed');
      row?.setAttribute('data-pointed', '');
      pointed = row;
    };
    const onMove = ({ target, buttons }: PointerEvent): void => {
      if (buttons === 0) point(target instanceof Element ? target.closest('[data-turn-row]') : null);
    };
    const onLeave = (): void => point(null);
    surface.content.addEventListener('pointermove', onMove);
    surface.content.addEventListener('pointerleave', onLeave);
    return () => {
      point(null);
      surface.content.removeEventListener('pointermove', onMove);
      surface.content.removeEventListener('pointerleave', onLeave);
    };
  }, [surface]);
}
