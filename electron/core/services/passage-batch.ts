// The part of assisted coding that runs in a worker thread: passages in some transcripts.
import { type FoundPassage, findPassages, type PassageSearch } from '#shared/domain/assisted/find-passages';
import type { PassageUnit } from '#shared/model/passage-units';
import type { Turn } from '#shared/model/transcript';

/** One batch for the worker. */
export interface PassageBatch {
  sources: { id: string; turns: readonly Turn[]; silent: readonly string[] }[];
  search: PassageSearch;
  unit: PassageUnit;
}

/** In the worker: what is found in each source of a batch. */
export function searchBatch({ sources, search, unit }: PassageBatch): { sourceId: string; found: FoundPassage[] }[] {
  return sources.map(({ id, turns, silent }) => {
    const unheard = new Set<string | null>(silent);
    return { sourceId: id, found: findPassages(turns, search, unit, (speaker) => !unheard.has(speaker)) };
  });
}
