// Adjusting the start and end of the selected snippet, by keys or by dragging; kept as one step at the end.
import { type Edge, moveEdge, withEdge } from '#shared/domain/coding/edges';
import type { TextPosition } from '#shared/domain/coding/text-position';
import { quoteOf, sameRange } from '#shared/domain/transcript/anchor';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { clearText, currentTarget } from './choosing.ts';
import { type EdgesMode, useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** Begins with the end of the snippet, which is wrong more often than its start. */
export function startEdges(edge: Edge = 'end'): void {
  const surface = activeSurface();
  const target = currentTarget();
  const snippet = target?.kind === 'snippet' ? projection.state.get('snippets', target.snippetId) : undefined;
  if (!surface || !snippet) return;
  if (snippet.review) return announce('This snippet has no place in the text. Decide on it first.');
  clearText(surface);
  const { edges } = useTranscriptStore.getState();
  const range = edges?.keeping && edges.snippetId === snippet.id ? edges.range : snippet.range;
  useTranscriptStore.setState({ edges: { viewId: surface.viewId, snippetId: snippet.id, range, edge } });
  surface.takeFocus();
  announce(
    `Adjusting the ${edge}. Arrows move it by a word, with Shift by a letter. Tab goes to the other edge, Enter keeps, Escape puts back.`,
  );
}

/** The mode with its transcript, while both are there and the edges are not being kept already. */
function current(): { surface: TranscriptSurface; edges: EdgesMode } | null {
  const surface = activeSurface();
  const { edges } = useTranscriptStore.getState();
  return surface && edges && !edges.keeping && edges.viewId === surface.viewId ? { surface, edges } : null;
}

export function stepEdge(unit: 'word' | 'letter', step: 1 | -1): void {
  const now = current();
  if (!now) return;
  const { surface, edges } = now;
  const range = moveEdge(surface.turns, edges.range, edges.edge, unit, step);
  if (sameRange(range, edges.range)) return announce('No room.');
  useTranscriptStore.setState({ edges: { ...edges, range } });
  surface.bringIntoSight(range, edges.edge);
  announce(edgeInWords(surface, range, edges.edge));
}

/** The words beside the edge: `… finance does not approve`. */
function edgeInWords(surface: TranscriptSurface, range: Parameters<typeof quoteOf>[1], edge: Edge): string {
  const words = quoteOf(surface.turns, range).split(/\s+/);
  return edge === 'start' ? `Starts: ${words.slice(0, 5).join(' ')}` : `Ends: ${words.slice(-5).join(' ')}`;
}

export function swapEdge(): void {
  const now = current();
  if (!now) return;
  const edge = now.edges.edge === 'start' ? 'end' : 'start';
  useTranscriptStore.setState({ edges: { ...now.edges, edge } });
  now.surface.bringIntoSight(now.edges.range, edge);
  announce(`Adjusting the ${edge}.`);
}

/** While dragging: the edge goes to a place. */
export function dragEdge(place: TextPosition): void {
  const now = current();
  if (now) useTranscriptStore.setState({ edges: { ...now.edges, range: withEdge(now.edges.range, now.edges.edge, place) } });
}

/**
 * Keeps the edges. The mode stays painted until the core has answered, so that the words do not jump back for a moment; adjusting that
 * begins anew in the meantime goes on from the range being kept and is not ended by the answer.
 */
export async function keepEdges(): Promise<void> {
  const now = current();
  if (!now) return;
  const { snippetId, range } = now.edges;
  const before = projection.state.get('snippets', snippetId);
  if (before && !sameRange(before.range, range)) {
    const keeping = { ...now.edges, keeping: true };
    useTranscriptStore.setState({ edges: keeping });
    await edit('moveSnippetEdges', { snippetId, range }).finally(() => endMode(keeping));
    announce('Edges kept.');
  } else endMode(now.edges);
}

/** Ends this mode and no other that began since. */
function endMode(mode: EdgesMode): void {
  if (useTranscriptStore.getState().edges === mode) useTranscriptStore.setState({ edges: null });
}

export function cancelEdges(): void {
  if (!useTranscriptStore.getState().edges) return;
  useTranscriptStore.setState({ edges: null });
  announce('Edges as they were.');
}
