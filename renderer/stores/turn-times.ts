// When each turn of a transcript began, fetched once a text when something on screen asks for it.
import { useSyncExternalStore } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { Unsubscribe } from '#shared/lib/emitter';
import type { Source } from '#shared/model/records/source';

import { call } from './session.ts';
import { projection } from './vault-store.ts';

type Times = readonly (number | null)[];

/** By checksum of the text, so that another revision or another study never finds the wrong times; empty: it could not be read. */
const known = new Map<string, Times>();
const wanted = new Map<string, Source>();
const listeners = new Set<() => void>();
let fetching = false;
let version = 0;

/**
 * Start of a turn in milliseconds from the start of the recording; null when the file has no times, or when they are not here yet.
 * In the latter case they are fetched, and whoever uses `useTurnTimes` is told.
 */
export function turnStart(sourceId: string, turn: number): number | null {
  const source = projection.state.get('sources', sourceId);
  if (!source || source.transcript.endMs === null) return null;
  const times = known.get(source.transcript.sha256);
  if (times) return times[turn] ?? null;
  wanted.set(source.transcript.sha256, source);
  if (!fetching) {
    fetching = true;
    queueMicrotask(() => void fetchWanted());
  }
  return null;
}

/** Renders again when times have arrived. @returns a number that is another one then. */
export function useTurnTimes(): number {
  return useSyncExternalStore(subscribe, () => version);
}

function subscribe(listener: () => void): Unsubscribe {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** One after the other, so that a transcript that a person opens meanwhile does not wait behind all of them. */
async function fetchWanted(): Promise<void> {
  let learned = false;
  for (const [sha256, source] of wanted) {
    wanted.delete(sha256);
    // Another study may have been opened meanwhile.
    if (projection.state.get('sources', source.id)?.transcript.sha256 !== sha256) continue;
    const times = await timesOf(source.id);
    if (!times) continue;
    known.set(sha256, times);
    learned = true;
  }
  fetching = false;
  if (!learned) return;
  version += 1;
  for (const listener of [...listeners]) listener();
}

/** Empty when the text is damaged, which stays so; undefined when asking failed, which may be better next time. */
async function timesOf(sourceId: string): Promise<Times | undefined> {
  try {
    const { turns } = await call('transcript.read', { sourceId });
    return turns.map((turn) => turn.startMs);
  } catch (error) {
    return error instanceof AppError && error.code === 'vault-damaged' ? [] : undefined;
  }
}
