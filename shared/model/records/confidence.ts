// A confidence: how far a theme or a verdict can be relied on, in the four components of GRADE-CERQual, confirmed by a person.
import { z } from 'zod';

import { idField, textField, timeField } from './fields.ts';

export const CONCERNS = ['none', 'minor', 'moderate', 'serious'] as const;
export const CONFIDENCE_LEVELS = ['high', 'moderate', 'low', 'very-low'] as const;
export const CONFIDENCE_COMPONENTS = ['methodological', 'coherence', 'adequacy', 'relevance'] as const;

const componentSchema = z.strictObject({ concern: z.enum(CONCERNS), reason: textField });

export const confidenceSchema = z
  .strictObject({
    id: idField,
    themeId: idField.nullable(),
    assumptionId: idField.nullable(),
    methodological: componentSchema,
    coherence: componentSchema,
    adequacy: componentSchema,
    relevance: componentSchema,
    overall: z.enum(CONFIDENCE_LEVELS),
    by: z.string().max(200),
    at: timeField,
  })
  .refine((confidence) => (confidence.themeId === null) !== (confidence.assumptionId === null), 'names either a theme or an assumption');

export type Confidence = z.infer<typeof confidenceSchema>;
export type Concern = (typeof CONCERNS)[number];
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number];
export type ConfidenceComponent = (typeof CONFIDENCE_COMPONENTS)[number];
