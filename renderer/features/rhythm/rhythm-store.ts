// Which dialog of the rhythm is open, and what it is about.
import { create } from 'zustand';

import { refuseToChange } from '#renderer/stores/refuse';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

/** Null ids: a new one. */
export type RhythmDialog =
  | { at: 'nothing' }
  | { at: 'conversation'; conversationId: string | null; sourceId: string | null }
  | { at: 'goal'; goalId: string | null }
  | { at: 'habit'; rhythmItemId: string | null }
  | { at: 'signal'; signalId: string | null }
  | { at: 'import-signal' };

export const useRhythmStore = create<{ dialog: RhythmDialog }>()(() => ({ dialog: { at: 'nothing' } }));

export function openRhythmDialog(dialog: RhythmDialog): void {
  if (!refuseToChange()) useRhythmStore.setState({ dialog });
}

export function closeRhythmDialog(): void {
  useRhythmStore.setState({ dialog: { at: 'nothing' } });
  focusFrontSurface();
}
