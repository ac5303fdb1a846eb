// Answers queries over an open study, with its transcripts where a query counts words.
import { type QueryAnswer, countsWords, runQuery } from '#shared/domain/query/run-query';
import type { Condition } from '#shared/model/records/query';
import type { Turn } from '#shared/model/transcript';

import type { StudyView } from './study-view.ts';
import { loadTurnSpeakers } from './turn-speakers.ts';

/** Milliseconds of work before whatever else waits may run. */
const SLICE_MS = 12;

/** Works in slices. @throws AppError('vault-damaged') for a transcript that cannot be read, when the query counts words. */
export async function queryStudy(view: StudyView, where: Condition): Promise<QueryAnswer> {
  await view.settled();
  const turns = new Map<string, readonly Turn[]>();
  if (countsWords(where)) {
    for (const sourceId of view.state.all('sources').keys()) turns.set(sourceId, await view.turns(sourceId));
  }
  const turnSpeakers = await loadTurnSpeakers(view);
  const steps = runQuery(view.state, where, { turnSpeakers, turnsOf: (sourceId) => turns.get(sourceId) ?? null });
  for (let until = performance.now() + SLICE_MS; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise(setImmediate);
    until = performance.now() + SLICE_MS;
  }
}
