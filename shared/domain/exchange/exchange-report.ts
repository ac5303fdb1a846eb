// What an exchange brings over, what it changes on the way, and what it leaves behind: sentences with counts, before anything is done.
import { countNoun } from '#shared/lib/text';

export interface ExchangeReport {
  /** What comes over whole: `262 codes`. */
  brings: string[];
  /** What comes over in another form, as finished sentences. */
  changes: string[];
  /** What does not come over, as finished sentences. */
  leaves: string[];
}

/** A report with nothing in it yet. */
export function emptyReport(): ExchangeReport {
  return { brings: [], changes: [], leaves: [] };
}

/** Adds `3 codes` to what comes over, unless there are none. */
export function bring(report: ExchangeReport, count: number, one: string, many: string): void {
  if (count > 0) report.brings.push(countNoun(count, one, many));
}

/** Adds a sentence that begins with the count, unless it is zero. @param rest after the noun, with its full stop. */
export function note(lines: string[], count: number, one: string, many: string, rest: string): void {
  if (count > 0) lines.push(`${countNoun(count, one, many)} ${rest}`);
}

/** The report as lines for a terminal. */
export function reportLines({ brings, changes, leaves }: ExchangeReport): string[] {
  return [
    brings.length > 0 ? `Comes over: ${brings.join(', ')}.` : 'Nothing comes over.',
    ...changes.map((sentence) => `Changed: ${sentence}`),
    ...(leaves.length > 0 ? leaves.map((sentence) => `Left behind: ${sentence}`) : ['Nothing is left behind.']),
  ];
}
