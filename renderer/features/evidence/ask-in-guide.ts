// Puts a proposed question into the interview guide, linked to the assumption that it tests.
import { notify } from '#renderer/stores/notification-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

/** A question that stands in the guide in the same words gets the assumption too. */
export async function askInGuide(text: string, assumptionId: string): Promise<void> {
  const there = projection.list('questions').find((question) => question.text === text);
  if (!there) await edit('addQuestions', { questions: [{ text, assumptionIds: [assumptionId] }] });
  else await edit('updateQuestion', { questionId: there.id, assumptionIds: [...there.assumptionIds, assumptionId] });
  notify({ kind: 'info', message: 'The question stands in the interview guide.' });
}
