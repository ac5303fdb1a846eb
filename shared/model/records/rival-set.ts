// A rival set: assumptions on one topic that cannot all be true, weighed against each other by what speaks against each (ACH).
import { z } from 'zod';

import { idField, nameField, optionalNameField, timeField } from './fields.ts';

/** Very consistent, consistent, neutral, inconsistent, very inconsistent, not applicable. */
export const RIVAL_MARKS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;
export const RIVAL_WEIGHTS = ['low', 'medium', 'high'] as const;
/** Assumptions of one set. */
export const MOST_RIVALS = 12;
/** Rows of one set. */
export const MOST_RIVAL_ROWS = 500;

export const rivalRowSchema = z.strictObject({
  id: idField,
  /** The theme it stands for; null for evidence in words of its own. */
  themeId: idField.nullable(),
  /** What it says; may be empty for a theme, which has words of its own. */
  statement: optionalNameField,
  credibility: z.enum(RIVAL_WEIGHTS),
  relevance: z.enum(RIVAL_WEIGHTS),
  /** By the assumption's id; what is not marked by hand follows from the judgements of the theme. */
  marks: z.record(idField, z.enum(RIVAL_MARKS)),
});

export const rivalSetSchema = z.strictObject({
  id: idField,
  /** The topic. */
  name: nameField,
  assumptionIds: z.array(idField).min(2).max(MOST_RIVALS),
  rows: z.array(rivalRowSchema).max(MOST_RIVAL_ROWS),
  by: z.string().max(200),
  at: timeField,
});

export type RivalSet = z.infer<typeof rivalSetSchema>;
export type RivalRow = z.infer<typeof rivalRowSchema>;
export type RivalMark = (typeof RIVAL_MARKS)[number];
export type RivalWeight = (typeof RIVAL_WEIGHTS)[number];
