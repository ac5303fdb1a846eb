// A counter-search: somebody looked on purpose for evidence against an assumption, and what came of it.
import { z } from 'zod';

import { idField, textField, timeField } from './fields.ts';

export const counterSearchSchema = z.strictObject({
  id: idField,
  assumptionId: idField,
  /** What was looked for and where: words searched, interviews read again, people asked. */
  lookedFor: textField.refine((text) => text.trim() !== '', 'must not be blank'),
  /** What was found; empty: nothing against it. */
  found: textField,
  by: z.string().max(200),
  at: timeField,
});

export type CounterSearch = z.infer<typeof counterSearchSchema>;
