// What the evidence says right now: people, matrix and verdicts, worked out once for every screen that shows them.
import { createContext, useContext, useSyncExternalStore } from 'react';

import { createReadoutScope, type ReadoutScope } from '#shared/domain/readout/readout-scope';
import type { Unsubscribe } from '#shared/lib/emitter';
import type { CollectionName } from '#shared/model/records/index';
import { exportPurpose, watchExportPurpose } from '#renderer/stores/export-purpose';
import { collectionKey } from '#renderer/stores/projection';
import { turnSpeakersArrived, turnSpeakersOf } from '#renderer/stores/turn-speakers';
import { projection, useVaultStore } from '#renderer/stores/vault-store';

import { today } from './today.ts';

/** Everything that people, matrix, verdicts, citations and names are made of. */
const COLLECTIONS: readonly CollectionName[] = [
  'study',
  'segments',
  'participants',
  'sources',
  'snippets',
  'themes',
  'cards',
  'departments',
  'assumptions',
  'evidenceLinks',
  'counterSearches',
  'questions',
  'askings',
  'readout',
];

type Names = 'pseudonyms' | 'names';

const kept = new Map<string, ReadoutScope>();
let watching = false;
let telling = false;
const listeners = new Set<() => void>();

/** One edit touches several collections: it is told once, after all of them. */
function forget(): void {
  kept.clear();
  if (telling) return;
  telling = true;
  queueMicrotask(() => {
    telling = false;
    for (const listener of [...listeners]) listener();
  });
}

/** From the first question on the records are watched for good: forgetting costs nothing, and nobody ever reads a stale answer. */
function watch(): void {
  watching = true;
  for (const name of COLLECTIONS) projection.watch(collectionKey(name), forget);
  turnSpeakersArrived.subscribe(forget);
  watchExportPurpose(forget);
  useVaultStore.subscribe((state, before) => {
    if (state.settings.hideNames !== before.settings.hideNames) forget();
  });
}

/** As on screen: the person chooses whether names are shown there. */
function namesOnScreen(): Names {
  return useVaultStore.getState().settings.hideNames ? 'pseudonyms' : 'names';
}

/**
 * The evidence as it stands, for handlers and callbacks.
 * @param leaves true for what is handed to others: then words are withheld whose consent does not reach so far.
 */
export function currentEvidence(names: Names = namesOnScreen(), leaves = false): ReadoutScope {
  if (!watching) watch();
  const day = today();
  const purpose = exportPurpose();
  // Consent ends with a day.
  const key = `${names} ${leaves ? `${day} ${purpose}` : ''}`;
  let scope = kept.get(key);
  if (!scope) {
    const options = { names, purpose, today: day, turnSpeakers: turnSpeakersOf, inside: !leaves };
    kept.set(key, (scope = createReadoutScope(projection.state, options)));
  }
  return scope;
}

/** True around what may leave the study, such as a page that is printed: pseudonyms whatever the screen shows, and no withheld words. */
export const AlwaysPseudonyms = createContext(false);

function subscribe(listener: () => void): Unsubscribe {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const asOnScreen = (): ReadoutScope => currentEvidence();
const underPseudonyms = (): ReadoutScope => currentEvidence('pseudonyms', true);

/** The same for components: renders again when it changes. */
export function useEvidence(): ReadoutScope {
  return useSyncExternalStore(subscribe, useContext(AlwaysPseudonyms) ? underPseudonyms : asOnScreen);
}
