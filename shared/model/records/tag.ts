// A tag: one code of the codebook, with what it means and when to use it.
import { z } from 'zod';

import { idField, nameField, orderField, textField } from './fields.ts';

/** Tag colours are numbers of the palette in ui/tokens.css, so that every theme has its own tone of each. */
export const TAG_COLOURS = 16;

export const tagSchema = z.strictObject({
  id: idField,
  name: nameField,
  definition: textField,
  whenToUse: textField,
  whenNotToUse: textField,
  colour: z.int().min(1).max(TAG_COLOURS),
  parentId: idField.nullable(),
  order: orderField,
  /** The key 1 to 9 that applies this tag, when the researcher pinned it. */
  favourite: z.int().min(1).max(9).nullable(),
});

export type Tag = z.infer<typeof tagSchema>;
