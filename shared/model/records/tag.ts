// A tag: one code of the codebook, with what it means and when to use it.
import { z } from 'zod';

import { idField, nameField, orderField, textField } from './fields.ts';

/** Tag colours are numbers of the palette in ui/tokens.css, so that every theme has its own tone of each. */
export const TAG_COLOURS = 16;

/** Other names that one tag may have. */
export const MOST_ALIASES = 50;

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
  /** Other names under which it is found, among them those of tags that were merged into it. */
  aliases: z.array(nameField).max(MOST_ALIASES).optional(),
  /** What another tool said of it and our fields cannot say: handed on when the tag is exported for such tools. */
  imported: z
    .strictObject({
      /** `#rgb` or `#rrggbb` as that tool wrote it; null for none. */
      colour: z
        .string()
        .regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)
        .nullable(),
      /** The palette number it was given on import: with another one since, the researcher's choice counts. */
      as: z.int().min(1).max(TAG_COLOURS),
      codable: z.boolean(),
    })
    .optional(),
});

export type Tag = z.infer<typeof tagSchema>;
