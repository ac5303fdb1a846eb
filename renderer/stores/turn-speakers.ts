// Speaker labels of transcripts' turns, fetched once a text when somebody asks, so that the window counts people as the core does.
import { AppError } from '#shared/lib/app-error';
import { createEmitter } from '#shared/lib/emitter';
import type { Source } from '#shared/model/records/source';

import { call } from './session.ts';
import { projection } from './vault-store.ts';

type Labels = readonly (string | null)[];

/** By checksum of the text, so that another revision or another study never finds the wrong labels; null: it could not be read. */
const known = new Map<string, Labels | null>();
const wanted = new Map<string, Source>();
let fetching = false;

/** Told when labels have arrived: whatever was counted without them counts again. */
export const turnSpeakersArrived = createEmitter<void>();

/**
 * The labels of a source's turns, or null when they are not at hand; in that case they are fetched.
 * Texts with a single voice need no labels, so they are never fetched.
 */
export function turnSpeakersOf(sourceId: string): Labels | null {
  const source = projection.state.get('sources', sourceId);
  if (!source || source.speakers.length < 2) return null;
  const labels = known.get(source.transcript.sha256);
  if (labels !== undefined) return labels;
  wanted.set(source.transcript.sha256, source);
  if (!fetching) {
    fetching = true;
    queueMicrotask(() => void fetchWanted());
  }
  return null;
}

/** One after the other, so that a person who opens a transcript meanwhile does not wait behind all of them. */
async function fetchWanted(): Promise<void> {
  let learned = false;
  for (const [sha256, source] of wanted) {
    wanted.delete(sha256);
    // Another study may have been opened meanwhile.
    if (projection.state.get('sources', source.id)?.transcript.sha256 !== sha256) continue;
    const labels = await labelsOf(source.id);
    if (labels === undefined) continue;
    known.set(sha256, labels);
    learned = true;
  }
  fetching = false;
  if (learned) turnSpeakersArrived.emit();
}

/** Null when the text is damaged, which stays so; undefined when asking failed, which may be better next time. */
async function labelsOf(sourceId: string): Promise<Labels | null | undefined> {
  try {
    const { turns } = await call('transcript.read', { sourceId });
    return turns.map((turn) => turn.speaker);
  } catch (error) {
    return error instanceof AppError && error.code === 'vault-damaged' ? null : undefined;
  }
}
