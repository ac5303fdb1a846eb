// Edits of what participants agreed to.
import { z } from 'zod';

import { consentSchema } from '#shared/model/records/consent';
import { idField } from '#shared/model/records/fields';
import type { Participant } from '#shared/model/records/participant';

import { defineEdit } from './edit-definition.ts';

/** Records what a participant agreed to, or with null that nothing is recorded. Snippets stay; what leaves the study follows it from now on. */
export const recordConsent = defineEdit({
  name: 'recordConsent',
  input: z.strictObject({ participantId: idField, consent: consentSchema.nullable() }),
  label: (input, state) => `Record consent of ${state.get('participants', input.participantId)?.pseudonym ?? 'a participant'}`,
  run({ draft }, { participantId, consent }) {
    const participant: Participant = { ...draft.require('participants', participantId) };
    if (consent === null) delete participant.consent;
    else participant.consent = consent;
    draft.put('participants', participant);
    return {};
  },
});
