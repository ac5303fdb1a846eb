// Edits of the self-assessment.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { assessmentSchema, STATEMENT_KEYS } from '#shared/model/records/assessment';
import { idField } from '#shared/model/records/fields';

import { defineEdit, unique } from './edit-definition.ts';

const { on, person, answers, obstacles, note } = assessmentSchema.shape;

/** Keeps what one person answered on a day. @throws AppError('bad-input') when not one statement was answered. */
export const addAssessment = defineEdit({
  name: 'addAssessment',
  input: z.strictObject({ id: idField.optional(), on, person, answers, obstacles: obstacles.default([]), note: note.default('') }),
  label: (input) => `Add the assessment of ${input.person}`,
  run({ draft, newId, by, now }, { id, ...fields }) {
    requireAnswers(fields.answers);
    const kept = { ...fields, obstacles: unique(fields.obstacles) as typeof fields.obstacles };
    return { assessmentId: draft.add('assessments', { ...kept, id: id ?? newId(), by, at: now }).id };
  },
});

/** Changes an assessment; answers take the place of those that were there. @throws AppError('bad-input') when none is left. */
export const updateAssessment = defineEdit({
  name: 'updateAssessment',
  input: z.strictObject({ on, person, answers, obstacles, note }).partial().extend({ assessmentId: idField }),
  label: 'Edit the assessment',
  run({ draft, by, now }, { assessmentId, ...fields }) {
    if (fields.answers) requireAnswers(fields.answers);
    draft.update('assessments', assessmentId, { ...fields, by, at: now });
    return {};
  },
});

export const removeAssessment = defineEdit({
  name: 'removeAssessment',
  input: z.strictObject({ assessmentId: idField }),
  label: (input, state) => `Remove the assessment of ${state.get('assessments', input.assessmentId)?.person ?? 'somebody'}`,
  run({ draft }, { assessmentId }) {
    draft.remove('assessments', assessmentId);
    return {};
  },
});

function requireAnswers(given: z.infer<typeof answers>): void {
  if (STATEMENT_KEYS.every((key) => given[key] === undefined))
    throw new AppError(
      'bad-input',
      'An assessment answers at least one statement. Nothing was changed: choose from 1 to 5 for one of them.',
    );
}
