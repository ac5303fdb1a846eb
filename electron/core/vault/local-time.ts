// Times as people of this computer read them: by its own clock, not by that of Greenwich.

/** `30 Jun 2026, 14:05`. @param at ISO 8601. */
export function momentInWords(at: string): string {
  return `${dayOf(new Date(at))}, ${timeOf(new Date(at))}`;
}

/** `since 14:05 today`, or `since 14:05 on 30 Jun 2026`; an empty text for what is no time. @param at and now ISO 8601. */
export function sinceInWords(at: string, now: string): string {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return '';
  const today = dayOf(then) === dayOf(new Date(now));
  return `since ${timeOf(then)} ${today ? 'today' : `on ${dayOf(then)}`}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const timeOf = (time: Date): string => `${two(time.getHours())}:${two(time.getMinutes())}`;

function dayOf(time: Date): string {
  return `${time.getDate()} ${time.toLocaleString('en', { month: 'short' })} ${time.getFullYear()}`;
}
