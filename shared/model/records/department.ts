// A department: a part of the organisation with its own version of the customer.
import { z } from 'zod';

import { idField, nameField, orderField, textField } from './fields.ts';

export const DEPARTMENT_PRESET_KEYS = ['marketing', 'sales', 'product', 'ceo', 'engineering'] as const;

export const departmentSchema = z.strictObject({
  id: idField,
  name: nameField,
  /** Which preset it began as; null for the user's own. */
  preset: z.enum(DEPARTMENT_PRESET_KEYS).nullable(),
  protects: textField,
  says: textField,
  researchGives: textField,
  acknowledge: textField,
  assumedCustomer: textField,
  order: orderField,
});

export type Department = z.infer<typeof departmentSchema>;
