// Edits of the log of conversations with customers and of the goals for them.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { attendantSchema, CONVERSATION_KINDS, LISTENERS } from '#shared/model/records/conversation';
import { dayField, idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';
import type { VaultReader } from '#shared/model/vault-state';

import { defineEdit, orderAfterAll } from './edit-definition.ts';

/** Conversations a month unless somebody sets out to have more. */
export const DEFAULT_GOAL = 2;

const minutesField = z.int().min(1).max(1440).nullable();
const peopleField = z
  .array(
    attendantSchema.extend({
      role: optionalNameField.default(''),
      departmentId: idField.nullable().default(null),
      listener: z.enum(LISTENERS).default('team'),
    }),
  )
  .min(1)
  .max(50);

/** Logs one conversation. That somebody talked with customers is a fact about those who were there: at least one is named. */
export const logConversation = defineEdit({
  name: 'logConversation',
  input: z.strictObject({
    id: idField.optional(),
    heldOn: dayField,
    kind: z.enum(CONVERSATION_KINDS),
    customer: optionalNameField.default(''),
    minutes: minutesField.default(null),
    sourceId: idField.nullable().default(null),
    people: peopleField,
    learned: textField.default(''),
    influence: textField.default(''),
  }),
  label: 'Log conversation',
  run({ draft, newId, by, now }, { id, ...fields }) {
    requireOneConversation(draft, fields.sourceId, null);
    return { conversationId: draft.add('conversations', { ...fields, id: id ?? newId(), by, at: now }).id };
  },
});

export const updateConversation = defineEdit({
  name: 'updateConversation',
  input: z.strictObject({
    conversationId: idField,
    heldOn: dayField.optional(),
    kind: z.enum(CONVERSATION_KINDS).optional(),
    customer: optionalNameField.optional(),
    minutes: minutesField.optional(),
    sourceId: idField.nullable().optional(),
    people: peopleField.optional(),
    learned: textField.optional(),
    influence: textField.optional(),
  }),
  label: 'Edit conversation',
  run({ draft }, { conversationId, ...fields }) {
    requireOneConversation(draft, fields.sourceId ?? null, conversationId);
    draft.update('conversations', conversationId, fields);
    return {};
  },
});

export const removeConversation = defineEdit({
  name: 'removeConversation',
  input: z.strictObject({ conversationId: idField }),
  label: 'Remove conversation',
  run({ draft }, { conversationId }) {
    draft.remove('conversations', conversationId);
    return {};
  },
});

/** Sets how many conversations a month somebody sets out to have. There is one goal for each person: setting it again changes it. */
export const setGoal = defineEdit({
  name: 'setGoal',
  input: z.strictObject({
    id: idField.optional(),
    person: nameField,
    role: optionalNameField.optional(),
    departmentId: idField.nullable().optional(),
    perMonth: z.int().min(1).max(100).default(DEFAULT_GOAL),
  }),
  label: (input) => `Set the goal of ${input.person}`,
  run({ draft, newId }, { id, person, role, departmentId, perMonth }) {
    const wanted = person.trim().toLowerCase();
    const there = [...draft.all('goals').values()].find((goal) => goal.person.trim().toLowerCase() === wanted);
    if (there) return { goalId: draft.update('goals', there.id, { role, departmentId, perMonth }).id };
    const order = orderAfterAll(draft.all('goals').values());
    const goal = { id: id ?? newId(), person, role: role ?? '', departmentId: departmentId ?? null, perMonth, order };
    return { goalId: draft.add('goals', goal).id };
  },
});

export const removeGoal = defineEdit({
  name: 'removeGoal',
  input: z.strictObject({ goalId: idField }),
  label: 'Remove goal',
  run({ draft }, { goalId }) {
    draft.remove('goals', goalId);
    return {};
  },
});

/** A source is one conversation. @throws AppError('conflict') when another entry of the log stands for it already. */
function requireOneConversation(reader: VaultReader, sourceId: string | null, exceptId: string | null): void {
  if (sourceId === null) return;
  const other = reader.referring('sources', sourceId, 'conversations').find(({ id }) => id !== exceptId);
  if (other)
    throw new AppError(
      'conflict',
      'This source is in the log of conversations already. Nothing was changed: edit the entry that is there.',
      {
        collection: 'conversations',
        id: other.id,
      },
    );
}
