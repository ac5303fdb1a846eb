// What a participant agreed to: whether, for whom and until when their words may be used.
import { z } from 'zod';

import { dayField, textField } from './fields.ts';

/** No consent at all is told by the field being absent: nothing was recorded. */
export const CONSENT_STATUSES = ['asked', 'given', 'withdrawn'] as const;

/** Who gets to read words, each wider than the one before it: the team, stakeholders of the company, anybody outside. */
export const PURPOSES = ['team', 'stakeholders', 'outside'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const consentSchema = z.strictObject({
  status: z.enum(CONSENT_STATUSES),
  /** The widest use that was agreed to. */
  scope: z.enum(PURPOSES),
  /** The day from which it counts; null when it is not known. */
  givenOn: dayField.nullable(),
  /** The last day on which it counts; null for no end. */
  expiresOn: dayField.nullable(),
  note: textField,
});

export type Consent = z.infer<typeof consentSchema>;
