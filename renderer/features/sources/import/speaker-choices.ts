// What a person may decide about the speakers of a file before it is imported, and what is proposed.
import { isGenericLabel } from '#shared/domain/transcript/generic-label';
import type { SpeakerRole } from '#shared/model/records/source';
import type { SpeakerPreview } from '#shared/rpc/answers';
import type { MethodInput } from '#shared/rpc/contract';

/** Who somebody is: a participant of the study, a new one, or nobody's record yet. */
export type Person = { is: 'known'; participantId: string } | { is: 'new'; name: string } | { is: 'nobody' };

export interface SpeakerChoice {
  label: string;
  role: SpeakerRole;
  person: Person;
}

type CommitSpeaker = MethodInput<'import.commit'>['files'][number]['speakers'][number];

/** A new person's name is the label, unless the label is nobody's name. */
export function proposedPerson(label: string, participantId: string | null): Person {
  if (participantId !== null) return { is: 'known', participantId };
  return { is: 'new', name: isGenericLabel(label) ? '' : label };
}

export function proposedSpeakers(speakers: readonly SpeakerPreview[]): SpeakerChoice[] {
  return speakers.map(({ label, role, participantId }) => ({ label, role, person: proposedPerson(label, participantId) }));
}

/** Somebody who was new when it was decided, and has come into the study meanwhile by another file of the same import. */
export function metPerson(person: Person, arrived: ReadonlyMap<string, string>): Person {
  const participantId = person.is === 'new' ? arrived.get(person.name.trim().toLowerCase()) : undefined;
  return participantId === undefined ? person : { is: 'known', participantId };
}

/** As the core takes it. */
export function commitPerson(person: Person): { participantId: string | null; newParticipantName?: string } {
  if (person.is === 'known') return { participantId: person.participantId };
  return person.is === 'new' ? { participantId: null, newParticipantName: person.name.trim() } : { participantId: null };
}

export function commitSpeaker({ label, role, person }: SpeakerChoice): CommitSpeaker {
  return { label, role, ...(role === 'participant' ? commitPerson(person) : { participantId: null }) };
}
