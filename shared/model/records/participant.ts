// A participant: the person heard, known in every output by pseudonym.
import { z } from 'zod';

import { consentSchema } from './consent.ts';
import { idField, nameField, optionalNameField, textField } from './fields.ts';

export const REACHED = ['unknown', 'advocate', 'introduction', 'cold'] as const;

export const participantSchema = z.strictObject({
  id: idField,
  /** Shown wherever others may look: readout, exports, board. */
  pseudonym: nameField,
  /** The real name or the label of the transcript; never exported by default. */
  name: optionalNameField,
  segmentId: idField.nullable(),
  /** Free attributes: role, company size, region. */
  attributes: z.record(nameField, optionalNameField),
  reached: z.enum(REACHED),
  relationship: textField,
  /** What they agreed to; absent while nothing is recorded. */
  consent: consentSchema.optional(),
});

export type Participant = z.infer<typeof participantSchema>;
