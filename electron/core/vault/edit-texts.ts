// The transcripts that an edit asked for, as its context gives them.
import { AppError } from '#shared/lib/app-error';
import type { Turn } from '#shared/model/transcript';

/** @throws AppError('internal') for a source that the edit did not name beforehand. */
export function turnsOf(texts: ReadonlyMap<string, readonly Turn[]>): (sourceId: string) => readonly Turn[] {
  return (sourceId) => {
    const turns = texts.get(sourceId);
    if (!turns) throw new AppError('internal', 'An edit read a transcript that it did not ask for. Nothing was changed.');
    return turns;
  };
}
