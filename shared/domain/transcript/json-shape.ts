// Looks into parsed JSON that somebody else wrote: every look gives something usable or nothing, never an error.

export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = Object.freeze({});

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NONE;
}

/** The objects of a list; none for anything else, entries that are no objects are left out. */
export function recordsOf(value: unknown): Fields[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is Fields => typeof entry === 'object' && entry !== null && !Array.isArray(entry));
}

/** A text with whole letters only and no zero characters; a number as text; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? wholeLetters(value).replaceAll('\0', '\uFFFD') : null;
}

/** A time that cannot be below zero, from a number or from a text such as `"12.5"` or `"12.5s"`; null for anything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && !/^\d{1,12}(?:\.\d{1,12})?s?$/u.test(value)) return null;
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && number >= 0 && number < 1e12 ? number : null;
}

/** Seconds as milliseconds, rounded. */
export function secondsToMs(value: unknown): number | null {
  const seconds = numberOf(value);
  return seconds === null ? null : Math.round(seconds * 1000);
}

/** Half of a surrogate pair, which JSON can spell, cannot be stored: it becomes U+FFFD. */
function wholeLetters(text: string): string {
  return /[\uD800-\uDFFF]/.test(text)
    ? text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    : text;
}
