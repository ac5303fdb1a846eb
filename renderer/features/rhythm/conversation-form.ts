// What the dialog of a conversation holds while it is typed, and what it becomes.
import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { nameKey } from '#shared/domain/rhythm/name-key';
import type { EditInput } from '#shared/edits/index';
import type { Attendant, ConversationKind } from '#shared/model/records/conversation';
import { projection } from '#renderer/stores/vault-store';

export interface ConversationForm {
  heldOn: string;
  kind: ConversationKind;
  customer: string;
  /** As typed; '' where nobody noted them. */
  minutes: string;
  sourceId: string | null;
  people: Attendant[];
  learned: string;
  influence: string;
}

export const NOBODY: Attendant = { name: '', role: '', departmentId: null, listener: 'team' };

/** The form of an entry of the log, of an interview that is not in the log yet, or of a new conversation. */
export function formOf(conversationId: string | null, sourceId: string | null, today: string): ConversationForm {
  const record = conversationId === null ? undefined : projection.state.get('conversations', conversationId);
  if (record) {
    const { heldOn, kind, customer, people, learned, influence } = record;
    const minutes = record.minutes === null ? '' : String(record.minutes);
    return { heldOn, kind, customer, minutes, sourceId: record.sourceId, people: [...people], learned, influence };
  }
  const empty = { heldOn: today, kind: 'visit' as const, customer: '', minutes: '', learned: '', influence: '' };
  const entry = sourceId === null ? undefined : conversationLog(projection.state, today).find((each) => each.sourceId === sourceId);
  if (!entry) return { ...empty, sourceId: null, people: [NOBODY] };
  const people = entry.people.length > 0 ? [...entry.people] : [NOBODY];
  return { ...empty, heldOn: entry.heldOn, kind: entry.kind, sourceId, people };
}

/** What stops it from being kept, as a sentence; null when nothing does. */
export function problemOf({ heldOn, minutes, people }: ConversationForm, today: string): string | null {
  if (heldOn === '') return 'Say on which day it was.';
  if (heldOn > today) return 'That day is still to come. A conversation is logged once it was held.';
  if (minutes !== '' && !(Number.isInteger(Number(minutes)) && Number(minutes) >= 1 && Number(minutes) <= 1440))
    return 'Minutes are a whole number from 1 to 1440, or left empty.';
  if (people.every(({ name }) => name.trim() === '')) return 'Name at least one of us who was there.';
  return null;
}

/** The form as the edit takes it; people without a name are left out. */
export function inputOf(form: ConversationForm): EditInput<'logConversation'> {
  const people = form.people.filter(({ name }) => name.trim() !== '').map((person) => ({ ...person, name: person.name.trim() }));
  return { ...form, customer: form.customer.trim(), minutes: form.minutes === '' ? null : Number(form.minutes), people };
}

/** A person as they were known last, so that role and department need not be typed again; null for somebody new. */
export function knownAttendant(name: string, today: string): Attendant | null {
  const key = nameKey(name);
  for (const { people } of conversationLog(projection.state, today)) {
    const found = people.find((person) => nameKey(person.name) === key);
    if (found) return found;
  }
  const goal = [...projection.state.all('goals').values()].find(({ person }) => nameKey(person) === key);
  return goal ? { ...NOBODY, name: goal.person, role: goal.role, departmentId: goal.departmentId } : null;
}
