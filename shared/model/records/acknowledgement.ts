// An acknowledgement: what a leader said aloud to a department about what it protects, before asking anything of it.
import { z } from 'zod';

import { dayField, idField, nameField, textField, timeField } from './fields.ts';

export const acknowledgementSchema = z.strictObject({
  id: idField,
  departmentId: idField,
  saidOn: dayField,
  saidBy: nameField,
  /** The wording, as it was said. */
  words: textField.refine((text) => text.trim() !== '', 'must not be blank'),
  /** Who noted it. */
  by: z.string().max(200),
  at: timeField,
});

export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
