// A recruit: a participant on the list of people to be interviewed, how well we know them and how far it has come.
import { z } from 'zod';

import { idField, optionalNameField, orderField, textField, timeField } from './fields.ts';

/** How well somebody of us knows them. */
export const STRENGTHS = ['strong', 'some', 'weak', 'none'] as const;
/** Whether somebody was asked to introduce us, and did. */
export const INTRODUCTIONS = ['none', 'asked', 'given', 'declined'] as const;
export const RECRUIT_STAGES = ['listed', 'invited', 'agreed', 'declined'] as const;

export const meetingSchema = z.strictObject({
  startsAt: timeField,
  minutes: z.int().min(5).max(1440),
  /** A room, an address, a link. */
  place: optionalNameField,
});

export const recruitSchema = z.strictObject({
  /** The participant's own id: everybody is on the list once. */
  id: idField,
  participantId: idField,
  strength: z.enum(STRENGTHS),
  introduction: z.enum(INTRODUCTIONS),
  /** The participant who introduces; null for somebody else or nobody. */
  introducerId: idField.nullable(),
  /** Somebody who is no participant and introduces. */
  introducer: optionalNameField,
  stage: z.enum(RECRUIT_STAGES),
  meeting: meetingSchema.nullable(),
  note: textField,
  order: orderField,
  by: z.string().max(200),
  at: timeField,
});

export type Recruit = z.infer<typeof recruitSchema>;
