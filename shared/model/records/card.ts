// A card: one snippet's place on a board, loose or inside a theme.
import { z } from 'zod';

import { coordinateField, idField, orderField } from './fields.ts';

export const cardSchema = z.strictObject({
  id: idField,
  boardId: idField,
  snippetId: idField,
  /** The theme (cluster) it lies in; null for a loose card. */
  themeId: idField.nullable(),
  /** Place of a loose card; kept while it lies in a theme, so that taking it out puts it back. */
  x: coordinateField,
  y: coordinateField,
  /** Place among the cards of its theme. */
  order: orderField,
});

export type Card = z.infer<typeof cardSchema>;
