// The day that a cell of a table names, where there is no doubt which one it is.

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T, ])/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:$|[, ])/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$|[, ])/;
const DAY_AND_MONTH = /^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?:$|[, ])/i;
const MONTH_AND_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:$|[, ])/i;
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The day of `2026-06-30…`, `30.6.2026`, `30 June 2026`, or of `30/6/2026` and `6/30/2026` where only one reading is a day; else null. */
export function dayOf(text: string): string | null {
  const first = YEAR_FIRST.exec(text);
  if (first) return dayFrom(first[1], first[2], first[3]);
  const dotted = DOTTED.exec(text);
  if (dotted) return dayFrom(dotted[3], dotted[2], dotted[1]);
  const [named, american] = [DAY_AND_MONTH.exec(text), MONTH_AND_DAY.exec(text)];
  if (named) return dayFrom(named[3], monthNumber(named[2]), named[1]);
  if (american) return dayFrom(american[3], monthNumber(american[1]), american[2]);
  const slashed = SLASHED.exec(text);
  if (!slashed) return null;
  const [dayFirst, monthFirst] = [dayFrom(slashed[3], slashed[2], slashed[1]), dayFrom(slashed[3], slashed[1], slashed[2])];
  return dayFirst === null || monthFirst === null || dayFirst === monthFirst ? (dayFirst ?? monthFirst) : null;
}

/** `0` for what is no month. */
function monthNumber(word = ''): string {
  const wanted = word.toLowerCase();
  return String(
    MONTHS.findIndex((month) => month === wanted || month.slice(0, 3) === wanted || (wanted === 'sept' && month.startsWith(wanted))) + 1,
  );
}

function dayFrom(year = '', month = '', day = ''): string | null {
  const [m, d] = [Number(month), Number(day)];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (m < 1 || m > 12 || d < 1 || d > (days[m - 1] ?? 0)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
