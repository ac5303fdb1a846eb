// Whether a card describes a snippet: the one under the pointer, or the selected one while no inspector does; and sending it away.
import { useViewStore } from '#renderer/stores/view-store';

import { useTranscriptStore } from './transcript-store.ts';

type TranscriptState = ReturnType<typeof useTranscriptStore.getState>;
type ViewState = ReturnType<typeof useViewStore.getState>;

/** Id of the selected snippet that no inspector describes; null while something else goes on with it, or its card was sent away. */
export function undescribedId(
  { selection, inspectorVisible }: ViewState,
  { text, edges, floatingPicker, cardDismissed }: TranscriptState,
): string | null {
  const busy = inspectorVisible || text !== null || edges !== null || floatingPicker !== null;
  return selection?.kind === 'snippet' && !busy && cardDismissed !== selection.id ? selection.id : null;
}

export function isCardOpen(): boolean {
  const transcript = useTranscriptStore.getState();
  return transcript.hovered !== null || undescribedId(useViewStore.getState(), transcript) !== null;
}

/** Sends the card away; what is selected stays so. */
export function hideCard(): void {
  const { hovered } = useTranscriptStore.getState();
  const { selection } = useViewStore.getState();
  if (hovered) useTranscriptStore.setState({ hovered: null });
  else if (selection?.kind === 'snippet') useTranscriptStore.setState({ cardDismissed: selection.id });
}
