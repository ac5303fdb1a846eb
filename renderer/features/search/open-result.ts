// Going to what was found.
import { openTab } from '#renderer/stores/tabs';
import { requestReveal, select } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import type { MatchRow } from './match-groups.ts';
import type { NameMatch } from './name-matches.ts';

/** Shows the place in its transcript, as a preview. */
export function openMatch({
  sourceId,
  turn,
  startOffset,
  endOffset,
}: Pick<MatchRow, 'sourceId' | 'turn' | 'startOffset' | 'endOffset'>): void {
  requestReveal({ surface: 'transcript', sourceId, turn, startOffset, endOffset });
  openTab({ kind: 'transcript', id: sourceId }, { preview: true });
  focusFrontSurface();
}

/** Shows a tag or theme as a preview, a participant among the participants; the inspector describes it. */
export function openName({ kind, id }: Pick<NameMatch, 'kind' | 'id'>): void {
  if (kind === 'participant') openTab({ kind: 'participants' });
  else openTab({ kind, id }, { preview: true });
  select({ kind, id });
  focusFrontSurface();
}
