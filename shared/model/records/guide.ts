// The guide's own words: how an interview begins and ends, and how people are invited to one.
import { z } from 'zod';

import { optionalNameField, textField } from './fields.ts';

/** There is none until something is written. */
export const guideSchema = z.strictObject({
  id: z.literal('guide'),
  opening: textField,
  closing: textField,
  /** The invitation with places to fill, such as `{name}`; empty: the one that comes with the program. */
  invitation: textField,
  /** Who invites, as it stands under an invitation. */
  organiser: optionalNameField,
});

export type Guide = z.infer<typeof guideSchema>;

/** The guide before anything is written. */
export function newGuide(): Guide {
  return { id: 'guide', opening: '', closing: '', invitation: '', organiser: '' };
}
