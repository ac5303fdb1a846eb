// Who speaks in a transcript, as the screen may show it.
import { useMemo } from 'react';

import { createNameMask } from '#shared/domain/readout/name-mask';
import type { Source, SpeakerRole } from '#shared/model/records/source';
import { useRecord, useRecords } from '#renderer/stores/record-hooks';
import { useHideNames } from '#renderer/stores/shown-names';
import { projection, useVaultStore } from '#renderer/stores/vault-store';

export interface ShownSpeaker {
  /** `Karim · P07`, `P07` while names are hidden, the label itself for others. */
  name: string;
  role: SpeakerRole;
}

const NOBODY = 'Nobody named';

function shownSpeakers(source: Source, hideNames: boolean): ReadonlyMap<string | null, ShownSpeaker> {
  const mask = hideNames ? createNameMask(projection.state).mask : (text: string) => text;
  const known = new Map<string | null, ShownSpeaker>();
  for (const { label, role, participantId } of source.speakers) {
    const pseudonym = participantId === null ? undefined : projection.state.get('participants', participantId)?.pseudonym;
    if (pseudonym === undefined) known.set(label, { name: mask(label), role });
    else known.set(label, { name: hideNames || label === pseudonym ? pseudonym : `${label} · ${pseudonym}`, role });
  }
  const alone = source.participantId === null ? undefined : projection.state.get('participants', source.participantId);
  known.set(null, { name: alone ? alone.pseudonym : '', role: 'participant' });
  return known;
}

/** Gives the shown name of each label, for lists and the live region. */
export function speakerNames(sourceId: string): (label: string | null) => string {
  const source = projection.state.get('sources', sourceId);
  const names = source ? shownSpeakers(source, useVaultStore.getState().settings.hideNames) : new Map<string | null, ShownSpeaker>();
  return (label) => names.get(label)?.name || label || NOBODY;
}

/** The speakers of a source by label, for components. */
export function useSpeakers(sourceId: string): ReadonlyMap<string | null, ShownSpeaker> {
  const source = useRecord('sources', sourceId);
  const participants = useRecords('participants');
  const hideNames = useHideNames();
  return useMemo(() => (source && participants ? shownSpeakers(source, hideNames) : new Map()), [source, participants, hideNames]);
}
