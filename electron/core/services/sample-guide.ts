// The interview guide of the sample study: questions, where they were asked, and who is still to be interviewed.
import { guideCoverage, openProposals } from '#shared/domain/guide/guide-coverage';
import type { EditInput } from '#shared/edits/index';

import type { Vault } from '../vault/vault.ts';
import { proposedAskings } from './guide-service.ts';
import type { FindId } from './sample-weighing.ts';

type Recruit = Pick<EditInput<'addRecruit'>, 'strength' | 'introduction' | 'introducer' | 'stage' | 'meeting' | 'note'>;

/** As it stands in the file of the sample study: everything by its key. */
export interface SampleGuide {
  opening: string;
  closing: string;
  organiser: string;
  questions: { key: string; text: string; probes?: string; tests: string[] }[];
  /** Where it was asked in words that the proposals do not find. */
  asked: { question: string; files: string[] }[];
  /** Questions that came up after so many interviews. */
  notAsked: { question: string; files: string[] }[];
  /** Interviews whose proposals are left for a newcomer to confirm. */
  open: string[];
  /** `who`: the pseudonym of somebody who is in the study, or `name` for somebody new. */
  recruits: (Recruit & {
    who?: string;
    name?: string;
    reached?: 'advocate' | 'introduction' | 'cold' | 'unknown';
    introducedBy?: string;
  })[];
}

/** Fills it in by the same edits that a person makes. */
export async function fillGuide(vault: Vault, guide: SampleGuide, find: FindId): Promise<void> {
  const { opening, closing, organiser } = guide;
  await vault.edit('updateGuide', { opening, closing, organiser });
  const { result } = await vault.edit('addQuestions', {
    questions: guide.questions.map(({ tests, key: _key, ...question }) => ({
      ...question,
      assumptionIds: tests.map((key) => find('assumptions', key)),
    })),
  });
  const questionIds = result.questionIds as readonly string[];
  const idOf = new Map(guide.questions.map(({ key }, index) => [key, questionIds[index] ?? '']));
  const noted = (list: SampleGuide['asked'], asked: boolean) =>
    list.flatMap(({ question, files }) =>
      files.map((file) => ({ questionId: idOf.get(question) ?? '', sourceId: find('sources', file), asked, turn: null })),
    );
  const left = new Set(guide.open.map((file) => find('sources', file)));
  const shown = openProposals(guideCoverage(vault.state, await proposedAskings(vault))).filter(({ sourceId }) => !left.has(sourceId));
  const confirmed = shown.map(({ questionId, sourceId, turn }) => ({ questionId, sourceId, turn, asked: true }));
  const told = [...noted(guide.asked, true), ...noted(guide.notAsked, false)];
  const known = new Set(confirmed.map(({ questionId, sourceId }) => `${questionId} ${sourceId}`));
  await vault.edit('recordAskings', {
    askings: [...confirmed, ...told.filter(({ questionId, sourceId }) => !known.has(`${questionId} ${sourceId}`))],
  });
  for (const recruit of guide.recruits) await addToList(vault, recruit);
}

async function addToList(
  vault: Vault,
  { who, name = '', reached, introducedBy, ...fields }: SampleGuide['recruits'][number],
): Promise<void> {
  const person = (pseudonym: string | undefined): string | undefined =>
    [...vault.state.all('participants').values()].find((each) => each.pseudonym === pseudonym)?.id;
  const newcomer = { newParticipant: { name, reached: reached ?? 'unknown' } };
  const participantId = person(who);
  await vault.edit('addRecruit', {
    ...fields,
    introducerId: person(introducedBy) ?? null,
    ...(participantId === undefined ? newcomer : { participantId }),
  });
}
