// A snippet: a range of one source's text, kept by position and by its own words.
import { z } from 'zod';

import { idField, nameField, textField, timeField } from './fields.ts';

/** Half-open range: from `startOffset` in turn `startTurn` up to before `endOffset` in turn `endTurn`; offsets in UTF-16 units. */
export const textRangeSchema = z.strictObject({
  startTurn: z.int().min(0),
  startOffset: z.int().min(0),
  endTurn: z.int().min(0),
  endOffset: z.int().min(0),
});

export const snippetSchema = z.strictObject({
  id: idField,
  sourceId: idField,
  revision: z.int().min(1),
  range: textRangeSchema,
  /** The words themselves; turns are joined by a line feed. Quote and context find the snippet again after a correction (W3C Web Annotation, 2017). */
  quote: z.string().min(1).max(1_000_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
  /** Labels of the speakers whose turns the range touches, each once; null for a turn without a label. People are counted by it. */
  speakers: z.array(nameField.nullable()).max(1000),
  note: textField,
  /** Marked as a key quote: comes first in the readout. */
  starred: z.boolean(),
  by: z.string().max(200),
  at: timeField,
});

export type TextRange = z.infer<typeof textRangeSchema>;
export type Snippet = z.infer<typeof snippetSchema>;
