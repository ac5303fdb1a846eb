// A memo: a dated note in Markdown, on its own or about one record.
import { z } from 'zod';

import { idField, nameField, textField, timeField } from './fields.ts';

export const memoSchema = z.strictObject({
  id: idField,
  title: nameField,
  text: textField,
  about: z.strictObject({ collection: z.enum(['sources', 'tags', 'themes', 'departments', 'assumptions']), id: idField }).nullable(),
  by: z.string().max(200),
  at: timeField,
});

export type Memo = z.infer<typeof memoSchema>;
