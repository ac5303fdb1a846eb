// Reads the interviews for who lets people talk and how it is asked.
import { listeningOf } from '#shared/domain/rhythm/interviewers';
import type { InterviewListening } from '#shared/model/interview-listening';

import type { StudyView } from './study-view.ts';

/** Every source in which somebody asks and somebody is heard, in the order of the study; those whose text cannot be read are left out. */
export async function listeningInStudy(vault: StudyView): Promise<InterviewListening[]> {
  const found: InterviewListening[] = [];
  for (const source of vault.state.all('sources').values()) {
    const roles = new Set(source.speakers.map(({ role }) => role));
    if (!roles.has('interviewer') || !roles.has('participant')) continue;
    const turns = await vault.turns(source.id).catch(() => null);
    if (turns) found.push(listeningOf(source, turns));
  }
  return found;
}
