// The day of an interview, when the file name tells it.

const PATTERNS: readonly RegExp[] = [
  /(?<![\d])(?<year>20\d\d)[-_. ]?(?<month>0[1-9]|1[0-2])[-_. ]?(?<day>0[1-9]|[12]\d|3[01])(?![\d])/,
  /(?<![\d])(?<day>0?[1-9]|[12]\d|3[01])\.(?<month>0?[1-9]|1[0-2])\.(?<year>20\d\d)(?![\d])/,
];

/** `2026-03-12` of "2026-03-12 Karim.txt", "20260312_karim.vtt" or "12.3.2026.md"; null for none, and for days that do not exist. */
export function dayInName(fileName: string): string | null {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(fileName)?.groups;
    if (!found) continue;
    const [year = '', month = '', day = ''] = [found.year, found.month, found.day];
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    if (date.getUTCMonth() + 1 !== Number(month)) continue;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return null;
}
