// Commands about participants and segments.
import type { IdsOf } from '#shared/commands/catalog';
import type { SOURCES } from '#shared/commands/catalog/sources';
import { askText } from '#renderer/stores/quick-pick-store';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { select, useViewStore } from '#renderer/stores/view-store';

import { recordConsent } from './record-consent.ts';

type ParticipantCommand = Extract<IdsOf<typeof SOURCES>, `participant${string}` | `segment${string}`>;

/** Adds somebody with the next free pseudonym and shows them in the inspector, ready to be described. */
export async function addParticipant(): Promise<void> {
  const { participantId } = await edit('addParticipant', {});
  openTab({ kind: 'participants' });
  select({ kind: 'participant', id: participantId });
  useViewStore.setState({ inspectorVisible: true });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-part="inspector"] input')?.focus());
}

const askSegment = (): Promise<string | null> =>
  askText({ title: 'New segment', placeholder: 'Name of the segment', action: 'Add segment' });

async function addSegment(): Promise<void> {
  const name = await askSegment();
  if (name === null) return;
  await edit('addSegment', { name });
  openTab({ kind: 'participants' });
}

/** Asks for a new segment and puts a participant into it. */
export async function addSegmentFor(participantId: string): Promise<void> {
  const name = await askSegment();
  if (name === null) return;
  const { segmentId } = await edit('addSegment', { name });
  await edit('updateParticipant', { participantId, segmentId });
}

export const participantsHandlers: Record<ParticipantCommand, () => void | Promise<void>> = {
  'participants.open': () => openTab({ kind: 'participants' }),
  'participant.add': addParticipant,
  'participant.consent': recordConsent,
  'segment.add': addSegment,
};
