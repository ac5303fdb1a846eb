// A conversation: who of us talked with which customer, when and how; the log behind the rhythm.
import { z } from 'zod';

import { dayField, idField, nameField, optionalNameField, textField, timeField } from './fields.ts';

export const CONVERSATION_KINDS = [
  'interview',
  'visit',
  'support-line',
  'advisory-board',
  'product-use',
  'roundtable',
  'sales-call',
  'survey',
  'other',
] as const;

/** Who did the listening: a leader, somebody of the team, or an outside firm. */
export const LISTENERS = ['leader', 'team', 'outside'] as const;

export const attendantSchema = z.strictObject({
  name: nameField,
  role: optionalNameField,
  departmentId: idField.nullable(),
  listener: z.enum(LISTENERS),
});

export const conversationSchema = z.strictObject({
  id: idField,
  heldOn: dayField,
  kind: z.enum(CONVERSATION_KINDS),
  /** The customer, as one would name them. */
  customer: optionalNameField,
  /** Minutes with the customer; null where nobody noted them. */
  minutes: z.int().min(1).max(1440).nullable(),
  /** The source that it became, so that it is not counted twice. */
  sourceId: idField.nullable(),
  /** Those of us who were there. */
  people: z.array(attendantSchema).min(1).max(50),
  learned: textField,
  /** What was decided differently because of it. */
  influence: textField,
  by: z.string().max(200),
  at: timeField,
});

export type Conversation = z.infer<typeof conversationSchema>;
export type ConversationKind = Conversation['kind'];
export type Attendant = z.infer<typeof attendantSchema>;
