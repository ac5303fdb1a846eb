// A commitment: what somebody will do if enough people say a thing, agreed, signed and sealed before the evidence is opened.
import { z } from 'zod';

import { dayField, idField, nameField, optionalNameField, orderField, textField, timeField } from './fields.ts';

export const COMMITMENT_SIDES = ['supports', 'contradicts'] as const;
export const COMMITMENT_OUTCOMES = ['open', 'kept', 'dropped'] as const;
/** Why a seal holds no longer: the terms were edited, names in them replaced, or a segment or assumption that they named was removed. */
export const BROKEN_BY = ['edited', 'names-replaced', 'removed'] as const;
/** People of one commitment, both numbers of “n of m”. */
export const MOST_PEOPLE = 100_000;

const hashField = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256');
const byField = z.string().max(200);

export const sealSchema = z.strictObject({
  /** Seals of the study are numbered from 1. */
  number: z.int().min(1),
  at: timeField,
  by: byField,
  /** Interviews and other sources that were in the study when it was sealed; 0: before the evidence was opened. */
  sources: z.int().min(0),
  /** Hash of the seal with the number before; empty for the first. */
  previous: z.string().regex(/^([0-9a-f]{64})?$/, 'is not a SHA-256'),
  hash: hashField,
});

export const commitmentSchema = z.strictObject({
  id: idField,
  /** What people would have to say. */
  statement: nameField,
  /** At least so many people … */
  atLeast: z.int().min(1).max(MOST_PEOPLE),
  /** … of so many; null: however many are heard. */
  of: z.int().min(1).max(MOST_PEOPLE).nullable(),
  segmentId: idField.nullable(),
  /** Whose evidence is counted, on `side`; null: only the people of `themeIds`. */
  assumptionId: idField.nullable(),
  side: z.enum(COMMITMENT_SIDES),
  /** Themes whose people count too. Themes come after the interviews, so these are not among the sealed terms. */
  themeIds: z.array(idField).max(50),
  owner: optionalNameField,
  /** What the owner then does. */
  action: optionalNameField,
  dueOn: dayField.nullable(),
  signatures: z.array(z.strictObject({ name: nameField, at: timeField })).max(50),
  seal: sealSchema.nullable(),
  /** Seals that it had and that hold no longer, oldest first. */
  broken: z
    .array(
      z.strictObject({
        seal: sealSchema,
        signed: z.array(nameField).max(50),
        why: z.enum(BROKEN_BY),
        at: timeField.nullable(),
        by: byField,
      }),
    )
    .max(1000),
  /** What was added after sealing; the terms stand as they were. */
  amendments: z.array(z.strictObject({ text: textField, by: byField, at: timeField })).max(1000),
  /** Triggered or not, said by a person with the reason; null: as it is counted. */
  judged: z.strictObject({ triggered: z.boolean(), reason: textField, by: byField, at: timeField }).nullable(),
  outcome: z.enum(COMMITMENT_OUTCOMES),
  outcomeOn: dayField.nullable(),
  outcomeNote: textField,
  order: orderField,
});

export type Commitment = z.infer<typeof commitmentSchema>;
export type CommitmentSeal = z.infer<typeof sealSchema>;
export type BrokenBy = (typeof BROKEN_BY)[number];
export type CommitmentOutcome = (typeof COMMITMENT_OUTCOMES)[number];
