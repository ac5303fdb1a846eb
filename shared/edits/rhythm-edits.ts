// Edits of the rhythm: habits that come round, and gates that are passed with a summary.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { dayField, idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';
import { CADENCES } from '#shared/model/records/rhythm-item';

import { defineEdit, orderAfterAll, unique } from './edit-definition.ts';

const blockField = z.int().min(5).max(1440).nullable();

export const addRhythmItem = defineEdit({
  name: 'addRhythmItem',
  input: z.strictObject({
    id: idField.optional(),
    title: nameField,
    cadence: z.enum(CADENCES),
    owner: optionalNameField.default(''),
    firstDueOn: dayField,
    minutes: blockField.default(null),
  }),
  label: (input) => `Add ${input.title}`,
  run({ draft, newId }, { id, ...fields }) {
    const order = orderAfterAll(draft.all('rhythmItems').values());
    const item = { ...fields, id: id ?? newId(), doneOn: [], snoozedUntil: null, order };
    return { rhythmItemId: draft.add('rhythmItems', item).id };
  },
});

export const updateRhythmItem = defineEdit({
  name: 'updateRhythmItem',
  input: z.strictObject({
    rhythmItemId: idField,
    title: nameField.optional(),
    cadence: z.enum(CADENCES).optional(),
    owner: optionalNameField.optional(),
    firstDueOn: dayField.optional(),
    minutes: blockField.optional(),
  }),
  label: 'Edit rhythm',
  run({ draft }, { rhythmItemId, ...fields }) {
    draft.update('rhythmItems', rhythmItemId, fields);
    return {};
  },
});

/** Marks it as done on a day. A snooze ends with that. */
export const markRhythmDone = defineEdit({
  name: 'markRhythmDone',
  input: z.strictObject({ rhythmItemId: idField, on: dayField }),
  label: (input, state) => `Done: ${state.get('rhythmItems', input.rhythmItemId)?.title ?? ''}`,
  run({ draft }, { rhythmItemId, on }) {
    const item = draft.require('rhythmItems', rhythmItemId);
    draft.update('rhythmItems', rhythmItemId, { doneOn: unique([...item.doneOn, on]).sort(), snoozedUntil: null });
    return {};
  },
});

/** Takes back that it was done on a day. */
export const markRhythmNotDone = defineEdit({
  name: 'markRhythmNotDone',
  input: z.strictObject({ rhythmItemId: idField, on: dayField }),
  label: 'Not done',
  run({ draft }, { rhythmItemId, on }) {
    const item = draft.require('rhythmItems', rhythmItemId);
    draft.update('rhythmItems', rhythmItemId, { doneOn: item.doneOn.filter((day) => day !== on) });
    return {};
  },
});

/** Leaves it alone until a day; null asks for it again at once. */
export const snoozeRhythm = defineEdit({
  name: 'snoozeRhythm',
  input: z.strictObject({ rhythmItemId: idField, until: dayField.nullable() }),
  label: 'Snooze',
  run({ draft }, { rhythmItemId, until }) {
    draft.update('rhythmItems', rhythmItemId, { snoozedUntil: until });
    return {};
  },
});

export const removeRhythmItem = defineEdit({
  name: 'removeRhythmItem',
  input: z.strictObject({ rhythmItemId: idField }),
  label: 'Remove from the rhythm',
  run({ draft }, { rhythmItemId }) {
    draft.remove('rhythmItems', rhythmItemId);
    return {};
  },
});

export const addGate = defineEdit({
  name: 'addGate',
  input: z.strictObject({
    id: idField.optional(),
    name: nameField,
    dueOn: dayField.nullable().default(null),
    summary: textField.default(''),
    shaped: textField.default(''),
  }),
  label: (input) => `Add gate ${input.name}`,
  run({ draft, newId }, { id, ...fields }) {
    const order = orderAfterAll(draft.all('gates').values());
    return { gateId: draft.add('gates', { ...fields, id: id ?? newId(), passed: null, order }).id };
  },
});

/** Edits a gate. One that is passed keeps both its texts: they are why it is. */
export const updateGate = defineEdit({
  name: 'updateGate',
  input: z.strictObject({
    gateId: idField,
    name: nameField.optional(),
    dueOn: dayField.nullable().optional(),
    summary: textField.optional(),
    shaped: textField.optional(),
  }),
  label: 'Edit gate',
  run({ draft }, { gateId, ...fields }) {
    const { passed, summary, shaped } = draft.update('gates', gateId, fields);
    if (passed) requireTexts(summary, shaped);
    return {};
  },
});

/** Marks a gate as passed. @throws AppError('bad-input') without the summary of recent conversations and how they shaped the concept. */
export const passGate = defineEdit({
  name: 'passGate',
  input: z.strictObject({ gateId: idField, on: dayField }),
  label: (input, state) => `Pass ${state.get('gates', input.gateId)?.name ?? 'gate'}`,
  run({ draft, by, now }, { gateId, on }) {
    const { summary, shaped } = draft.require('gates', gateId);
    requireTexts(summary, shaped);
    draft.update('gates', gateId, { passed: { on, by, at: now } });
    return {};
  },
});

export const reopenGate = defineEdit({
  name: 'reopenGate',
  input: z.strictObject({ gateId: idField }),
  label: 'Open gate again',
  run({ draft }, { gateId }) {
    draft.update('gates', gateId, { passed: null });
    return {};
  },
});

export const removeGate = defineEdit({
  name: 'removeGate',
  input: z.strictObject({ gateId: idField }),
  label: 'Remove gate',
  run({ draft }, { gateId }) {
    draft.remove('gates', gateId);
    return {};
  },
});

function requireTexts(summary: string, shaped: string): void {
  if (summary.trim() === '')
    throw new AppError(
      'bad-input',
      'A gate is passed with a summary of recent conversations. Nothing was changed: write the summary first.',
    );
  if (shaped.trim() === '')
    throw new AppError('bad-input', 'A gate is passed with how conversations shaped the concept. Nothing was changed: write that first.');
}
