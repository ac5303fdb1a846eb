// A query: a question to the coding, kept by name; its answer is worked out anew whenever it is asked.
import { z } from 'zod';

import { dayField, idField, nameField, timeField } from './fields.ts';
import { SOURCE_KINDS } from './source.ts';

export const NEAR_UNITS = ['words', 'turns'] as const;
export type NearUnit = (typeof NEAR_UNITS)[number];

/** What a snippet may be asked for by itself. */
export type PlainCondition =
  /** Tagged with it or, unless `alone`, with a tag below it. */
  | { is: 'tag'; tagId: string; alone?: boolean | undefined }
  /** A turn of it has this label. */
  | { is: 'speaker'; label: string }
  | { is: 'participant'; participantId: string }
  /** Words of somebody in the segment; null: of somebody in none. */
  | { is: 'segment'; segmentId: string | null }
  | { is: 'source'; sourceId: string }
  | { is: 'kind'; kind: (typeof SOURCE_KINDS)[number] }
  /** Held on one of these days, both included; null: no bound. A source without a day is never meant. */
  | { is: 'held'; from: string | null; to: string | null }
  /** Its quote holds these words; case and accents do not count. */
  | { is: 'text'; text: string }
  | { is: 'starred' };

/** What holds of a snippet, or does not. `and` of nothing holds always, `or` of nothing never. */
export type Condition =
  | { is: 'and'; of: Condition[] }
  | { is: 'or'; of: Condition[] }
  | { is: 'not'; of: Condition }
  /** Shares words with a snippet for which it holds, or is one. */
  | { is: 'overlapping'; of: Condition }
  /** At most so many words lie between it and such a snippet, or it is at most so many turns away. */
  | { is: 'near'; of: Condition; within: number; unit: NearUnit }
  | PlainCondition;

/** A condition may stand in a condition this many times: nobody asks for more, and a damaged file cannot exhaust the stack. */
export const DEEPEST_CONDITION = 24;
/** Parts of one condition, all in all. */
export const MOST_PARTS = 500;

const inner = z.lazy((): z.ZodType<Condition> => conditions);

const conditions: z.ZodType<Condition> = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('and'), of: z.array(inner) }),
  z.strictObject({ is: z.literal('or'), of: z.array(inner) }),
  z.strictObject({ is: z.literal('not'), of: inner }),
  z.strictObject({ is: z.literal('overlapping'), of: inner }),
  z.strictObject({ is: z.literal('near'), of: inner, within: z.int().min(0).max(100_000), unit: z.enum(NEAR_UNITS) }),
  z.strictObject({ is: z.literal('tag'), tagId: idField, alone: z.boolean().optional() }),
  z.strictObject({ is: z.literal('speaker'), label: nameField }),
  z.strictObject({ is: z.literal('participant'), participantId: idField }),
  z.strictObject({ is: z.literal('segment'), segmentId: idField.nullable() }),
  z.strictObject({ is: z.literal('source'), sourceId: idField }),
  z.strictObject({ is: z.literal('kind'), kind: z.enum(SOURCE_KINDS) }),
  z.strictObject({ is: z.literal('held'), from: dayField.nullable(), to: dayField.nullable() }),
  z.strictObject({
    is: z.literal('text'),
    text: z
      .string()
      .max(1000)
      .refine((text) => text.trim() !== '', 'must not be blank'),
  }),
  z.strictObject({ is: z.literal('starred') }),
]);

/** Told before the parts are read, as reading goes as deep as the parts do. */
export const conditionSchema: z.ZodType<Condition> = z
  .unknown()
  .refine(isBounded, `is nested more than ${DEEPEST_CONDITION} times or has more than ${MOST_PARTS} parts`)
  .pipe(conditions);

function isBounded(condition: unknown): boolean {
  let level: unknown[] = [condition];
  let parts = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    parts += level.length;
    if (depth > DEEPEST_CONDITION || parts > MOST_PARTS) return false;
    level = level.flatMap((part) => {
      const of = typeof part === 'object' && part !== null && 'of' in part ? part.of : [];
      return Array.isArray(of) ? (of as unknown[]) : [of];
    });
  }
  return true;
}

export const querySchema = z.strictObject({
  id: idField,
  name: nameField,
  /** Ids in it may be of records that are gone: those find nothing. */
  where: conditionSchema,
  by: z.string().max(200),
  at: timeField,
});

export type Query = z.infer<typeof querySchema>;

/** The condition with each plain part put through a function; the same object when none changed. */
export function mapParts(condition: Condition, change: (part: PlainCondition) => Condition): Condition {
  if (condition.is === 'and' || condition.is === 'or') {
    const of = condition.of.map((part) => mapParts(part, change));
    return of.every((part, index) => part === condition.of[index]) ? condition : { ...condition, of };
  }
  if (condition.is === 'not' || condition.is === 'overlapping' || condition.is === 'near') {
    const of = mapParts(condition.of, change);
    return of === condition.of ? condition : { ...condition, of };
  }
  return change(condition);
}
