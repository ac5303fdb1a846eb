// How far two coders of a study agree: figures tag by tag, the passages where they do not, and the figures as a table.
import { codedByBoth, rangesByTag, requireTwoCoders } from '#shared/domain/agreement/coded-sources';
import { type Agreement, type CodedSource, compareCodersInSteps } from '#shared/domain/agreement/compare-coders';
import { type DisputedPassage, disputedPassages } from '#shared/domain/agreement/disagreements';
import { exportedText } from '#shared/domain/exchange/mask-rows';
import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';
import type { VaultState } from '#shared/model/vault-state';
import { type AgreementAnswer, type AgreementFile, PASSAGES_LISTED } from '#shared/rpc/coder-answers';
import type { AgreementAsked } from '#shared/rpc/coder-inputs';

import { withPauses } from '../vault/pauses.ts';
import type { Background } from './background.ts';
import type { Job } from './jobs.ts';
import type { StudyView } from './study-view.ts';

/** @throws AppError('not-found' | 'conflict') for coders that are not two, 'vault-damaged' for a text that cannot be read, 'cancelled'. */
export async function agreementOf(view: StudyView, asked: AgreementAsked, job: Job): Promise<AgreementAnswer> {
  await view.settled();
  const { state } = view;
  const coders = requireTwoCoders(state, asked.coders);
  const sourceIds = codedByBoth(state, coders);
  const figures = await figuresOf(view, sourceIds, { ...asked, coders }, job);
  const passages = await withPauses(untilStopped(passagesInSteps(state, sourceIds, coders), job));
  const unsure = sourceIds.flatMap((id) => state.referring('sources', id, 'snippets')).filter(({ review }) => review).length;
  return { sources: sourceIds.length, unsure, figures, passages: passages.slice(0, PASSAGES_LISTED), totalPassages: passages.length };
}

function* passagesInSteps(state: VaultState, sourceIds: readonly string[], coders: readonly [string, string]): Steps<DisputedPassage[]> {
  const passages: DisputedPassage[] = [];
  for (const id of sourceIds) {
    for (const passage of disputedPassages(state, [id], coders)) passages.push(passage);
    yield;
  }
  return passages;
}

async function figuresOf(view: StudyView, sourceIds: readonly string[], asked: AgreementAsked, job: Job | null): Promise<Agreement[]> {
  if (sourceIds.length === 0) return [];
  const sources: CodedSource[] = [];
  for (const [done, id] of sourceIds.entries()) {
    job?.report(done, sourceIds.length, 'Reading transcripts');
    if (job?.signal.aborted) throw stopped();
    sources.push({ turns: await view.turns(id), tags: rangesByTag(view.state, id, asked.coders) });
  }
  const { unit, codedOnly } = asked;
  return withPauses(untilStopped(compareCodersInSteps(sources, unit, codedOnly), job));
}

function* untilStopped<Result>(steps: Steps<Result>, job: Job | null): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (job?.signal.aborted) throw stopped();
    yield;
  }
}

const stopped = (): AppError => new AppError('cancelled', 'Stopped. Nothing was changed.');

/** The same figures for a spreadsheet, with pseudonyms for participants' names: a row for all tags together, then one for each tag. Parts and coefficients are plain numbers. */
export async function agreementFile(view: StudyView, background: Background, asked: AgreementAsked): Promise<AgreementFile> {
  await view.settled();
  const coders = requireTwoCoders(view.state, asked.coders);
  const figures = await figuresOf(view, codedByBoth(view.state, coders), asked, null);
  const [first, second] = coders;
  const exported = exportedText(view.state, 'pseudonyms');
  const heading = [
    'Tag',
    'Percent agreement',
    'Cohen’s kappa',
    'Krippendorff’s alpha',
    'Both',
    `Only ${first}`,
    `Only ${second}`,
    'Neither',
  ];
  const rows = figures.map(({ tagId, percent, kappa, alpha, table }) => [
    tagId === null ? 'All tags' : exported(view.state.get('tags', tagId)?.name ?? tagId),
    percent === null ? '' : percent * 100,
    kappa ?? '',
    alpha ?? '',
    table.both,
    table.onlyFirst,
    table.onlySecond,
    table.neither,
  ]);
  const note = [`Unit: ${asked.unit}${asked.codedOnly ? ', without text that neither coded' : ''}`];
  const text = await background.run({ name: 'write-csv', rows: [heading, ...rows, [], note] }, LIMITS);
  return { fileName: 'agreement.csv', mediaType: 'text/csv', base64: Buffer.from(text).toString('base64') };
}

const LIMITS = {
  timeoutMs: 60_000,
  timeoutMessage: 'The table took more than a minute to write, so nothing was written. The study is untouched.',
};
