// An asking: whether a question of the guide was asked in one interview, confirmed by a person.
import { z } from 'zod';

import { idField, timeField } from './fields.ts';

export const askingSchema = z.strictObject({
  /** Question and source joined by an underscore: longer than other ids, and the same in every copy of the study. */
  id: z.string().regex(/^[A-Za-z0-9_-]{3,129}$/, 'is not a valid asking id'),
  questionId: idField,
  sourceId: idField,
  asked: z.boolean(),
  /** Where it was asked: a turn of that revision of the transcript; null where nobody noted it. */
  place: z.strictObject({ revision: z.int().min(1), turn: z.int().min(0) }).nullable(),
  by: z.string().max(200),
  at: timeField,
});

export type Asking = z.infer<typeof askingSchema>;

/** The id of the asking of a question in a source. */
export function askingId(questionId: string, sourceId: string): string {
  return `${questionId}_${sourceId}`;
}
