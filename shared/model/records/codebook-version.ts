// A version of the codebook: its tags as they were on a day, kept by name for good.
import { z } from 'zod';

import { dayField, idField, nameField, orderField, textField, timeField } from './fields.ts';
import { MOST_ALIASES, TAG_COLOURS } from './tag.ts';

/** A tag as it was. Nothing has to exist any more of what its ids name: a version is no part of the codebook of today. */
export const keptTagSchema = z.strictObject({
  id: idField,
  name: nameField,
  definition: textField,
  whenToUse: textField,
  whenNotToUse: textField,
  colour: z.int().min(1).max(TAG_COLOURS),
  parentId: idField.nullable(),
  order: orderField,
  aliases: z.array(nameField).max(MOST_ALIASES),
  /** Snippets that had it. */
  snippets: z.int().min(0),
  /** Distinct people behind them. */
  people: z.int().min(0),
});

export type KeptTag = z.infer<typeof keptTagSchema>;

export const codebookVersionSchema = z.strictObject({
  id: idField,
  name: nameField,
  day: dayField,
  note: textField,
  by: z.string().max(200),
  at: timeField,
  tags: z.array(keptTagSchema),
});

export type CodebookVersion = z.infer<typeof codebookVersionSchema>;
