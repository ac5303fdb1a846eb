// An owner of the result: somebody who will have to use what the study finds.
import { z } from 'zod';

import { idField, nameField, optionalNameField, orderField, textField } from './fields.ts';

export const ownerSchema = z.strictObject({
  id: idField,
  name: nameField,
  /** What they are there, such as `Head of sales`. */
  role: optionalNameField,
  departmentId: idField.nullable(),
  /** What they gave that no other record tells: questions asked aloud, people named, time. */
  gave: textField,
  order: orderField,
});

export type Owner = z.infer<typeof ownerSchema>;
