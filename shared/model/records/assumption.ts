// An assumption: one testable statement of a department's assumed customer.
import { z } from 'zod';

import { VERDICTS } from '#shared/model/verdicts';

import { dayField, idField, nameField, optionalNameField, orderField, textField, timeField } from './fields.ts';

export const ASSUMPTION_ORIGINS = ['persona', 'anecdote', 'ticket', 'founder-story', 'data', 'other'] as const;

export const assumptionSchema = z.strictObject({
  id: idField,
  departmentId: idField,
  statement: nameField,
  origin: z.enum(ASSUMPTION_ORIGINS),
  dated: dayField.nullable(),
  /** How much rides on it, 1 to 5. */
  importance: z.int().min(1).max(5),
  owner: optionalNameField,
  order: orderField,
  /** How sure the department is of it, 0 to 100; left out or null while nobody said. */
  sure: z.int().min(0).max(100).nullable().optional(),
  /** Interviews in which it was asked about, noted by hand; left out while none is noted. */
  askedIn: z.array(idField).max(10_000).optional(),
  /** A verdict set by hand, never without its reason; left out where the counted one holds. */
  override: z
    .strictObject({
      verdict: z.enum(VERDICTS),
      reason: textField.refine((text) => text.trim() !== '', 'must not be blank'),
      by: z.string().max(200),
      at: timeField,
    })
    .optional(),
});

export type Assumption = z.infer<typeof assumptionSchema>;
