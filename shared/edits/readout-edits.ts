// Edits of what the researcher adds to the readout by hand.
import { z } from 'zod';

import { idField } from '#shared/model/records/fields';
import { readoutSchema } from '#shared/model/records/readout';

import { defineEdit, unique } from './edit-definition.ts';

export const updateReadout = defineEdit({
  name: 'updateReadout',
  input: readoutSchema.omit({ id: true, quotes: true }).partial(),
  label: 'Edit readout',
  run({ draft }, fields) {
    draft.update('readout', 'readout', fields);
    return {};
  },
});

/** Chooses the quotes of one theme for the readout, in order; an empty list goes back to the rules. */
export const chooseQuotes = defineEdit({
  name: 'chooseQuotes',
  input: z.strictObject({ themeId: idField, snippetIds: z.array(idField).max(50) }),
  label: 'Choose quotes',
  run({ draft }, { themeId, snippetIds }) {
    const readout = draft.require('readout', 'readout');
    const { [themeId]: _earlier, ...others } = readout.quotes;
    const quotes = snippetIds.length === 0 ? others : { ...others, [themeId]: unique(snippetIds) };
    draft.put('readout', { ...readout, quotes });
    return {};
  },
});
