// The day of a version as people write it.

/** `12 May 2026`. @param day `2026-05-12`. */
export function dayShort(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
