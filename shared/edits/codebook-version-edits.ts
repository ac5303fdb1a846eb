// Edits of codebook versions: one is saved, described otherwise, removed. The tags in it stay as they were.
import { z } from 'zod';

import { codebookNow } from '#shared/domain/codebook/codebook-now';
import { AppError } from '#shared/lib/app-error';
import { dayField, idField, nameField, textField } from '#shared/model/records/fields';

import { defineEdit } from './edit-definition.ts';

/** Keeps the codebook as it stands. @throws AppError('conflict') when there is no tag. */
export const saveCodebookVersion = defineEdit({
  name: 'saveCodebookVersion',
  input: z.strictObject({ id: idField.optional(), name: nameField, day: dayField.optional(), note: textField.optional() }),
  label: (input) => `Save codebook version ${input.name}`,
  *run({ draft, newId, by, now }, { id, name, day, note }) {
    const tags = yield* codebookNow(draft);
    if (tags.length === 0) throw new AppError('conflict', 'There are no tags yet, so there is no codebook to keep.');
    const version = { id: id ?? newId(), name: name.trim(), day: day ?? now.slice(0, 10), note: note ?? '', by, at: now, tags };
    return { versionId: draft.add('codebookVersions', version).id, tags: tags.length };
  },
});

export const updateCodebookVersion = defineEdit({
  name: 'updateCodebookVersion',
  input: z.strictObject({ versionId: idField, name: nameField.optional(), day: dayField.optional(), note: textField.optional() }),
  label: 'Change codebook version',
  run({ draft }, { versionId, ...fields }) {
    draft.update('codebookVersions', versionId, fields);
    return {};
  },
});

/** Removes a version. The codebook of today stays as it is. */
export const removeCodebookVersion = defineEdit({
  name: 'removeCodebookVersion',
  input: z.strictObject({ versionId: idField }),
  label: (input, state) => `Remove codebook version ${state.get('codebookVersions', input.versionId)?.name ?? ''}`.trim(),
  run({ draft }, { versionId }) {
    draft.remove('codebookVersions', versionId);
    return {};
  },
});
