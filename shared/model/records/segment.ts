// A segment: a named group of participants.
import { z } from 'zod';

import { idField, nameField, orderField, textField } from './fields.ts';

export const segmentSchema = z.strictObject({
  id: idField,
  name: nameField,
  description: textField,
  order: orderField,
});

export type Segment = z.infer<typeof segmentSchema>;
