// Field types that several records share.
import { z } from 'zod';

import { ID_PATTERN } from '#shared/lib/ids';

export const idField = z.string().regex(ID_PATTERN, 'is not a valid id');
/** A point in time, ISO 8601 in UTC with milliseconds, as Date.toISOString gives it. */
export const timeField = z.iso.datetime();
/** A calendar day, `2026-06-30`. */
export const dayField = z.iso.date();
/** One line that a person reads: not empty, no line break. */
export const nameField = z
  .string()
  .min(1, 'must not be empty')
  .max(300, 'is longer than 300 characters')
  .refine((text) => text.trim() !== '' && !text.includes('\n'), 'must be one line that is not blank');
/** One line that may still be empty. */
export const optionalNameField = z
  .string()
  .max(300, 'is longer than 300 characters')
  .refine((text) => !text.includes('\n'), 'must be one line');
export const textField = z.string().max(100_000, 'is longer than 100,000 characters');
/** Position among siblings; gaps and fractions allowed so that one move changes one record. */
export const orderField = z.number().finite();
/** Position on a surface in its own units (CSS pixels at 100 %). */
export const coordinateField = z.number().min(-1_000_000).max(1_000_000);
