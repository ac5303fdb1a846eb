// The transcript that commands act on: the one in front in the active group.
import type { TranscriptSurface } from './transcript-surface.ts';

let active: TranscriptSurface | null = null;

/** Said by a transcript that comes to the front; @returns the undo of it. */
export function activateSurface(surface: TranscriptSurface): () => void {
  active = surface;
  return () => {
    if (active === surface) active = null;
  };
}

export function activeSurface(): TranscriptSurface | null {
  return active;
}

/** The focus goes back to the transcript, when one is in front. @returns whether it did. */
export function focusTranscript(): boolean {
  active?.takeFocus();
  return active !== null;
}
