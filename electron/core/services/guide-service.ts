// Looks through the transcripts of the open study for the questions of its guide.
import { questionsOf, interviewsOf } from '#shared/domain/guide/guide-coverage';
import { type AskingTurn, askingTurns, proposeAskings } from '#shared/domain/guide/propose-askings';
import type { ProposedAsking } from '#shared/model/proposed-asking';

import { withPauses } from '../vault/pauses.ts';
import type { StudyView } from './study-view.ts';

/** Works with pauses. A transcript that cannot be read shows nothing; nothing is changed. */
export async function proposedAskings(view: StudyView): Promise<ProposedAsking[]> {
  await view.settled();
  const questions = questionsOf(view.state);
  if (questions.length === 0) return [];
  const asking: AskingTurn[] = [];
  for (const { id: sourceId, speakers } of interviewsOf(view.state)) {
    const turns = await view.turns(sourceId).catch(() => []);
    asking.push(...askingTurns({ sourceId, speakers, turns }));
  }
  return withPauses(proposeAskings(questions, asking));
}
