// Who stands behind a snippet, for counts on screen: one function for all who ask between two changes.
import { useSyncExternalStore } from 'react';

import { createPeopleOf, type PeopleOf } from '#shared/domain/evidence/participants-of';

import { collectionKey } from './projection.ts';
import { turnSpeakersArrived, turnSpeakersOf } from './turn-speakers.ts';
import { projection } from './vault-store.ts';

let arrivals = 0;
turnSpeakersArrived.subscribe(() => void (arrivals += 1));

let kept: { sources: unknown; arrivals: number; peopleOf: PeopleOf } | null = null;

/** The function as the records stand now; another one once a source or the labels of its turns have changed. */
export function currentPeopleOf(): PeopleOf {
  const sources = projection.list('sources');
  if (kept?.sources !== sources || kept.arrivals !== arrivals) {
    kept = { sources, arrivals, peopleOf: createPeopleOf(projection.state, { turnSpeakers: turnSpeakersOf }) };
  }
  return kept.peopleOf;
}

function subscribe(listener: () => void): () => void {
  const stopSources = projection.watch(collectionKey('sources'), listener);
  const stopArrivals = turnSpeakersArrived.subscribe(listener);
  return () => {
    stopSources();
    stopArrivals();
  };
}

/** The same for components. */
export function usePeopleOf(): PeopleOf {
  return useSyncExternalStore(subscribe, currentPeopleOf);
}
