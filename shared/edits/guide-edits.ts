// Edits of the interview guide: its questions, and its own words.
import { z } from 'zod';

import type { Draft } from '#shared/model/draft';
import { idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';
import { newGuide } from '#shared/model/records/guide';

import { defineEdit, orderAfterAll, ordersBetween, unique } from './edit-definition.ts';

const testedField = z.array(idField).max(50);

/** Adds questions at the end of the guide, in the order given. */
export const addQuestions = defineEdit({
  name: 'addQuestions',
  input: z.strictObject({
    questions: z
      .array(
        z.strictObject({
          id: idField.optional(),
          text: nameField,
          probes: textField.default(''),
          assumptionIds: testedField.default([]),
        }),
      )
      .min(1)
      .max(200),
  }),
  label: ({ questions }) => (questions.length === 1 ? 'Add question' : `Add ${questions.length} questions`),
  run({ draft, newId }, { questions }) {
    const order = orderAfterAll(draft.all('questions').values());
    const questionIds = questions.map(({ id, assumptionIds, ...fields }, place) => {
      const tested = requireAssumptions(draft, assumptionIds);
      return draft.add('questions', { ...fields, id: id ?? newId(), assumptionIds: tested, order: order + place }).id;
    });
    return { questionIds };
  },
});

export const updateQuestion = defineEdit({
  name: 'updateQuestion',
  input: z.strictObject({
    questionId: idField,
    text: nameField.optional(),
    probes: textField.optional(),
    assumptionIds: testedField.optional(),
  }),
  label: 'Edit question',
  run({ draft }, { questionId, assumptionIds, ...fields }) {
    const tested = assumptionIds && requireAssumptions(draft, assumptionIds);
    draft.update('questions', questionId, { ...fields, assumptionIds: tested });
    return {};
  },
});

/** Moves a question before another one, or to the end of the guide. */
export const moveQuestion = defineEdit({
  name: 'moveQuestion',
  input: z.strictObject({ questionId: idField, beforeQuestionId: idField.nullable() }),
  label: 'Move question',
  run({ draft }, { questionId, beforeQuestionId }) {
    draft.require('questions', questionId);
    if (beforeQuestionId !== null) draft.require('questions', beforeQuestionId);
    if (questionId === beforeQuestionId) return {};
    const others = [...draft.all('questions').values()]
      .filter(({ id }) => id !== questionId)
      .sort((left, right) => left.order - right.order);
    const found = others.findIndex(({ id }) => id === beforeQuestionId);
    const at = found < 0 ? others.length : found;
    const [order] = ordersBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null, 1) ?? [];
    if (order !== undefined) draft.update('questions', questionId, { order });
    else
      others
        .toSpliced(at, 0, draft.require('questions', questionId))
        .forEach(({ id }, place) => draft.update('questions', id, { order: place + 1 }));
    return {};
  },
});

/** Removes a question; what was noted of where it was asked goes with it. */
export const removeQuestion = defineEdit({
  name: 'removeQuestion',
  input: z.strictObject({ questionId: idField }),
  label: 'Remove question',
  run({ draft }, { questionId }) {
    for (const asking of draft.referring('questions', questionId, 'askings')) draft.remove('askings', asking.id);
    draft.remove('questions', questionId);
    return {};
  },
});

/** Writes how an interview begins and ends, and the invitation. */
export const updateGuide = defineEdit({
  name: 'updateGuide',
  input: z.strictObject({
    opening: textField.optional(),
    closing: textField.optional(),
    invitation: textField.optional(),
    organiser: optionalNameField.optional(),
  }),
  label: 'Edit guide',
  run({ draft }, fields) {
    const guide = draft.get('guide', 'guide') ?? newGuide();
    const { opening = guide.opening, closing = guide.closing, invitation = guide.invitation, organiser = guide.organiser } = fields;
    draft.put('guide', { ...guide, opening, closing, invitation, organiser });
    return {};
  },
});

/** Takes an assumption out of the questions that test it, before it is removed. */
export function untestAssumption(draft: Draft, assumptionId: string): void {
  for (const { id, assumptionIds } of draft.referring('assumptions', assumptionId, 'questions'))
    draft.update('questions', id, { assumptionIds: assumptionIds.filter((each) => each !== assumptionId) });
}

function requireAssumptions(draft: Draft, assumptionIds: readonly string[]): string[] {
  for (const id of assumptionIds) draft.require('assumptions', id);
  return unique(assumptionIds);
}
