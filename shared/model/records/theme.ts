// A theme: a cluster of snippets on the board, named, with a one-sentence insight.
import { z } from 'zod';

import { coordinateField, idField, optionalNameField, orderField, textField } from './fields.ts';

export const themeSchema = z.strictObject({
  id: idField,
  boardId: idField,
  /** Empty while the cluster has no name yet. */
  name: optionalNameField,
  /** What these people are telling us, as one sentence. */
  insight: textField,
  x: coordinateField,
  y: coordinateField,
  /** Cards side by side inside the cluster. */
  columns: z.int().min(1).max(12),
  parentId: idField.nullable(),
  order: orderField,
});

export type Theme = z.infer<typeof themeSchema>;
