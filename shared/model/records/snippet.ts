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

/**
 * A snippet that was not found for sure after its source was corrected. It keeps its old words; `range` is only near them, and is not shown as
 * marked text. A person accepts a proposal, marks the place by hand, or keeps it without a place.
 */
const snippetReviewSchema = z.strictObject({
  /** Where its words stood; left out where that text is not at hand. */
  was: z.strictObject({ revision: z.int().min(1), range: textRangeSchema }).optional(),
  /** Places in the text of today that may be meant, best first. */
  proposals: z.array(textRangeSchema).max(3),
  /** Decided: it stays with its words and tags, and stands nowhere in the text. */
  withoutPlace: z.boolean(),
});

export const snippetSchema = z.strictObject({
  id: idField,
  sourceId: idField,
  /** The revision of the text for which `range` was set; it holds for later ones too, until an edit of the text moves it. */
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
  /** Left out on all that have their place. */
  review: snippetReviewSchema.optional(),
});

export type TextRange = z.infer<typeof textRangeSchema>;
export type Snippet = z.infer<typeof snippetSchema>;
