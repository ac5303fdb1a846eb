// The recruitment list, invitations, and the calendar file that goes with them.
import { expect, it } from 'vitest';

import { invitationFor } from '#shared/domain/recruiting/invitation';
import { recruitmentList } from '#shared/domain/recruiting/recruitment-list';
import { foldLine, writeCalendar } from '#shared/lib/icalendar';
import { buildStudy } from '#test/builders/study-builder';

const options = {
  when: (at: string) => at.slice(0, 16),
  nameOf: ({ name, pseudonym }: { name: string; pseudonym: string }) => name || pseudonym,
};

function list() {
  const study = buildStudy();
  const segmentId = study.segment('Buyers');
  study.edit('updateStudy', { targetSegmentId: segmentId });
  const add = (id: string, input: object) =>
    study.edit('addRecruit', {
      newParticipant: {
        id,
        name: id,
        pseudonym: id,
        ...('reached' in input ? { reached: input.reached as 'cold' } : {}),
        segmentId: 'target' in input ? segmentId : null,
      },
      ...('more' in input ? (input.more as object) : {}),
    });
  add('Cold', { reached: 'cold' });
  add('Asked', { more: { introduction: 'asked', introducer: 'Jo of sales' } });
  add('Target', { reached: 'cold', target: true });
  add('Known', { reached: 'cold', more: { strength: 'strong' } });
  add('Given', { more: { introduction: 'given' } });
  add('Advocate', { reached: 'advocate' });
  return { study, names: () => recruitmentList(study.state).rows.map(({ recruit }) => recruit.id) };
}

it('advocates first, then who was introduced, then who is to be; who was heard last', () => {
  const { study, names } = list();
  expect(names()).toEqual(['Advocate', 'Given', 'Asked', 'Known', 'Target', 'Cold']);
  study.source({ participantId: 'Advocate', turns: [[null, 'Hello there.']] });
  expect(names().at(-1)).toBe('Advocate');
  expect(recruitmentList(study.state).target).toEqual({ listed: 1, heard: 0 });
});

it('says who could be asked to introduce somebody', () => {
  const { study } = list();
  const may = (): string[] => recruitmentList(study.state).mayIntroduce.map(({ id }) => id);
  expect(may()).toEqual(['Advocate', 'Known']);
  study.edit('updateRecruit', { recruitId: 'Cold', introducerId: 'Advocate', introduction: 'asked' });
  expect(may()).toEqual(['Known']);
  expect(() => study.edit('updateRecruit', { recruitId: 'Cold', introducerId: 'Cold' })).toThrow('Nobody introduces themselves');
  expect(() => study.edit('addRecruit', { participantId: 'Cold' })).toThrow('on the recruitment list already');
  study.edit('removeParticipant', { participantId: 'Advocate' });
  expect(study.state.require('recruits', 'Cold').introducerId).toBeNull();
  expect(study.state.get('recruits', 'Advocate')).toBeUndefined();
});

it('fills the places of an invitation once, and names who introduced only when they did', () => {
  const { study } = list();
  const meeting = { startsAt: '2026-06-30T09:00:00.000Z', minutes: 30, place: 'Room {name}' };
  study.edit('updateRecruit', { recruitId: 'Given', introducerId: 'Advocate', meeting });
  study.edit('updateGuide', { organiser: 'Nadia' });
  const { text, event } = invitationFor(study.state, 'Given', options);
  expect(text).toContain('Dear Given,\n\nAdvocate suggested that we speak: we would like');
  expect(text).toContain('When: 2026-06-30T09:00\nHow long: 30 minutes\nWhere: Room {name}');
  expect(text.endsWith('Nadia')).toBe(true);
  expect(event).toMatchObject({ startsAt: meeting.startsAt, minutes: 30, summary: 'A conversation with Nadia' });
  expect(invitationFor(study.state, 'Asked', options)).toMatchObject({ event: null, text: expect.not.stringContaining('Jo of sales') });
  study.edit('updateGuide', { invitation: 'Hi {name}, {nothing} {when}' });
  expect(invitationFor(study.state, 'Asked', options).text).toBe('Hi Asked, {nothing} at a time that suits you');
});

it('writes a calendar as RFC 5545 says: escaped, in UTC, folded by bytes', () => {
  const description = `Dear Ana; bring, if you like, a \\ and:\n${'é'.repeat(60)}`;
  const file = writeCalendar(
    [{ uid: 'a@b', startsAt: '2026-06-30T09:05:00.000Z', minutes: 45, summary: 'A talk', description, location: '' }],
    '2026-06-01T08:00:00.000Z',
  );
  const lines = file.split('\r\n');
  expect(lines.slice(0, 9)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plumbline//Plumbline//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:a@b',
    'DTSTAMP:20260601T080000Z',
    'DTSTART:20260630T090500Z',
    'DURATION:PT45M',
  ]);
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:Dear Ana\\; bring\\, if you like\\, a \\\\ and:\\n${'é'.repeat(60)}\r\n`);
  expect(file).not.toContain('LOCATION');
  expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
  expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
});
