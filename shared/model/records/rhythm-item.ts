// A rhythm item: a habit of listening that comes round every week, month, quarter or year.
import { z } from 'zod';

import { dayField, idField, nameField, optionalNameField, orderField } from './fields.ts';

export const CADENCES = ['weekly', 'monthly', 'quarterly', 'annual'] as const;

export const rhythmItemSchema = z.strictObject({
  id: idField,
  title: nameField,
  cadence: z.enum(CADENCES),
  owner: optionalNameField,
  /** The first day that it is due; the others follow from it. */
  firstDueOn: dayField,
  /** Length of the block of customer time that is kept free for it; null for none. */
  minutes: z.int().min(5).max(1440).nullable(),
  /** Days on which it was done, oldest first. */
  doneOn: z.array(dayField).max(2000),
  /** Not asked for again before this day. */
  snoozedUntil: dayField.nullable(),
  order: orderField,
});

export type RhythmItem = z.infer<typeof rhythmItemSchema>;
export type Cadence = RhythmItem['cadence'];
