// Showing a place in a transcript: scrolled to one third of the height, pulsed twice, left selected.
import { useEffect } from 'react';

import type { TextRange } from '#shared/model/records/snippet';
import { projection } from '#renderer/stores/vault-store';
import { type Reveal, takeReveal, useViewStore } from '#renderer/stores/view-store';

import { chooseSnippet, chooseText, clearText } from './choosing.ts';
import { shownTurns, setFilter } from './filtering.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** How long a pulse lasts: twice 300 ms, and longer where it does not move. */
const PULSE_MS = 1200;

let pulses = 0;

/** Brings a range into sight; what a filter has folded away is unfolded first. */
export function revealRange(surface: TranscriptSurface, range: TextRange, { pulse }: { pulse: boolean }): void {
  if (!shownTurns(surface)(range.startTurn)) setFilter(surface.sourceId, null);
  // Folded turns come back with the next frame.
  requestAnimationFrame(() => surface.bringToThird(range));
  if (!pulse) return;
  pulses += 1;
  const key = pulses;
  useTranscriptStore.setState({ pulse: { viewId: surface.viewId, range, key } });
  setTimeout(() => useTranscriptStore.getState().pulse?.key === key && useTranscriptStore.setState({ pulse: null }), PULSE_MS);
}

/** Fulfils wishes to show a place of this transcript, as soon as it is in front. */
export function useReveal(surface: TranscriptSurface | null, active: boolean): void {
  const wished = useViewStore((view) =>
    view.reveal?.surface === 'transcript' && view.reveal.sourceId === surface?.sourceId ? view.reveal : null,
  );
  useEffect(() => {
    if (!wished || !surface || !active) return;
    const taken = takeReveal('transcript');
    if (taken) show(surface, taken);
  }, [wished, surface, active]);
}

function show(
  surface: TranscriptSurface,
  { turn, snippetId, startOffset, endOffset }: Extract<NonNullable<Reveal>, { surface: 'transcript' }>,
): void {
  const snippet = snippetId === undefined ? undefined : projection.state.get('snippets', snippetId);
  if (snippet) {
    chooseSnippet(surface, snippet);
    return revealRange(surface, snippet.range, { pulse: !snippet.review });
  }
  const text = surface.turns[turn]?.text;
  if (text === undefined) return;
  const range: TextRange = { startTurn: turn, startOffset: startOffset ?? 0, endTurn: turn, endOffset: endOffset ?? text.length };
  if (startOffset === undefined) clearText(surface, { turn, offset: 0 });
  else if (chooseText(surface, { range, fixed: 'start', unit: null }, false)) surface.writeSelection(range, 'start');
  revealRange(surface, range, { pulse: true });
}
