// Answers queries over an open study, with its transcripts where a query counts words.
import { coOccurrence, tagsBySegment } from '#shared/domain/query/count-tables';
import { type QueryAnswer, countsWords, runQuery } from '#shared/domain/query/run-query';
import type { CountTable } from '#shared/model/count-table';
import type { Condition } from '#shared/model/records/query';
import type { Turn } from '#shared/model/transcript';

import { withPauses } from '../vault/pauses.ts';
import type { StudyView } from './study-view.ts';
import { loadTurnSpeakers } from './turn-speakers.ts';

/** Works with pauses, so that edits and windows do not wait. @throws AppError('vault-damaged') for a transcript that cannot be read, when the query counts words. */
export async function queryStudy(view: StudyView, where: Condition): Promise<QueryAnswer> {
  await view.settled();
  const turns = new Map<string, readonly Turn[]>();
  if (countsWords(where)) {
    for (const sourceId of view.state.all('sources').keys()) turns.set(sourceId, await view.turns(sourceId));
  }
  const turnSpeakers = await loadTurnSpeakers(view);
  return withPauses(runQuery(view.state, where, { turnSpeakers, turnsOf: (sourceId) => turns.get(sourceId) ?? null }));
}

/** Counts tags in people and snippets, with pauses. */
export async function countTags(view: StudyView, table: 'tags-together' | 'tags-by-segment'): Promise<CountTable> {
  await view.settled();
  const options = { turnSpeakers: await loadTurnSpeakers(view) };
  return withPauses(table === 'tags-together' ? coOccurrence(view.state, options) : tagsBySegment(view.state, false, options));
}
