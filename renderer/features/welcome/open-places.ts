// The ways from the welcome page into the study, and the focus that goes along.
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

export function openInterview(id: string): void {
  showActivity('interviews');
  openTab({ kind: 'transcript', id });
  focusFrontSurface();
}

export function openView(kind: 'readout' | 'board' | 'matrix'): void {
  showActivity(kind);
  openTab({ kind });
  focusFrontSurface();
}

/** Frames to wait for: the dialog gives the focus back first, to a button that may be gone with the screen it was on. */
const FRAMES = 4;

/** Puts the focus on the first thing of the welcome page when it has been lost with what was there before. */
export function focusWelcome(frames = FRAMES): void {
  requestAnimationFrame(() => {
    if (frames > 0) return focusWelcome(frames - 1);
    if (document.activeElement && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('[data-welcome] [data-focus-first]')?.focus();
  });
}
