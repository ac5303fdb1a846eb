// What is asked for around commitments: signatures, the seal, judgements by hand, amendments.
import { missingForSeal } from '#shared/domain/commitments/read-commitment';
import { countNoun, shorten } from '#shared/lib/text';
import type { Commitment, CommitmentOutcome } from '#shared/model/records/commitment';
import { askText, quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

const all = (): Commitment[] => [...projection.state.all('commitments').values()].sort((left, right) => left.order - right.order);

/** Lets the person choose one of the commitments that fit; the only one is taken at once. */
async function chooseCommitment(title: string, fits: (commitment: Commitment) => boolean, empty: string): Promise<string | null> {
  const items = all()
    .filter(fits)
    .map(({ id, statement, owner }) => ({ id, label: statement, detail: owner }));
  if (items.length === 1) return items[0]?.id ?? null;
  const answer = await quickPick({ title, placeholder: 'Which commitment', items, empty: () => empty });
  return answer && 'id' in answer ? answer.id : null;
}

/** Signs with a name; the owner's is offered as long as it is missing. */
export async function signCommitment(given?: string): Promise<void> {
  const id = given ?? (await chooseCommitment('Sign a commitment', ({ seal }) => seal === null, 'No commitment waits for a signature.'));
  if (id === null) return;
  const { owner, signatures, statement } = projection.state.require('commitments', id);
  const signed = signatures.some(({ name }) => name.trim().toLowerCase() === owner.trim().toLowerCase());
  const name = await askText({
    title: `Who signs “${shorten(statement, 60)}”?`,
    placeholder: 'The name of whoever stands by it',
    initial: signed ? '' : owner,
    action: 'Sign as',
  });
  if (!name?.trim()) return;
  await edit('signCommitment', { commitmentId: id, name: name.trim() });
  announce(`${name.trim()} has signed.`);
}

/** Seals what is ready, or the one given, after saying what that means. */
export async function sealReady(given?: string): Promise<void> {
  const ready = all().filter((commitment) => commitment.seal === null && missingForSeal(commitment).length === 0);
  const ids = given ? [given] : ready.map(({ id }) => id);
  const waiting = all().filter(({ seal }) => seal === null).length - ready.length;
  const label = ids.length === 1 ? 'Seal the commitment' : `Seal ${countNoun(ids.length, 'commitment', 'commitments')}`;
  const answer = await quickPick({
    title: 'After this, changing the terms shows for good',
    placeholder: 'Press Enter to seal, Esc to leave',
    items: ids.length === 0 ? [] : [{ id: 'seal', label, detail: 'with time, signatures and a hash that follows the seal before' }],
    empty: () =>
      waiting === 0 ? 'Every commitment is sealed.' : 'None is ready: owner, action, date and the owner’s signature are needed.',
  });
  if (!answer || !('id' in answer)) return;
  await edit('sealCommitments', { commitmentIds: ids });
  announce(`${countNoun(ids.length, 'commitment is', 'commitments are')} sealed.`);
}

/** Asks for yes or no and the reason; or goes back to the count. */
export async function judgeByHand(commitmentId: string): Promise<void> {
  const { judged, statement } = projection.state.require('commitments', commitmentId);
  const answer = await quickPick({
    title: `Is it triggered? ${shorten(statement, 60)}`,
    placeholder: 'By hand, whatever was counted',
    items: [
      { id: 'yes', label: 'Triggered' },
      { id: 'no', label: 'Not triggered' },
      ...(judged ? [{ id: 'count', label: 'As it is counted' }] : []),
    ],
  });
  if (!answer || !('id' in answer)) return;
  if (answer.id === 'count') {
    await edit('judgeCommitment', { commitmentId, triggered: null });
    return;
  }
  const reason = await askText({ title: 'Why?', placeholder: 'The reason stands beside it', action: 'Because' });
  if (reason?.trim()) await edit('judgeCommitment', { commitmentId, triggered: answer.id === 'yes', reason: reason.trim() });
}

export async function setOutcome(commitmentId: string, outcome: CommitmentOutcome): Promise<void> {
  if (outcome === 'open') {
    await edit('setCommitmentOutcome', { commitmentId, outcome });
    return;
  }
  const { outcomeNote } = projection.state.require('commitments', commitmentId);
  const title = outcome === 'kept' ? 'What was done?' : 'Why was it dropped?';
  const note = await askText({ title, placeholder: 'One sentence for the readout', initial: outcomeNote, action: 'Note' });
  if (note !== null) await edit('setCommitmentOutcome', { commitmentId, outcome, note: note.trim() });
}

export async function amend(commitmentId: string): Promise<void> {
  const text = await askText({
    title: 'Add an amendment',
    placeholder: 'What changed since; the sealed words stay',
    action: 'Add',
  });
  if (text?.trim()) await edit('amendCommitment', { commitmentId, text: text.trim() });
}

/** Counts the people of a theme too; themes are not among the sealed terms. */
export async function countTheme(commitmentId: string): Promise<void> {
  const { themeIds } = projection.state.require('commitments', commitmentId);
  const items = [...projection.state.all('themes').values()]
    .filter(({ id }) => !themeIds.includes(id))
    .map(({ id, name, insight }) => ({ id, label: name || 'Unnamed cluster', detail: insight }));
  const answer = await quickPick({
    title: 'Whose people count too?',
    placeholder: 'A theme',
    items,
    empty: () => 'There is no other theme. They come from the affinity map.',
  });
  if (answer && 'id' in answer) await edit('updateCommitment', { commitmentId, themeIds: [...themeIds, answer.id] });
}

export async function removeCommitment(commitmentId: string): Promise<void> {
  await edit('removeCommitment', { commitmentId });
  document.querySelector<HTMLElement>('[data-commitments]')?.focus();
  announce('The commitment was removed, and the forecasts on it with it. Undo brings them back.');
}
