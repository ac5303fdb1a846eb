// Edits of the owners of the result, and of what was acknowledged in the departments.
import { z } from 'zod';

import { dayField, idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';

import { defineEdit, orderAfterAll, requireFreeName } from './edit-definition.ts';

const ownerFields = {
  name: nameField,
  role: optionalNameField,
  departmentId: idField.nullable(),
  gave: textField,
};

export const addOwner = defineEdit({
  name: 'addOwner',
  input: z
    .strictObject({ ...ownerFields, id: idField })
    .partial()
    .required({ name: true }),
  label: (input) => `Add owner ${input.name}`,
  run({ draft, newId }, { id, name, role = '', departmentId = null, gave = '' }) {
    requireFreeName(draft, 'owners', name, null);
    const order = orderAfterAll(draft.all('owners').values());
    return { ownerId: draft.add('owners', { id: id ?? newId(), name, role, departmentId, gave, order }).id };
  },
});

export const updateOwner = defineEdit({
  name: 'updateOwner',
  input: z.strictObject(ownerFields).partial().extend({ ownerId: idField }),
  label: 'Edit owner',
  run({ draft }, { ownerId, ...fields }) {
    if (fields.name !== undefined) requireFreeName(draft, 'owners', fields.name, ownerId);
    draft.update('owners', ownerId, fields);
    return {};
  },
});

/** What they own by name, assumptions and commitments, stays as it is. */
export const removeOwner = defineEdit({
  name: 'removeOwner',
  input: z.strictObject({ ownerId: idField }),
  label: (input, state) => `Remove owner ${state.get('owners', input.ownerId)?.name ?? ''}`.trim(),
  run({ draft }, { ownerId }) {
    draft.remove('owners', ownerId);
    return {};
  },
});

const wordsField = textField.refine((text) => text.trim() !== '', 'must not be blank');

/** Notes what was said to a department. Several may stand one after the other: saying it once is seldom enough. */
export const logAcknowledgement = defineEdit({
  name: 'logAcknowledgement',
  input: z.strictObject({ id: idField.optional(), departmentId: idField, saidOn: dayField, saidBy: nameField, words: wordsField }),
  label: (input, state) => `Note what was acknowledged in ${state.get('departments', input.departmentId)?.name ?? 'a department'}`,
  run({ draft, newId, by, now }, { id, ...fields }) {
    draft.require('departments', fields.departmentId);
    return { acknowledgementId: draft.add('acknowledgements', { ...fields, id: id ?? newId(), by, at: now }).id };
  },
});

export const updateAcknowledgement = defineEdit({
  name: 'updateAcknowledgement',
  input: z.strictObject({
    acknowledgementId: idField,
    saidOn: dayField.optional(),
    saidBy: nameField.optional(),
    words: wordsField.optional(),
  }),
  label: 'Edit what was acknowledged',
  run({ draft, by, now }, { acknowledgementId, ...fields }) {
    draft.update('acknowledgements', acknowledgementId, { ...fields, by, at: now });
    return {};
  },
});

export const removeAcknowledgement = defineEdit({
  name: 'removeAcknowledgement',
  input: z.strictObject({ acknowledgementId: idField }),
  label: 'Remove what was acknowledged',
  run({ draft }, { acknowledgementId }) {
    draft.remove('acknowledgements', acknowledgementId);
    return {};
  },
});
