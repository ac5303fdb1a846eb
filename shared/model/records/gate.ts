// A gate: a named point of the work that is passed only with a summary of what customers said lately.
import { z } from 'zod';

import { dayField, idField, nameField, orderField, textField, timeField } from './fields.ts';

export const gateSchema = z.strictObject({
  id: idField,
  name: nameField,
  dueOn: dayField.nullable(),
  /** The recent conversations in short. */
  summary: textField,
  /** How they shaped the concept. */
  shaped: textField,
  passed: z.strictObject({ on: dayField, by: z.string().max(200), at: timeField }).nullable(),
  order: orderField,
});

export type Gate = z.infer<typeof gateSchema>;
