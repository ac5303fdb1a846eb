// Adding, drafting, passing and removing gates.
import { gateDraft } from '#shared/domain/handover/gate-draft';
import type { Gate } from '#shared/model/records/gate';
import { notify } from '#renderer/stores/notification-store';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { askText } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';

import { currentEvidence, today } from '../evidence/index.ts';

/** Asks for its name; without one nothing is added. */
export async function addGate(): Promise<void> {
  const name = await askText({ title: 'What is the gate called?', placeholder: 'Such as: concept freeze', action: 'Add the gate' });
  if (name === null || name.trim() === '') return;
  await edit('addGate', { name: name.trim() });
  announce(`The gate “${name.trim()}” was added.`);
}

/** Fills the texts that are empty from recent conversations; what somebody wrote stays. */
export async function draftGate({ id: gateId, summary, shaped }: Gate): Promise<void> {
  const draft = gateDraft(currentEvidence('pseudonyms', true), today());
  const texts = {
    ...(summary.trim() === '' && draft.summary !== '' ? { summary: draft.summary } : {}),
    ...(shaped.trim() === '' && draft.shaped !== '' ? { shaped: draft.shaped } : {}),
  };
  if (Object.keys(texts).length === 0) {
    const why = draft.summary === '' ? 'nothing was heard in the last 90 days' : 'what was written stays, and there is nothing to add';
    notify({ kind: 'info', message: `Nothing was drafted: ${why}.` });
    return;
  }
  await edit('updateGate', { gateId, ...texts });
  announce('Drafted from recent conversations. Read it and complete it.');
}

export async function passGate({ id: gateId, name }: Gate): Promise<void> {
  await edit('passGate', { gateId, on: today() });
  announce(`The gate “${name}” is passed.`);
}

export async function removeGate({ id: gateId, name }: Gate): Promise<void> {
  await edit('removeGate', { gateId });
  const sentence = `The gate “${name}” was removed.`;
  announce(sentence);
  notifyUndoable(sentence);
}
