// What the methods about second coders are asked.
import { z } from 'zod';

import { AGREEMENT_UNITS } from '#shared/model/agreement-units';
import { idField } from '#shared/model/records/fields';
import { COLLECTIONS } from '#shared/model/records/index';

const folder = z.string().min(1).max(4096);
/** A passphrase or a recovery code; never kept, never logged. */
const secret = z.string().max(1000).optional();

/** A name that taggings stand under; one that a computer or another program gave may be empty. */
export const coderField = z
  .string()
  .max(200, 'is longer than 200 characters')
  .refine((text) => !text.includes('\n'), 'must be one line');

/** @param codedOnly leaves out text that neither coded. */
export const agreementAsked = z.strictObject({
  coders: z.tuple([coderField, coderField]),
  unit: z.enum(AGREEMENT_UNITS),
  codedOnly: z.boolean(),
});
export type AgreementAsked = z.output<typeof agreementAsked>;

/** @param sourceIds interviews that go along; null: all. */
export const packWanted = z.strictObject({ folder, sourceIds: z.array(idField).min(1).nullable(), passphrase: secret });

export const otherStudy = z.strictObject({ folder, secret });

/** @param shown of the comparison that was looked at. @param fromThere conflicts decided for the other copy. */
export const mergeWanted = otherStudy.extend({
  shown: z.string().max(100),
  fromThere: z.array(z.strictObject({ collection: z.enum(COLLECTIONS), id: idField })).default([]),
});
