// Edits of confidences: what a person confirms of a theme or a verdict.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { CONFIDENCE_LEVELS, CONCERNS } from '#shared/model/records/confidence';
import { idField, textField } from '#shared/model/records/fields';
import type { VaultReader } from '#shared/model/vault-state';

import { defineEdit } from './edit-definition.ts';

const aboutSchema = z.strictObject({ themeId: idField.nullable().default(null), assumptionId: idField.nullable().default(null) });
const componentSchema = z.strictObject({ concern: z.enum(CONCERNS), reason: textField.default('') });

/** Confirms the confidence in a theme or a verdict. There is one for each: confirming again changes it. */
export const setConfidence = defineEdit({
  name: 'setConfidence',
  input: aboutSchema.extend({
    id: idField.optional(),
    methodological: componentSchema,
    coherence: componentSchema,
    adequacy: componentSchema,
    relevance: componentSchema,
    overall: z.enum(CONFIDENCE_LEVELS),
  }),
  label: (input) => `Confidence: ${input.overall.replace('-', ' ')}`,
  run({ draft, newId, by, now }, { id, ...fields }) {
    const there = findConfidence(draft, fields);
    return { confidenceId: draft.put('confidences', { ...fields, id: there?.id ?? id ?? newId(), by, at: now }).id };
  },
});

/** Takes a confirmed confidence away: only the proposal is left. */
export const clearConfidence = defineEdit({
  name: 'clearConfidence',
  input: aboutSchema,
  label: 'Take the confidence away',
  run({ draft }, about) {
    const there = findConfidence(draft, about);
    if (!there) throw new AppError('not-found', 'There is no confirmed confidence to take away.');
    draft.remove('confidences', there.id);
    return {};
  },
});

function findConfidence(reader: VaultReader, { themeId, assumptionId }: z.output<typeof aboutSchema>) {
  if ((themeId === null) === (assumptionId === null)) {
    throw new AppError('bad-input', 'Confidence is in a theme or in a verdict: name exactly one of themeId and assumptionId.');
  }
  if (themeId !== null) return reader.referring('themes', themeId, 'confidences')[0];
  return reader.referring('assumptions', assumptionId ?? '', 'confidences')[0];
}
