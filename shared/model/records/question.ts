// A question of the interview guide, with the assumptions that its answers test.
import { z } from 'zod';

import { idField, nameField, orderField, textField } from './fields.ts';

export const questionSchema = z.strictObject({
  id: idField,
  text: nameField,
  /** What to ask further, one a line, for whoever holds the interview. */
  probes: textField,
  /** Assumptions that its answers test; whoever is asked it was asked about each of them. */
  assumptionIds: z.array(idField).max(50),
  order: orderField,
});

export type Question = z.infer<typeof questionSchema>;
