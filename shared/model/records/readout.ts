// The readout: what the researcher adds by hand to the document that is built from the vault.
import { z } from 'zod';

import { idField, textField } from './fields.ts';

export const readoutSchema = z.strictObject({
  id: z.literal('readout'),
  /** The answer to the decision in one sentence. */
  answer: textField,
  /** What is still not known, one item a line. */
  unknowns: textField,
  /** How the interviews were held and by whom. */
  method: textField,
  /** Headline findings in order; empty means: chosen by the rules (uncomfortable first). */
  headlineThemeIds: z.array(idField).max(20),
  /** Quotes picked by hand for a theme, in order. */
  quotes: z.record(idField, z.array(idField).max(50)),
});

export type Readout = z.infer<typeof readoutSchema>;

/** The readout of a new study: nothing written, nothing chosen. */
export function newReadout(): Readout {
  return { id: 'readout', answer: '', unknowns: '', method: '', headlineThemeIds: [], quotes: {} };
}
