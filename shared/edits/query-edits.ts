// Edits of saved queries.
import { z } from 'zod';

import { idField, nameField } from '#shared/model/records/fields';
import { conditionSchema } from '#shared/model/records/query';

import { defineEdit } from './edit-definition.ts';

export const addQuery = defineEdit({
  name: 'addQuery',
  input: z.strictObject({ id: idField.optional(), name: nameField, where: conditionSchema }),
  label: (input) => `Save query ${input.name}`,
  run: ({ draft, newId, by, now }, { id, name, where }) => ({
    queryId: draft.add('queries', { id: id ?? newId(), name, where, by, at: now }).id,
  }),
});

export const updateQuery = defineEdit({
  name: 'updateQuery',
  input: z.strictObject({ queryId: idField, name: nameField.optional(), where: conditionSchema.optional() }),
  label: 'Change query',
  run({ draft }, { queryId, ...fields }) {
    draft.update('queries', queryId, fields);
    return {};
  },
});

/** Removes a saved query. What it finds stays as it is. */
export const removeQuery = defineEdit({
  name: 'removeQuery',
  input: z.strictObject({ queryId: idField }),
  label: (input, state) => `Remove query ${state.get('queries', input.queryId)?.name ?? ''}`.trim(),
  run({ draft }, { queryId }) {
    draft.remove('queries', queryId);
    return {};
  },
});
