// What a person adds to a verdict: one set by hand with its reason, and searches for evidence against it.
import { VERDICTS } from '#shared/model/verdicts';
import { shorten } from '#shared/lib/text';
import { askText, quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { VERDICT_NAMES } from './evidence-words.ts';

const statementOf = (assumptionId: string): string => shorten(projection.state.require('assumptions', assumptionId).statement, 90);

/** Asks for a verdict and for its reason; without a reason nothing is set. */
export async function overrideByHand(assumptionId: string): Promise<void> {
  const now = projection.state.require('assumptions', assumptionId).override;
  const items = VERDICTS.map((id) => ({ id, label: VERDICT_NAMES[id], ...(id === now?.verdict ? { hint: 'now' } : {}) }));
  const answer = await quickPick({ title: statementOf(assumptionId), placeholder: 'The verdict by hand', items });
  const verdict = VERDICTS.find((id) => answer && 'id' in answer && answer.id === id);
  if (!verdict) return;
  const initial = now?.verdict === verdict ? now.reason : '';
  const reason = await askText({
    title: 'Why is it so, whatever was counted?',
    placeholder: 'The reason stands beside the verdict',
    initial,
    action: 'Because',
  });
  if (reason === null || reason.trim() === '') return;
  await edit('overrideVerdict', { assumptionId, verdict, reason: reason.trim() });
  announce(`Set by hand: ${VERDICT_NAMES[verdict]}. The counted verdict stays beside it.`);
}

/** Takes the verdict by hand away. */
export async function takeCounted(assumptionId: string): Promise<void> {
  if (!projection.state.get('assumptions', assumptionId)?.override) return;
  await edit('useCountedVerdict', { assumptionId });
  announce('The counted verdict holds again.');
}

/** Asks what was looked for and what was found. */
export async function logSearch(assumptionId: string): Promise<void> {
  const lookedFor = await askText({
    title: `What did you look for against it? ${statementOf(assumptionId)}`,
    placeholder: 'Words searched, interviews read again, people asked',
    action: 'Looked for',
  });
  if (lookedFor === null || lookedFor.trim() === '') return;
  const found = await askText({ title: 'What did you find?', placeholder: 'A sentence, such as: nobody says otherwise', action: 'Found' });
  if (found === null) return;
  await edit('logCounterSearch', { assumptionId, lookedFor: lookedFor.trim(), found: found.trim() });
  announce('The search is logged.');
}
