// Edits of the list of people to be interviewed.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import type { Draft } from '#shared/model/draft';
import { idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';
import { REACHED } from '#shared/model/records/participant';
import { INTRODUCTIONS, meetingSchema, RECRUIT_STAGES, STRENGTHS } from '#shared/model/records/recruit';

import { defineEdit, orderAfterAll } from './edit-definition.ts';
import { nextPseudonym } from './study-edits.ts';

const newPerson = z.strictObject({
  id: idField.optional(),
  name: optionalNameField.default(''),
  pseudonym: nameField.optional(),
  segmentId: idField.nullable().default(null),
  reached: z.enum(REACHED).default('unknown'),
  attributes: z.record(nameField, optionalNameField).default({}),
});

const recruitFields = z
  .strictObject({
    strength: z.enum(STRENGTHS),
    introduction: z.enum(INTRODUCTIONS),
    introducerId: idField.nullable(),
    introducer: optionalNameField,
    stage: z.enum(RECRUIT_STAGES),
    meeting: meetingSchema.nullable(),
    note: textField,
  })
  .partial();

/** Puts a participant on the list, or somebody new who becomes one. */
export const addRecruit = defineEdit({
  name: 'addRecruit',
  input: recruitFields.extend({ participantId: idField.optional(), newParticipant: newPerson.optional() }),
  label: 'Add to the recruitment list',
  run({ draft, newId, by, now }, { participantId, newParticipant, ...fields }) {
    const id = participantId ?? (newParticipant && draft.add('participants', personOf(draft, newId, newParticipant)).id);
    if (id === undefined || (participantId !== undefined && newParticipant !== undefined))
      throw new AppError('bad-input', 'Name a participant of the study or somebody new, one of the two. Nothing was changed.');
    const { pseudonym } = draft.require('participants', id);
    if (draft.get('recruits', id)) throw new AppError('conflict', `${pseudonym} is on the recruitment list already. Nothing was changed.`);
    requireIntroducer(draft, id, fields.introducerId ?? null);
    draft.add('recruits', {
      id,
      participantId: id,
      strength: fields.strength ?? 'none',
      introduction: fields.introduction ?? 'none',
      introducerId: fields.introducerId ?? null,
      introducer: fields.introducer ?? '',
      stage: fields.stage ?? 'listed',
      meeting: fields.meeting ?? null,
      note: fields.note ?? '',
      order: orderAfterAll(draft.all('recruits').values()),
      by,
      at: now,
    });
    return { recruitId: id, participantId: id };
  },
});

export const updateRecruit = defineEdit({
  name: 'updateRecruit',
  input: recruitFields.extend({ recruitId: idField }),
  label: 'Edit the recruitment list',
  run({ draft }, { recruitId, ...fields }) {
    requireIntroducer(draft, recruitId, fields.introducerId ?? null);
    draft.update('recruits', recruitId, fields);
    return {};
  },
});

/** Takes somebody off the list; the participant stays. */
export const removeRecruit = defineEdit({
  name: 'removeRecruit',
  input: z.strictObject({ recruitId: idField }),
  label: 'Remove from the recruitment list',
  run({ draft }, { recruitId }) {
    draft.remove('recruits', recruitId);
    return {};
  },
});

function requireIntroducer(draft: Draft, recruitId: string, introducerId: string | null): void {
  if (introducerId === null) return;
  draft.require('participants', introducerId);
  if (introducerId === recruitId)
    throw new AppError('bad-input', 'Nobody introduces themselves: choose somebody else. Nothing was changed.');
}

function personOf(draft: Draft, newId: () => string, { id, pseudonym, ...person }: z.output<typeof newPerson>) {
  return { ...person, id: id ?? newId(), pseudonym: pseudonym ?? nextPseudonym(draft), relationship: '' };
}
