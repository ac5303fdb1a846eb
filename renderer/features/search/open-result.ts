// Going to what was found.
import { openTab } from '#renderer/stores/tabs';
import { requestReveal, select, type TabContent } from '#renderer/stores/view-store';
import { projection } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';
import type { SearchKind } from '#shared/model/search-kinds';
import type { FoundPlace } from '#shared/rpc/search-answers';

import { runCommand } from '../../commands/run-command.ts';
import type { NameMatch } from './name-matches.ts';

/** Kinds that stand together on one page. */
const PLACES = {
  decision: { kind: 'plan' },
  question: { kind: 'guide' },
  conversation: { kind: 'rhythm' },
  habit: { kind: 'habits' },
  signal: { kind: 'signals' },
  gate: { kind: 'gates' },
  'self-assessment': { kind: 'self-assessment' },
} as const satisfies Partial<Record<SearchKind, TabContent>>;

const isPlace = (kind: SearchKind): kind is keyof typeof PLACES => Object.hasOwn(PLACES, kind);

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
  else if (isPlace(kind)) openTab(PLACES[kind]);
  else if (kind === 'commitment' || kind === 'owner') return void runCommand(`${kind}.show`);
  else if (kind === 'department') openTab({ kind, id }, { preview: true });
  else if (kind === 'acknowledgement') {
    const said = projection.state.get('acknowledgements', id);
    if (said) openTab({ kind: 'department', id: said.departmentId }, { preview: true });
  } else if (kind === 'assumption') {
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
