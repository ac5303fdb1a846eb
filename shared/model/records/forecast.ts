// A forecast: how sure one person is, before the evidence, that a commitment will be triggered or an assumption supported.
import { z } from 'zod';

import { idField, nameField, timeField } from './fields.ts';

export const forecastSchema = z
  .strictObject({
    id: idField,
    commitmentId: idField.nullable(),
    assumptionId: idField.nullable(),
    /** Whose forecast it is. */
    person: nameField,
    /** How sure, 0 to 100. */
    probability: z.number().min(0).max(100),
    by: z.string().max(200),
    at: timeField,
    /** When it was shown, together with the others on the same subject; null: it is kept back. */
    revealedAt: timeField.nullable(),
  })
  .refine((record) => (record.commitmentId === null) !== (record.assumptionId === null), 'must be about a commitment or an assumption');

export type Forecast = z.infer<typeof forecastSchema>;
