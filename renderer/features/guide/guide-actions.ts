// What the guide's buttons and commands do; a refusal has been shown when they end.
import { guideCoverage, openProposals } from '#shared/domain/guide/guide-coverage';
import { guideAsMarkdown } from '#shared/domain/guide/guide-text';
import { createNameMask } from '#shared/domain/readout/name-mask';
import { countNoun, withoutDirections } from '#shared/lib/text';
import type { Question } from '#shared/model/records/question';
import { notify } from '#renderer/stores/notification-store';
import { askText, quickPick } from '#renderer/stores/quick-pick-store';
import { call } from '#renderer/stores/session';
import { shownText } from '#renderer/stores/shown-names';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { downloadText } from '../exchange/index.ts';

/** Asks for a question that tests an assumption, beginning as open questions do. */
export async function addQuestionFor(assumptionId: string): Promise<void> {
  const statement = shownText()(projection.state.get('assumptions', assumptionId)?.statement ?? '');
  const text = await askText({
    title: withoutDirections(`A question that tests: ${statement}`),
    placeholder: 'Ask for what happened, and do not name the assumption',
    initial: 'Tell me about the last time ',
    action: 'Add',
  });
  if (text === null || text.trim() === '') return;
  await edit('addQuestions', { questions: [{ text: text.trim(), assumptionIds: [assumptionId] }] }).catch(() => undefined);
}

export async function addQuestion(text: string): Promise<void> {
  await edit('addQuestions', { questions: [{ text }] });
}

/** Asks which assumption the answers to a question test, and links it. */
export async function linkAssumption({ id: questionId, assumptionIds }: Question): Promise<void> {
  const shown = shownText();
  const items = [...projection.state.all('assumptions').values()]
    .filter(({ id }) => !assumptionIds.includes(id))
    .map(({ id, statement, departmentId }) => ({
      id,
      label: withoutDirections(shown(statement)),
      detail: withoutDirections(projection.state.get('departments', departmentId)?.name ?? ''),
    }));
  const answer = await quickPick({
    title: 'Which assumption do the answers test?',
    placeholder: 'Assumptions of the plan',
    items,
    empty: () => 'No other assumption is written down. They belong in the plan.',
  });
  if (!answer || !('id' in answer)) return;
  await edit('updateQuestion', { questionId, assumptionIds: [...assumptionIds, answer.id] }).catch(() => undefined);
}

/** Moves a question one place up or down. */
export async function moveQuestion(questionId: string, step: 1 | -1): Promise<void> {
  const order = [...projection.state.all('questions').values()].sort((left, right) => left.order - right.order).map(({ id }) => id);
  const at = order.indexOf(questionId);
  const to = at + step;
  if (at < 0 || to < 0 || to >= order.length) return;
  const beforeQuestionId = (step === -1 ? order[to] : order[to + 1]) ?? null;
  await edit('moveQuestion', { questionId, beforeQuestionId }).catch(() => undefined);
  announce(`Question ${to + 1} of ${order.length}.`);
}

/** The guide as a file to take along, with pseudonyms for names. */
export function saveGuide(): void {
  const text = guideAsMarkdown(projection.state, createNameMask(projection.state).mask);
  downloadText('interview-guide.md', 'text/markdown', text);
  notify({ kind: 'info', message: 'interview-guide.md was saved: the questions without the assumptions, and pseudonyms for names.' });
}

/** Confirms all that the transcripts show and nobody has decided on, as one step. */
export async function confirmAll(): Promise<void> {
  const found = await call('guide.proposals', {});
  const askings = openProposals(guideCoverage(projection.state, found)).map(({ questionId, sourceId, turn }) => ({
    questionId,
    sourceId,
    turn,
    asked: true,
  }));
  if (askings.length === 0) {
    notify({
      kind: 'info',
      message: 'The transcripts show no other question of the guide. What was asked in other words is marked by hand.',
    });
    return;
  }
  await edit('recordAskings', { askings });
  notify({ kind: 'info', message: `${countNoun(askings.length, 'question was', 'questions were')} noted as asked. Undo takes it back.` });
}
