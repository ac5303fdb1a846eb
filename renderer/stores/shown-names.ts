// Names as the screen may show them: real ones, or pseudonyms while names are hidden.
import { useMemo } from 'react';

import { createNameMask } from '#shared/domain/readout/name-mask';
import type { Participant } from '#shared/model/records/participant';

import { useRecords } from './record-hooks.ts';
import { projection, useVaultStore } from './vault-store.ts';

/** True while pseudonyms stand for names. */
export function useHideNames(): boolean {
  return useVaultStore((state) => state.settings.hideNames);
}

/** `P07 Karim`, or `P07` while names are hidden or when there is none. */
export function personLabel(person: Pick<Participant, 'pseudonym' | 'name'>, hideNames: boolean): string {
  return hideNames || person.name.trim() === '' ? person.pseudonym : `${person.pseudonym} ${person.name}`;
}

let kept: { participants: unknown; sources: unknown; mask(text: string): string } | null = null;

/** One mask for all who ask between two changes of the records. */
function currentMask(): (text: string) => string {
  const participants = projection.list('participants');
  const sources = projection.list('sources');
  if (kept?.participants !== participants || kept.sources !== sources) {
    kept = { participants, sources, mask: createNameMask(projection.state).mask };
  }
  return kept.mask;
}

const asItIs = (text: string): string => text;

/** The same outside React: for lists that are made at the moment somebody asks, like the palette's. */
export function shownText(): (text: string) => string {
  return useVaultStore.getState().settings.hideNames ? currentMask() : asItIs;
}

/** Gives a function for titles and other short texts that may hold names: replaces them while names are hidden. */
export function useShownText(): (text: string) => string {
  const hideNames = useHideNames();
  const participants = useRecords('participants');
  const sources = useRecords('sources');
  return useMemo(
    () => (hideNames && (participants.length > 0 || sources.length > 0) ? currentMask() : asItIs),
    [hideNames, participants, sources],
  );
}
