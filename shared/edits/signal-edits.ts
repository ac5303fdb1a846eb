// Edits of signals: dated measures and the themes that explain them.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { dayField, idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';
import { SIGNAL_KINDS, type SignalPoint, signalSchema } from '#shared/model/records/signal';

import { defineEdit, orderAfterAll } from './edit-definition.ts';

const pointsField = signalSchema.shape.points;

export const addSignal = defineEdit({
  name: 'addSignal',
  input: z.strictObject({
    id: idField.optional(),
    name: nameField,
    kind: z.enum(SIGNAL_KINDS),
    unit: optionalNameField.default(''),
    points: pointsField.default([]),
  }),
  label: (input) => `Add signal ${input.name}`,
  run({ draft, newId }, { id, points, ...fields }) {
    const order = orderAfterAll(draft.all('signals').values());
    return { signalId: draft.add('signals', { ...fields, id: id ?? newId(), points: merged([], points), whys: [], order }).id };
  },
});

export const updateSignal = defineEdit({
  name: 'updateSignal',
  input: z.strictObject({
    signalId: idField,
    name: nameField.optional(),
    kind: z.enum(SIGNAL_KINDS).optional(),
    unit: optionalNameField.optional(),
  }),
  label: 'Edit signal',
  run({ draft }, { signalId, ...fields }) {
    draft.update('signals', signalId, fields);
    return {};
  },
});

/** Adds points; one on a day that has one already takes its place. */
export const addSignalPoints = defineEdit({
  name: 'addSignalPoints',
  input: z.strictObject({ signalId: idField, points: pointsField.min(1) }),
  label: (input) => (input.points.length === 1 ? 'Add a point' : `Add ${input.points.length} points`),
  run({ draft }, { signalId, points }) {
    draft.update('signals', signalId, { points: merged(draft.require('signals', signalId).points, points) });
    return {};
  },
});

/** Removes the point of a day, with what explained it. */
export const removeSignalPoint = defineEdit({
  name: 'removeSignalPoint',
  input: z.strictObject({ signalId: idField, on: dayField }),
  label: 'Remove point',
  run({ draft }, { signalId, on }) {
    const { points, whys } = draft.require('signals', signalId);
    draft.update('signals', signalId, { points: points.filter((point) => point.on !== on), whys: whys.filter((why) => why.on !== on) });
    return {};
  },
});

/** Says which theme explains a point, and how; again for the same theme changes the words. @throws AppError('not-found') for a day without a point. */
export const explainSignal = defineEdit({
  name: 'explainSignal',
  input: z.strictObject({ signalId: idField, on: dayField, themeId: idField, note: textField.default('') }),
  label: 'Explain signal',
  run({ draft }, { signalId, ...why }) {
    const { points, whys } = draft.require('signals', signalId);
    if (!points.some(({ on }) => on === why.on))
      throw new AppError('not-found', `The signal has no point on ${why.on} to explain. Nothing was changed.`);
    draft.require('themes', why.themeId);
    const others = whys.filter(({ on, themeId }) => on !== why.on || themeId !== why.themeId);
    draft.update('signals', signalId, {
      whys: [...others, why].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0)),
    });
    return {};
  },
});

export const clearExplanation = defineEdit({
  name: 'clearExplanation',
  input: z.strictObject({ signalId: idField, on: dayField, themeId: idField }),
  label: 'Take explanation away',
  run({ draft }, { signalId, on, themeId }) {
    const { whys } = draft.require('signals', signalId);
    draft.update('signals', signalId, { whys: whys.filter((why) => why.on !== on || why.themeId !== themeId) });
    return {};
  },
});

export const removeSignal = defineEdit({
  name: 'removeSignal',
  input: z.strictObject({ signalId: idField }),
  label: 'Remove signal',
  run({ draft }, { signalId }) {
    draft.remove('signals', signalId);
    return {};
  },
});

/** One point a day, the later one given, oldest day first. */
function merged(there: readonly SignalPoint[], given: readonly SignalPoint[]): SignalPoint[] {
  const byDay = new Map([...there, ...given].map((point) => [point.on, point]));
  return [...byDay.values()].sort((left, right) => (left.on < right.on ? -1 : 1));
}
