// Edits of the customer, as heard.
import { z } from 'zod';

import type { Draft } from '#shared/model/draft';
import { CUSTOMER_PARTS, newCustomer } from '#shared/model/records/customer';
import { idField, textField } from '#shared/model/records/fields';

import { defineEdit, unique } from './edit-definition.ts';

const idsField = z.array(idField).max(20);

/** Writes one part of the page; fields that are not given stay. */
export const updateCustomer = defineEdit({
  name: 'updateCustomer',
  input: z.strictObject({
    part: z.enum(CUSTOMER_PARTS),
    text: textField.optional(),
    themeIds: idsField.optional(),
    snippetIds: idsField.optional(),
  }),
  label: 'Edit the customer, as heard',
  run({ draft }, { part, text, themeIds, snippetIds }) {
    const customer = draft.get('customer', 'customer') ?? newCustomer();
    draft.put('customer', {
      ...customer,
      texts: text === undefined ? customer.texts : { ...customer.texts, [part]: text },
      themes: themeIds === undefined ? customer.themes : { ...customer.themes, [part]: unique(themeIds) },
      quotes: snippetIds === undefined ? customer.quotes : { ...customer.quotes, [part]: unique(snippetIds) },
    });
    return {};
  },
});

/** Takes a record that goes out of every part that names it, or puts another one in its place. */
export function replaceInCustomer(draft: Draft, collection: 'themes' | 'snippets', id: string, by: string | null): void {
  const field = collection === 'themes' ? 'themes' : 'quotes';
  const replaced = (list: readonly string[]): string[] => unique(list.flatMap((each) => (each === id ? (by ?? []) : each)));
  for (const customer of draft.referring(collection, id, 'customer')) {
    const lists = Object.entries(customer[field]).map(([part, list]) => [part, replaced(list)]);
    draft.put('customer', { ...customer, [field]: Object.fromEntries(lists) as Record<string, string[]> });
  }
}
