// Opens the tag picker where it does not cover the words: in the inspector, otherwise beside or below them.
import { useViewStore } from '#renderer/stores/view-store';

import { activeSurface } from './active-surface.ts';
import { currentTarget } from './choosing.ts';
import { useTranscriptStore } from './transcript-store.ts';

/** Does nothing when nothing is selected. */
export function openPicker(): void {
  const surface = activeSurface();
  if (!surface || !currentTarget()) return;
  if (useViewStore.getState().inspectorVisible) useTranscriptStore.setState({ asking: { for: 'tag' } });
  else useTranscriptStore.setState({ floatingPicker: surface.viewId });
}
