// Going from a quote to its place in the transcript.
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import { requestReveal } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

/** Opens the transcript at the snippet, and the focus goes there; beside what is open, if wanted. Does nothing when the snippet is gone. */
export function openSnippet(snippetId: string, options: { aside?: boolean } = {}): void {
  const snippet = projection.state.get('snippets', snippetId);
  if (!snippet) return;
  const { sourceId, range } = snippet;
  requestReveal({ surface: 'transcript', sourceId, turn: range.startTurn, snippetId });
  openTab({ kind: 'transcript', id: sourceId }, options.aside ? { aside: true } : { preview: true });
  focusFrontSurface();
}
