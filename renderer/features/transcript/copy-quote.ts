// Copies the selected words with where they stand, ready for another document.
import { citedQuote } from '#shared/domain/coding/cited-quote';
import { whyWithheld } from '#shared/domain/participants/withheld-words';
import { createNameMask } from '#shared/domain/readout/name-mask';
import { quoteOf } from '#shared/domain/transcript/anchor';
import type { Purpose } from '#shared/model/records/consent';
import { notify } from '#renderer/stores/notification-store';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { today } from '../evidence/index.ts';
import { clockTime } from '../sources/index.ts';
import { activeSurface } from './active-surface.ts';
import { currentTarget } from './choosing.ts';

/**
 * Under pseudonyms while names are hidden: what is copied is what can be seen. Words that stakeholders may not read are copied only when
 * the person says that they are for the team, and only when the team may.
 */
export async function copyQuote(): Promise<void> {
  const surface = activeSurface();
  const target = currentTarget();
  if (!surface || !target) return;
  const range = target.kind === 'text' ? target.range : projection.state.require('snippets', target.snippetId).range;
  const turn = surface.turns[range.startTurn];
  const source = projection.state.require('sources', surface.sourceId);
  const shown = useVaultStore.getState().settings.hideNames ? createNameMask(projection.state).mask : (text: string) => text;
  const speaker = source.speakers.find(({ label }) => label === turn?.speaker);
  const participantId = speaker?.participantId ?? (turn?.speaker == null ? source.participantId : null);
  const participant = participantId === null ? undefined : projection.state.get('participants', participantId);
  const text = citedQuote(shown(quoteOf(surface.turns, range)), {
    who: participant?.pseudonym ?? shown(turn?.speaker ?? ''),
    turn: range.startTurn + 1,
    time: turn?.startMs == null ? null : clockTime(turn.startMs),
    source: shown(source.title),
  });
  const speakers = [...new Set(surface.turns.slice(range.startTurn, range.endTurn + 1).map((each) => each.speaker))];
  const why = (purpose: Purpose): string | null =>
    whyWithheld(projection.state, { purpose, day: today() }, { sourceId: surface.sourceId, speakers, range });
  const kept = why('stakeholders');
  if (kept === null) return put(text);
  const forTeam = { label: 'Copy for the team', run: () => void put(text) };
  notify({ kind: 'error', message: `The quote was not copied. ${kept}`, ...(why('team') === null ? { action: forTeam } : {}) });
}

async function put(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied the quote with its source.');
  } catch {
    notify({
      kind: 'error',
      message:
        'The quote could not be copied, because this window may not use the clipboard right now. Click into the transcript and press the keys again.',
    });
  }
}
