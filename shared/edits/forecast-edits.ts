// Edits of forecasts: given one by one and kept back, then revealed together.
import { z } from 'zod';

import { sameName } from '#shared/domain/commitments/read-commitment';
import { AppError } from '#shared/lib/app-error';
import type { Draft } from '#shared/model/draft';
import { idField, nameField } from '#shared/model/records/fields';
import type { Forecast } from '#shared/model/records/forecast';

import { defineEdit } from './edit-definition.ts';

const subject = { commitmentId: idField.nullable().default(null), assumptionId: idField.nullable().default(null) };

interface Subject {
  commitmentId: string | null;
  assumptionId: string | null;
}

/** Keeps a person's forecast back; a second one of the same person takes the place of the first. After the reveal none is taken any more. */
export const giveForecast = defineEdit({
  name: 'giveForecast',
  input: z.strictObject({ ...subject, id: idField.optional(), person: nameField, probability: z.number().min(0).max(100) }),
  label: 'Give a forecast',
  run({ draft, newId, now, by }, { id, person, probability, commitmentId, assumptionId }) {
    const there = forecastsOn(draft, { commitmentId, assumptionId });
    if (there.some(({ revealedAt }) => revealedAt !== null))
      throw new AppError('conflict', 'The forecasts on this have been revealed. One given now would not be a forecast.');
    const before = there.find((forecast) => sameName(forecast.person, person));
    const told = { person: person.trim(), probability, by, at: now };
    if (before) {
      draft.update('forecasts', before.id, told);
      return { forecastId: before.id };
    }
    return { forecastId: draft.add('forecasts', { id: id ?? newId(), commitmentId, assumptionId, ...told, revealedAt: null }).id };
  },
});

/** Takes back a forecast that was not revealed yet. */
export const removeForecast = defineEdit({
  name: 'removeForecast',
  input: z.strictObject({ forecastId: idField }),
  label: 'Take back a forecast',
  run({ draft }, { forecastId }) {
    if (draft.require('forecasts', forecastId).revealedAt !== null)
      throw new AppError('conflict', 'This forecast has been revealed and stays in the study.');
    draft.remove('forecasts', forecastId);
    return {};
  },
});

/** Shows all forecasts on one subject at the same moment. */
export const revealForecasts = defineEdit({
  name: 'revealForecasts',
  input: z.strictObject(subject),
  label: 'Reveal forecasts',
  run({ draft, now }, about) {
    const hidden = forecastsOn(draft, about).filter(({ revealedAt }) => revealedAt === null);
    if (hidden.length === 0) throw new AppError('not-found', 'There is no forecast here that is kept back.');
    for (const { id } of hidden) draft.update('forecasts', id, { revealedAt: now });
    return { revealed: hidden.length };
  },
});

function forecastsOn(draft: Draft, { commitmentId, assumptionId }: Subject): readonly Forecast[] {
  if (commitmentId !== null && assumptionId === null) {
    draft.require('commitments', commitmentId);
    return draft.referring('commitments', commitmentId, 'forecasts');
  }
  if (assumptionId !== null && commitmentId === null) {
    draft.require('assumptions', assumptionId);
    return draft.referring('assumptions', assumptionId, 'forecasts');
  }
  throw new AppError('bad-input', 'A forecast is about one commitment or about one assumption.');
}
