// Who is proposed for a speaker: names become people, labels that anybody may have do not become one person of many.
import { expect, test } from 'vitest';

import { isGenericLabel } from '#shared/domain/transcript/generic-label';
import { commitSpeaker, proposedPerson } from '#renderer/features/sources/import/speaker-choices';

test.each(['Participant', 'Speaker 1', 'SPEAKER_02', 'Interviewee B', 'Respondent', 'Customer 3', 'A'])('%s is nobody’s name', (label) =>
  expect(isGenericLabel(label)).toBe(true),
);

test.each(['Karim', 'Anna (customer)', 'Li Wen', 'P07', 'A12', 'Guest Smith'])('%s is somebody’s own', (label) =>
  expect(isGenericLabel(label)).toBe(false),
);

test('a person of the study is kept; a name makes a new one; a generic label makes a new one without a name', () => {
  expect(proposedPerson('Karim', 'id1')).toEqual({ is: 'known', participantId: 'id1' });
  expect(proposedPerson('Karim', null)).toEqual({ is: 'new', name: 'Karim' });
  expect(proposedPerson('Participant', null)).toEqual({ is: 'new', name: '' });
});

test('only participants carry a person into the study', () => {
  const person = { is: 'new', name: ' Karim ' } as const;
  expect(commitSpeaker({ label: 'Karim', role: 'participant', person })).toEqual({
    label: 'Karim',
    role: 'participant',
    participantId: null,
    newParticipantName: 'Karim',
  });
  expect(commitSpeaker({ label: 'Karim', role: 'interviewer', person })).toEqual({
    label: 'Karim',
    role: 'interviewer',
    participantId: null,
  });
  expect(commitSpeaker({ label: 'Karim', role: 'participant', person: { is: 'nobody' } })).toEqual({
    label: 'Karim',
    role: 'participant',
    participantId: null,
  });
});
