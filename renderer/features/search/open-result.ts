// Going to what was found.
import { openTab } from '#renderer/stores/tabs';
import { requestReveal, select } from '#renderer/stores/view-store';
import { projection } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';
import type { FoundPlace } from '#shared/rpc/search-answers';

import type { NameMatch } from './name-matches.ts';

/** Shows the place where it stands, as a preview: a turn or snippet in its transcript, a record in its own room. */
export function openPlace({ kind, id, turn }: Pick<FoundPlace, 'kind' | 'id' | 'turn'>): void {
  if (turn) {
    const { startOffset, endOffset } = turn;
    const words = endOffset > startOffset ? { startOffset, endOffset } : {};
    requestReveal({ surface: 'transcript', sourceId: id, turn: turn.turn, ...words });
    openTab({ kind: 'transcript', id }, { preview: true });
  } else if (kind === 'snippet') {
    const snippet = projection.state.get('snippets', id);
    if (!snippet) return;
    requestReveal({ surface: 'transcript', sourceId: snippet.sourceId, turn: snippet.range.startTurn, snippetId: id });
    openTab({ kind: 'transcript', id: snippet.sourceId }, { preview: true });
  } else if (kind === 'memo') openTab({ kind: 'memo', id }, { preview: true });
  else if (kind === 'source') openTab({ kind: 'transcript', id }, { preview: true });
  else if (kind === 'question') openTab({ kind: 'guide' });
  else if (kind === 'assumption') {
    const assumption = projection.state.get('assumptions', id);
    if (!assumption) return;
    openTab({ kind: 'department', id: assumption.departmentId }, { preview: true });
    select({ kind, id });
  } else if (kind === 'tag' || kind === 'theme' || kind === 'participant') return openName({ kind, id });
  focusFrontSurface();
}

/** Shows a tag, theme or interview as a preview, a participant among the participants; the inspector describes it. */
export function openName({ kind, id }: Pick<NameMatch, 'kind' | 'id'>): void {
  if (kind === 'source') openTab({ kind: 'transcript', id }, { preview: true });
  else if (kind === 'participant') openTab({ kind: 'participants' });
  else openTab({ kind, id }, { preview: true });
  if (kind !== 'source') select({ kind, id });
  focusFrontSurface();
}
