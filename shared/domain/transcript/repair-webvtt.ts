// Reads WebVTT files that their specification rejects, for a person who wants them read all the same.
import { parseSrt } from './parse-srt.ts';
import { parseWebvtt } from './parse-webvtt.ts';
import type { WebvttFile } from './parse-webvtt.ts';

/**
 * Puts a right first line over the text and reads it by the rules of the format. What stands before the first blank line or time line, in
 * whatever spelling, is the header; when no cue can be read in that way (commas in the times), the rules of SubRip are tried.
 * @param text LF line ends.
 * @returns null when there are no cues in either way.
 */
export function repairWebvtt(text: string): WebvttFile | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const isHeader = !(lines[first] ?? '').includes('-->') && !/^\d{1,9}$/u.test((lines[first] ?? '').trim());
  const strict = parseWebvtt(['WEBVTT', ...(isHeader ? [] : ['']), ...lines.slice(first + (isHeader ? 1 : 0))].join('\n'));
  if (strict !== null && strict.cues.length > 0) return strict;
  const { cues, brokenTimes } = parseSrt(text);
  return cues.length === 0 ? null : { cues, notes: 0, brokenCues: brokenTimes };
}
