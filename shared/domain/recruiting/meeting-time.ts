// Tells when a conversation is, in words that leave no doubt about the time zone.

/** `Tuesday, 30 June 2026 at 11:00 CEST`. @param timeZone as IANA names it; left out: that of this computer. */
export function meetingTime(startsAt: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return format.format(Date.parse(startsAt));
}
