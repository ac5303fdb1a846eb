// A signal: a dated measure, with the themes that explain how it moved.
import { z } from 'zod';

import { dayField, idField, nameField, optionalNameField, orderField, textField } from './fields.ts';

export const SIGNAL_KINDS = ['nps', 'csat', 'ces', 'complaints', 'other'] as const;

export const signalSchema = z.strictObject({
  id: idField,
  name: nameField,
  kind: z.enum(SIGNAL_KINDS),
  unit: optionalNameField,
  /** One point a day at most, oldest first; `answers` where it was computed from so many scores. */
  points: z.array(z.strictObject({ on: dayField, value: z.number().min(-1e12).max(1e12), answers: z.int().min(1).nullable() })).max(10_000),
  /** What explains a point: a theme, with words. */
  whys: z.array(z.strictObject({ on: dayField, themeId: idField, note: textField })).max(1000),
  order: orderField,
});

export type Signal = z.infer<typeof signalSchema>;
export type SignalKind = Signal['kind'];
export type SignalPoint = Signal['points'][number];
