// Asking which assumptions are rivals, one after the other, and what the topic is called.
import { MOST_RIVALS } from '#shared/model/records/rival-set';
import { askText, quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

const DONE = 'done';

/** Asks until the person is done; nothing is made with fewer than two, or without a name. @returns the id of the new set, or null. */
export async function addRivals(): Promise<string | null> {
  const chosen: string[] = [];
  while (chosen.length < MOST_RIVALS) {
    const answer = await quickPick({
      title: chosen.length === 0 ? 'Which assumption has a rival?' : `Against which other? ${chosen.length} chosen`,
      placeholder: 'Assumptions that cannot all be true',
      items: choices(chosen),
      empty: () => 'No other assumption is written down. They belong in the plan.',
    });
    if (!answer || !('id' in answer)) return null;
    if (answer.id === DONE) break;
    chosen.push(answer.id);
  }
  const name = await askText({
    title: 'What are they about?',
    placeholder: 'The topic, such as: how buyers begin',
    action: 'Set as rivals',
  });
  if (name === null || name.trim() === '') return null;
  return (await edit('addRivalSet', { name: name.trim(), assumptionIds: chosen })).rivalSetId;
}

function choices(chosen: readonly string[]) {
  const done = chosen.length >= 2 ? [{ id: DONE, label: 'These are all' }] : [];
  const others = [...projection.state.all('assumptions').values()]
    .filter(({ id }) => !chosen.includes(id))
    .map(({ id, statement, departmentId }) => ({
      id,
      label: statement,
      detail: projection.state.get('departments', departmentId)?.name ?? '',
    }));
  return [...done, ...others];
}
