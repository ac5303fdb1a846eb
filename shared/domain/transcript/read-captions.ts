// Reads caption files of each kind into cues, speakers and what a person should know about them.
import { countNoun } from '#shared/lib/text';
import type { TextFormat } from '#shared/model/transcript';

import { extensionOf } from './detect-format.ts';
import { areRolling, nameCueSpeakers } from './name-cue-speakers.ts';
import type { CueSegment } from './name-cue-speakers.ts';
import { parseAss } from './parse-ass.ts';
import { parseSbv } from './parse-sbv.ts';
import { parseSrt } from './parse-srt.ts';
import { parseWebvtt } from './parse-webvtt.ts';
import type { ParsedCue } from './parsed-transcript.ts';
import { unreadableFile } from './unreadable-file.ts';
import type { CueDialect } from './read-cue-text.ts';
import { repairWebvtt } from './repair-webvtt.ts';

export type CaptionFormat = Exclude<TextFormat, 'text' | 'markdown' | 'speech-json'>;

export interface CaptionFile {
  cues: ParsedCue[];
  /** The cues with their speakers, as joinCueSegments takes them. */
  segments: CueSegment[];
  /** Finished sentences for a person. */
  warnings: string[];
  heading?: string;
}

/**
 * Reads captions in the format given.
 * @param lenient a WebVTT file with a malformed beginning is repaired first, and a warning says so.
 * @throws AppError `unreadable-file` without readable captions, and for a WebVTT file that its specification rejects.
 */
export function readCaptions(fileName: string, text: string, format: CaptionFormat, lenient: boolean): CaptionFile {
  if (format === 'webvtt') return readWebvtt(fileName, text, lenient);
  if (format === 'srt') return readSrt(fileName, text);
  return format === 'sbv' ? readSbv(fileName, text) : readAss(fileName, text);
}

/** Names the speakers of cues and says what was guessed. `spoken` holds the segments of a format that names speakers itself. */
export function withSpeakers(cues: ParsedCue[], warnings: string[], dialect: CueDialect, spoken?: CueSegment[]): CaptionFile {
  const segments = spoken ?? nameCueSpeakers(cues, dialect);
  if (areRolling(cues)) warnings.push('The captions roll: lines that were shown again with the next caption were read once.');
  if (!segments.some((segment) => segment.speaker !== null)) {
    warnings.push('The captions name no speakers; they were joined into paragraphs without a speaker.');
  }
  return { cues, segments, warnings };
}

function readWebvtt(fileName: string, text: string, lenient: boolean): CaptionFile {
  const warnings: string[] = [];
  let file = parseWebvtt(text);
  if (file === null && lenient) {
    file = repairWebvtt(text);
    warnings.push('The file does not begin as a WebVTT file must; its captions were read all the same. Compare them with the recording.');
  }
  if (file === null) {
    throw unreadableFile(
      fileName,
      'it does not begin with the word WEBVTT, as a WebVTT file must',
      'Export the captions again, or save them as .srt if they are SubRip.',
      { mayReadAnyway: (repairWebvtt(text)?.cues.length ?? 0) > 0 },
    );
  }
  if (file.cues.length === 0) throw noCaptions(fileName);
  if (file.brokenCues > 0)
    warnings.push(
      `${countNoun(file.brokenCues, 'caption', 'captions')} had no readable time and ${file.brokenCues === 1 ? 'was' : 'were'} left out, as the format demands.`,
    );
  if (file.notes > 0)
    warnings.push(
      `${countNoun(file.notes, 'comment', 'comments')} (NOTE) in the file ${file.notes === 1 ? 'is' : 'are'} no captions and ${file.notes === 1 ? 'was' : 'were'} left out.`,
    );
  return withSpeakers(file.cues, warnings, 'webvtt');
}

function readSrt(fileName: string, text: string): CaptionFile {
  const file = parseSrt(text);
  if (file.cues.length === 0) throw noCaptions(fileName);
  const warnings: string[] = [];
  if (extensionOf(fileName) === 'vtt')
    warnings.push('The file is called .vtt but lacks the word WEBVTT at its start; it was read like SubRip captions.');
  if (file.brokenTimes > 0)
    warnings.push(
      `${countNoun(file.brokenTimes, 'time line', 'time lines')} could not be read and ${file.brokenTimes === 1 ? 'stands' : 'stand'} in the text.`,
    );
  if (file.wholeSeconds > 0)
    warnings.push(
      `${countNoun(file.wholeSeconds, 'time', 'times')} without milliseconds ${file.wholeSeconds === 1 ? 'was' : 'were'} read as whole seconds.`,
    );
  return withHeading(file.before, file.cues, warnings);
}

function readSbv(fileName: string, text: string): CaptionFile {
  const file = parseSbv(text);
  if (file.cues.length === 0) throw noCaptions(fileName);
  return withHeading(file.before, file.cues, []);
}

function readAss(fileName: string, text: string): CaptionFile {
  const file = parseAss(text);
  if (file.cues.length === 0) throw noCaptions(fileName);
  const warnings: string[] = [];
  if (file.brokenLines > 0)
    warnings.push(
      `${countNoun(file.brokenLines, 'line', 'lines')} of dialogue had no readable time and ${file.brokenLines === 1 ? 'was' : 'were'} left out.`,
    );
  if (file.comments > 0)
    warnings.push(
      `${countNoun(file.comments, 'comment', 'comments')} in the file ${file.comments === 1 ? 'is' : 'are'} no captions and ${file.comments === 1 ? 'was' : 'were'} left out.`,
    );
  const cues = file.cues.map(({ id, startMs, endMs, text: words }) => ({ id, startMs, endMs, text: words }));
  const named = file.cues.some((cue) => cue.speaker !== null);
  const spoken = file.cues.map(({ speaker, startMs, endMs, text: words }) => ({ speaker, startMs, endMs, text: words, change: false }));
  return withSpeakers(cues, warnings, 'plain', named ? spoken : undefined);
}

function withHeading(before: readonly string[], cues: ParsedCue[], warnings: string[]): CaptionFile {
  const heading = before.join('\n').normalize('NFC');
  if (heading !== '') warnings.push('Lines before the first caption were kept as the heading, not as a turn.');
  return { ...withSpeakers(cues, warnings, 'srt'), ...(heading === '' ? {} : { heading }) };
}

function noCaptions(fileName: string): Error {
  return unreadableFile(fileName, 'it holds no captions with readable times', 'Check that the export was complete.');
}
