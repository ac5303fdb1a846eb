// The customer, as heard: what the researcher composes of the one view of the customer, in parts that rest on themes and quotes.
import { z } from 'zod';

import { idField, textField } from './fields.ts';

/** In the order of the page; the last is the definitive test: what was it actually like to be our customer? */
export const CUSTOMER_PARTS = ['who', 'tries', 'obstacles', 'words', 'experience'] as const;
export type CustomerPart = (typeof CUSTOMER_PARTS)[number];

const part = z.enum(CUSTOMER_PARTS);
const ids = z.array(idField).max(20);

/** There is none until something is written. */
export const customerSchema = z.strictObject({
  id: z.literal('customer'),
  /** What the researcher writes for each part. */
  texts: z.partialRecord(part, textField),
  /** Themes that tell of each part, in order. */
  themes: z.partialRecord(part, ids),
  /** Snippets that are quoted in each part, in order. */
  quotes: z.partialRecord(part, ids),
});
export type Customer = z.infer<typeof customerSchema>;

/** The page before anything is written. */
export function newCustomer(): Customer {
  return { id: 'customer', texts: {}, themes: {}, quotes: {} };
}
