// Edits of the study, its segments and its participants.
import { z } from 'zod';

import { dayField, idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';
import { REACHED } from '#shared/model/records/participant';
import type { VaultReader } from '#shared/model/vault-state';

import { leaveSegment } from './commitment-references.ts';
import { dropRecruit } from './drop-recruit.ts';
import { defineEdit, orderAfterAll, requireFreeName } from './edit-definition.ts';

export const updateStudy = defineEdit({
  name: 'updateStudy',
  input: z.strictObject({
    name: nameField.optional(),
    decision: z
      .strictObject({
        question: textField,
        options: z.array(nameField).max(50),
        owner: optionalNameField,
        dueOn: dayField.nullable(),
        stakes: textField,
      })
      .partial()
      .optional(),
    /** The segment that matters most; null for none. */
    targetSegmentId: idField.nullable().optional(),
    /** Owners of the result before it is called a committee. */
    mostOwners: z.int().min(1).max(100).optional(),
  }),
  label: 'Edit study',
  run({ draft }, input) {
    const study = draft.require('study', 'study');
    const decision = { ...study.decision, ...input.decision } as typeof study.decision;
    const target = input.targetSegmentId === undefined ? {} : { targetSegmentId: input.targetSegmentId };
    const most = input.mostOwners === undefined ? {} : { mostOwners: input.mostOwners };
    draft.put('study', { ...study, name: input.name ?? study.name, decision, ...target, ...most });
    return {};
  },
});

export const addSegment = defineEdit({
  name: 'addSegment',
  input: z.strictObject({ id: idField.optional(), name: nameField, description: textField.default('') }),
  label: (input) => `Add segment ${input.name}`,
  run({ draft, newId }, input) {
    requireFreeName(draft, 'segments', input.name, null);
    const segment = draft.add('segments', {
      id: input.id ?? newId(),
      name: input.name,
      description: input.description,
      order: orderAfterAll(draft.all('segments').values()),
    });
    return { segmentId: segment.id };
  },
});

export const updateSegment = defineEdit({
  name: 'updateSegment',
  input: z.strictObject({ segmentId: idField, name: nameField.optional(), description: textField.optional() }),
  label: 'Edit segment',
  run({ draft }, { segmentId, ...fields }) {
    if (fields.name) requireFreeName(draft, 'segments', fields.name, segmentId);
    draft.update('segments', segmentId, fields);
    return {};
  },
});

/** Removes a segment; its participants stay, without one, and the study names none as the one that matters most. */
export const removeSegment = defineEdit({
  name: 'removeSegment',
  input: z.strictObject({ segmentId: idField }),
  label: 'Remove segment',
  run({ draft }, { segmentId }) {
    for (const participant of draft.referring('segments', segmentId, 'participants')) {
      draft.update('participants', participant.id, { segmentId: null });
    }
    for (const study of draft.referring('segments', segmentId, 'study')) draft.put('study', { ...study, targetSegmentId: null });
    leaveSegment(draft, segmentId);
    draft.remove('segments', segmentId);
    return {};
  },
});

const participantFields = z.strictObject({
  pseudonym: nameField,
  name: optionalNameField,
  segmentId: idField.nullable(),
  attributes: z.record(nameField, optionalNameField),
  reached: z.enum(REACHED),
  relationship: textField,
});

export const addParticipant = defineEdit({
  name: 'addParticipant',
  input: participantFields.partial().extend({ id: idField.optional() }),
  label: 'Add participant',
  run({ draft, newId }, input) {
    const participant = draft.add('participants', {
      id: input.id ?? newId(),
      pseudonym: input.pseudonym ?? nextPseudonym(draft),
      name: input.name ?? '',
      segmentId: input.segmentId ?? null,
      attributes: input.attributes ?? {},
      reached: input.reached ?? 'unknown',
      relationship: input.relationship ?? '',
    });
    return { participantId: participant.id };
  },
});

export const updateParticipant = defineEdit({
  name: 'updateParticipant',
  input: participantFields.partial().extend({ participantId: idField }),
  label: 'Edit participant',
  run({ draft }, { participantId, ...fields }) {
    draft.update('participants', participantId, fields);
    return {};
  },
});

/** Removes a participant from the list; the sources stay and their speakers are no longer anybody's. */
export const removeParticipant = defineEdit({
  name: 'removeParticipant',
  input: z.strictObject({ participantId: idField }),
  label: 'Remove participant',
  run({ draft }, { participantId }) {
    for (const source of draft.referring('participants', participantId, 'sources')) {
      draft.update('sources', source.id, {
        participantId: source.participantId === participantId ? null : source.participantId,
        speakers: source.speakers.map((speaker) =>
          speaker.participantId === participantId ? { ...speaker, participantId: null } : speaker,
        ),
      });
    }
    dropRecruit(draft, participantId);
    draft.remove('participants', participantId);
    return {};
  },
});

/** The next free code of the form P01, P02, … */
export function nextPseudonym(reader: VaultReader, alsoTaken: ReadonlySet<string> = new Set()): string {
  const taken = new Set([...reader.all('participants').values()].map((participant) => participant.pseudonym));
  for (let number = 1; ; number += 1) {
    const code = `P${String(number).padStart(2, '0')}`;
    if (!taken.has(code) && !alsoTaken.has(code)) return code;
  }
}
