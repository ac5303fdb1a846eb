// Edits of memos.
import { z } from 'zod';

import { idField, nameField, textField } from '#shared/model/records/fields';
import { memoSchema } from '#shared/model/records/memo';

import { defineEdit } from './edit-definition.ts';

export const addMemo = defineEdit({
  name: 'addMemo',
  input: z.strictObject({
    id: idField.optional(),
    title: nameField,
    text: textField.default(''),
    about: memoSchema.shape.about.default(null),
  }),
  label: 'Add memo',
  run({ draft, newId, by, now }, { id, ...fields }) {
    return { memoId: draft.add('memos', { id: id ?? newId(), ...fields, by, at: now }).id };
  },
});

export const updateMemo = defineEdit({
  name: 'updateMemo',
  input: z.strictObject({ memoId: idField, title: nameField.optional(), text: textField.optional() }),
  label: 'Edit memo',
  run({ draft }, { memoId, ...fields }) {
    draft.update('memos', memoId, fields);
    return {};
  },
});

export const removeMemo = defineEdit({
  name: 'removeMemo',
  input: z.strictObject({ memoId: idField }),
  label: 'Remove memo',
  run({ draft }, { memoId }) {
    draft.remove('memos', memoId);
    return {};
  },
});
