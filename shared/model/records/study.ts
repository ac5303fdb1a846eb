// The study: the decision the research is tied to, and the question the board sorts towards.
import { z } from 'zod';

import { dayField, idField, nameField, optionalNameField, textField } from './fields.ts';

export const studySchema = z.strictObject({
  id: z.literal('study'),
  name: nameField,
  decision: z.strictObject({
    question: textField,
    options: z.array(nameField).max(50),
    owner: optionalNameField,
    dueOn: dayField.nullable(),
    /** What is about to be spent: time, money, credibility. */
    stakes: textField,
  }),
  /** The segment that matters most; left out or null while none is named. */
  targetSegmentId: idField.nullable().optional(),
  /** From more owners of the result than this on it is a committee; left out: seven. */
  mostOwners: z.int().min(1).max(100).optional(),
});

export type Study = z.infer<typeof studySchema>;

/** The study of a new vault: named, everything else still open. */
export function newStudy(name: string): Study {
  return { id: 'study', name, decision: { question: '', options: [], owner: '', dueOn: null, stakes: '' } };
}
