// Recording consent: by the inspector's choice, and from the palette in two questions.
import { consentInWords, SCOPE_NAMES, STATUS_NAMES } from '#shared/domain/participants/consent-words';
import { type Consent, CONSENT_STATUSES, PURPOSES } from '#shared/model/records/consent';
import { quickPick, type QuickPickItem } from '#renderer/stores/quick-pick-store';
import { personLabel } from '#renderer/stores/shown-names';
import { edit } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { select, useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { today } from '../evidence/index.ts';

/** The record with another status. What is given today counts from today, for stakeholders, unless it says otherwise already. */
export function newConsent(status: Consent['status'], before: Consent | undefined): Consent {
  const { scope, givenOn, expiresOn, note } = before ?? { scope: 'stakeholders', givenOn: null, expiresOn: null, note: '' };
  return { status, scope, givenOn: givenOn ?? (status === 'given' ? today() : null), expiresOn, note };
}

const NOTHING = 'nothing';

/** Asks whose consent it is and what they agreed to; days and note are written in the inspector afterwards. */
export async function recordConsent(): Promise<void> {
  const who = await quickPick({
    title: 'Record consent',
    placeholder: 'Whose consent is it?',
    items: peopleToChoose(),
    empty: () => 'There is nobody of that name.',
  });
  if (!who || !('id' in who)) return;
  const person = projection.state.require('participants', who.id);
  const answer = await quickPick({
    title: `What did ${person.pseudonym} agree to?`,
    placeholder: 'Choose what is to be recorded',
    items: [
      ...PURPOSES.map((purpose) => ({ id: purpose, label: `Given: ${SCOPE_NAMES[purpose].toLowerCase()}` })),
      ...CONSENT_STATUSES.filter((status) => status !== 'given').map((status) => ({ id: status, label: STATUS_NAMES[status] })),
      { id: NOTHING, label: 'Nothing recorded' },
    ],
  });
  if (!answer || !('id' in answer)) return;
  const consent = consentOf(answer.id, person.consent);
  await edit('recordConsent', { participantId: person.id, consent });
  select({ kind: 'participant', id: person.id });
  announce(`Consent of ${person.pseudonym}: ${consentInWords(consent ?? undefined)}.`);
}

function consentOf(chosen: string, before: Consent | undefined): Consent | null {
  const scope = PURPOSES.find((each) => each === chosen);
  if (scope) return { ...newConsent('given', before), scope };
  const status = CONSENT_STATUSES.find((each) => each === chosen);
  return status ? newConsent(status, before) : null;
}

/** Whoever is selected stands first. */
function peopleToChoose(): QuickPickItem[] {
  const { hideNames } = useVaultStore.getState().settings;
  const { selection } = useViewStore.getState();
  const first = selection?.kind === 'participant' ? selection.id : null;
  return projection
    .list('participants')
    .toSorted((left, right) => Number(right.id === first) - Number(left.id === first) || (left.pseudonym < right.pseudonym ? -1 : 1))
    .map((person) => ({ id: person.id, label: personLabel(person, hideNames), detail: consentInWords(person.consent, today()) }));
}
