// Counts how often the layout of a transcript changed: whatever is placed over the text measures again then.
import { useCallback, useRef, useSyncExternalStore } from 'react';

import type { TranscriptSurface } from './transcript-surface.ts';

/** Renders again after the width or height of the text has changed. @returns a number that is another one then. */
export function useContentVersion(surface: TranscriptSurface | null): number {
  const version = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!surface) return () => undefined;
      let first = true;
      const observer = new ResizeObserver(() => {
        // Observing tells at once; that is the layout that was measured already.
        if (!first) {
          version.current += 1;
          listener();
        }
        first = false;
      });
      observer.observe(surface.content);
      return () => observer.disconnect();
    },
    [surface],
  );
  return useSyncExternalStore(subscribe, () => version.current);
}
