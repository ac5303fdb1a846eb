// The transcript that commands act on: the one in front in the active group.
import { useTranscriptStore } from './transcript-store.ts';
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

/** The focus goes back to the transcript, when one is in front, and its selected words are selected again. @returns whether it did. */
export function focusTranscript(): boolean {
  if (!active) return false;
  active.takeFocus();
  const { text } = useTranscriptStore.getState();
  if (text?.viewId === active.viewId) active.writeSelection(text.selection.range, text.selection.fixed);
  return true;
}
