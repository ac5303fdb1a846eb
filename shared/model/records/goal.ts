// A goal: how many conversations with customers a month one of us has set out to have.
import { z } from 'zod';

import { idField, nameField, optionalNameField, orderField } from './fields.ts';

export const goalSchema = z.strictObject({
  id: idField,
  /** Whose it is, as in the log of conversations. */
  person: nameField,
  role: optionalNameField,
  departmentId: idField.nullable(),
  perMonth: z.int().min(1).max(100),
  order: orderField,
});

export type Goal = z.infer<typeof goalSchema>;
