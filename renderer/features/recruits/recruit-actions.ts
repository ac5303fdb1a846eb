// Putting somebody on the recruitment list: a participant of the study, or somebody new.
import { create } from 'zustand';

import { withoutDirections } from '#shared/lib/text';
import { personLabel } from '#renderer/stores/shown-names';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';

/** Who is shown beside the list, and whose invitation is open. */
export const useRecruitsStore = create<{ chosen: string | null; inviting: string | null }>()(() => ({ chosen: null, inviting: null }));

/** Asks whom, and puts them on the list. */
export async function addRecruit(): Promise<void> {
  const { hideNames } = useVaultStore.getState().settings;
  const items = [...projection.state.all('participants').values()]
    .filter(({ id }) => !projection.state.get('recruits', id))
    .map((participant) => ({ id: participant.id, label: withoutDirections(personLabel(participant, hideNames)) }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en'));
  const answer = await quickPick({
    title: 'Whom would you like to interview?',
    placeholder: 'A name, or a participant of the study',
    items,
    create: { label: (query) => `Add “${query}” as somebody new` },
    empty: () => 'Type a name, then press Enter.',
  });
  if (!answer) return;
  const who = 'create' in answer ? { newParticipant: { name: answer.create.trim() } } : { participantId: answer.id };
  const { recruitId } = await edit('addRecruit', who);
  useRecruitsStore.setState({ chosen: recruitId });
}
