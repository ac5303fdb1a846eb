// Writes the invitation to one interview: as text to send, and as an event for their calendar and ours.
import type { CalendarEvent } from '#shared/lib/icalendar';
import type { Participant } from '#shared/model/records/participant';
import type { Recruit } from '#shared/model/records/recruit';
import type { VaultReader } from '#shared/model/vault-state';

/** Stands in the invitation while nobody has written another one. It names no assumption and promises nothing. */
export const USUAL_INVITATION = `Dear {name},

{introduction}we would like to understand how you work, and what goes well and badly in it. It is a conversation and no sales call: there is nothing to prepare and nothing to buy.

When: {when}
How long: {minutes} minutes
Where: {place}

We take notes, and record only if you agree. What you say is used under another name, and you can stop at any time or have it deleted later.

Kind regards,
{organiser}`;

/** Places of an invitation that are filled. */
export const INVITATION_PLACES = ['name', 'introduction', 'when', 'minutes', 'place', 'organiser'] as const;
type InvitationPlace = (typeof INVITATION_PLACES)[number];

/** Length of a conversation while none is agreed (minutes). */
export const USUAL_MINUTES = 45;

export interface Invitation {
  subject: string;
  text: string;
  /** Null while there is no time: then there is nothing to put into a calendar. */
  event: CalendarEvent | null;
}

export interface InvitationOptions {
  /** Tells a time in the words and the time zone of whoever sends it. */
  when(startsAt: string): string;
  /** Under which names people appear. */
  nameOf(participant: Participant): string;
}

/** @throws AppError('not-found') when nobody of this id is on the list. */
export function invitationFor(reader: VaultReader, recruitId: string, options: InvitationOptions): Invitation {
  const recruit = reader.require('recruits', recruitId);
  const participant = reader.require('participants', recruit.participantId);
  const guide = reader.get('guide', 'guide');
  const organiser = guide?.organiser.trim() ?? '';
  const { meeting } = recruit;
  const template = guide?.invitation.trim() ? guide.invitation : USUAL_INVITATION;
  const filled: Record<InvitationPlace, string> = {
    name: options.nameOf(participant),
    introduction: introductionOf(reader, recruit, options),
    when: meeting ? options.when(meeting.startsAt) : 'at a time that suits you',
    minutes: String(meeting?.minutes ?? USUAL_MINUTES),
    place: meeting?.place.trim() || 'wherever suits you, also by video',
    organiser,
  };
  const text = fillPlaces(template, filled).trim();
  const subject = organiser === '' ? 'A conversation about your work' : `A conversation with ${organiser}`;
  const event = meeting && {
    uid: `recruit-${recruit.id}@plumbline.invalid`,
    startsAt: meeting.startsAt,
    minutes: meeting.minutes,
    summary: subject,
    description: text,
    location: meeting.place,
  };
  return { subject, text, event };
}

/** `Rutger suggested that we speak: `, only when an introduction was given. */
function introductionOf(reader: VaultReader, recruit: Recruit, { nameOf }: InvitationOptions): string {
  if (recruit.introduction !== 'given') return '';
  const participant = recruit.introducerId === null ? undefined : reader.get('participants', recruit.introducerId);
  const name = participant ? nameOf(participant) : recruit.introducer.trim();
  return name === '' ? '' : `${name} suggested that we speak: `;
}

/** Each place once through: what is filled in is not read for places again. */
function fillPlaces(template: string, filled: Record<InvitationPlace, string>): string {
  return template.replaceAll(/\{([a-z]{4,12})\}/g, (whole, place: string) =>
    Object.hasOwn(filled, place) ? filled[place as InvitationPlace] : whole,
  );
}
