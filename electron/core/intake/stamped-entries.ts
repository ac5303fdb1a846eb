// Reads transcripts of meeting programs that write a line of times, a line with the name, and then the words.
import { isGenericLabel } from '#shared/domain/transcript/generic-label';
import { labelStrength } from '#shared/domain/transcript/label-strength';
import { readTimeLine } from '#shared/domain/transcript/parse-srt';
import type { ParsedTurn } from '#shared/domain/transcript/parsed-transcript';

/** Fewer time lines than this are no habit of a program. */
const LEAST_ENTRIES = 3;

interface Entry {
  startMs: number;
  endMs: number;
  lines: string[];
}

/**
 * Turns of a text whose entries begin with `0:0:0.0 --> 0:0:2.350` (Microsoft Teams, and captions pasted into a document); null when it is
 * not written that way. The line after the times is the speaker when most of these lines are names. Times are milliseconds.
 */
export function readStampedEntries(lines: readonly string[]): { turns: ParsedTurn[]; heading: string | null; warnings: string[] } | null {
  const before: string[] = [];
  const entries: Entry[] = [];
  for (const line of lines) {
    const times = readTimeLine(line);
    if (times === null) (entries.at(-1)?.lines ?? before).push(line.trim());
    else entries.push({ startMs: times.startMs, endMs: times.endMs, lines: times.rest === '' ? [] : [times.rest] });
  }
  if (entries.length < LEAST_ENTRIES || before.filter(Boolean).length > entries.length) return null;
  for (const entry of entries) entry.lines = withoutNumber(entry.lines.filter((line) => line !== ''));
  const heading = withoutNumber(before.filter((line) => line !== '' && line !== 'WEBVTT'));
  const named = entries.filter(({ lines: [first = '', second] }) => second !== undefined && isName(first)).length;
  const byName = named >= entries.length * 0.8;
  const turns = entries.flatMap(({ startMs, endMs, lines: words }): ParsedTurn[] => {
    const hasName = byName && isName(words[0] ?? '');
    const text = (hasName ? words.slice(1) : words).join(' ').normalize('NFC');
    return text === '' ? [] : [{ speaker: hasName ? (words[0] ?? '').normalize('NFC') : null, startMs, endMs, text }];
  });
  return {
    turns,
    heading: heading.length === 0 ? null : heading.join('\n').normalize('NFC'),
    warnings: byName ? [] : ['No speakers are named in the file; each line with a time became a turn without a speaker.'],
  };
}

/** The number of the next caption stands at the end of the one before. */
function withoutNumber(lines: string[]): string[] {
  return /^\d{1,6}$/u.test(lines.at(-1) ?? '') && lines.length > 1 ? lines.slice(0, -1) : lines;
}

function isName(line: string): boolean {
  return labelStrength(line) >= 2 || isGenericLabel(line);
}
