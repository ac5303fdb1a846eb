// Calendar days as text: how far apart they are, and which comes so many days or months later.
import type { Cadence } from '#shared/model/records/rhythm-item';

const DAY = 86_400_000;

/** Days since 1970-01-01. @param day `2026-06-30`. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** Days from one day to another; below 0 when the other is earlier. */
export function daysFrom(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day so many days later, or earlier with a count below 0. */
export function addDays(day: string, count: number): string {
  return dayOf(dayNumber(day) + count);
}

/** The same day of the month so many months later; the last of the month where it has no such day. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const first = format(Math.floor(months / 12), (months % 12) + 1, 1);
  const next = format(Math.floor((months + 1) / 12), ((months + 1) % 12) + 1, 1);
  return addDays(first, Math.min(date, daysFrom(first, next)) - 1);
}

/** `2026-06` of `2026-06-30`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

const MONTHS: { readonly [C in Exclude<Cadence, 'weekly'>]: number } = { monthly: 1, quarterly: 3, annual: 12 };

/** The day on which a habit comes round for the nth time, counted from 0. */
export function nthDueDay(firstDueOn: string, cadence: Cadence, nth: number): string {
  return cadence === 'weekly' ? addDays(firstDueOn, nth * 7) : addMonths(firstDueOn, nth * MONTHS[cadence]);
}

/** How often it has come round by today, less one: the number of the last due day; -1 before the first. */
export function lastDueNumber(firstDueOn: string, cadence: Cadence, today: string): number {
  if (today < firstDueOn) return -1;
  if (cadence === 'weekly') return Math.floor(daysFrom(firstDueOn, today) / 7);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const [firstYear = 0, firstMonth = 0] = firstDueOn.split('-').map(Number);
  const nth = Math.floor(((year - firstYear) * 12 + month - firstMonth) / MONTHS[cadence]);
  return nthDueDay(firstDueOn, cadence, nth) > today ? nth - 1 : nth;
}

/** The day with a number: counted in eras of 400 years that begin on the first of March, as leap days then come last. */
function dayOf(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return format(year, month, inYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

function format(year: number, month: number, date: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
