// Writes calendar files (.ics) that every calendar program opens: RFC 5545, lines folded by bytes.

export interface CalendarEvent {
  /** The same for every copy of an event, so that a calendar replaces the earlier one. */
  uid: string;
  /**
   * Start: ISO 8601 in UTC; without `Z` as the clock on the wall, whatever the time zone (`2026-06-30T09:00:00`); a day alone
   * for all of it (`2026-06-30`), and then `minutes` do not count.
   */
  startsAt: string;
  minutes: number;
  summary: string;
  description: string;
  location: string;
}

/** Longest line in bytes, its line break not counted (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** @param stamp when the file is made, ISO 8601 in UTC. @returns the text of the file, lines ended by CR and LF. */
export function writeCalendar(events: readonly CalendarEvent[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plumbline//Plumbline//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function linesOf({ uid, startsAt, minutes, summary, description, location }: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${compactTime(stamp)}`,
    ...whenLines(startsAt, minutes),
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(location === '' ? [] : [`LOCATION:${escapeText(location)}`]),
    'END:VEVENT',
  ];
}

function whenLines(startsAt: string, minutes: number): string[] {
  if (startsAt.length === 10) return [`DTSTART;VALUE=DATE:${startsAt.replaceAll('-', '')}`, 'DURATION:P1D'];
  const time = compactTime(startsAt);
  return [`DTSTART:${startsAt.endsWith('Z') ? time : time.slice(0, -1)}`, `DURATION:PT${minutes}M`];
}

/** `2026-06-30T14:05:00.000Z` as `20260630T140500Z`. */
function compactTime(time: string): string {
  return `${time.slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;
}

/** A text as RFC 5545, 3.3.11 writes it; control characters, which no calendar shows, are left out. */
function escapeText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** Breaks a line so that no piece is longer than 75 bytes of UTF-8 and no character is torn apart. */
export function foldLine(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character.codePointAt(0) ?? 0);
    if (bytes + size > LONGEST_LINE) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
