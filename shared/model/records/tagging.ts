// A tagging: this tag on this snippet, by whom, when and how.
import { z } from 'zod';

import { idField, timeField } from './fields.ts';

export const TAGGING_ORIGINS = ['hand', 'suggested', 'imported'] as const;

export const taggingSchema = z.strictObject({
  /** Snippet and tag joined by an underscore: longer than other ids. */
  id: z.string().regex(/^[A-Za-z0-9_-]{3,129}$/, 'is not a valid tagging id'),
  snippetId: idField,
  tagId: idField,
  by: z.string().max(200),
  at: timeField,
  origin: z.enum(TAGGING_ORIGINS),
});

export type Tagging = z.infer<typeof taggingSchema>;
