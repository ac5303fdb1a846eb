// The entry of the readers that need no library: bytes of a text file in, a parsed transcript or a clear refusal out.
import { countNoun } from '#shared/lib/text';
import type { TextFormat } from '#shared/model/transcript';

import { decodeText } from './decode-text.ts';
import type { DecodedText } from './decode-text.ts';
import { detectFormat, extensionOf } from './detect-format.ts';
import { joinCueSegments } from './join-cue-segments.ts';
import { labelStrength } from './label-strength.ts';
import { areRolling, nameCueSpeakers } from './name-cue-speakers.ts';
import { parseLabelledText } from './parse-labelled-text.ts';
import { parseSrt } from './parse-srt.ts';
import { parseWebvtt } from './parse-webvtt.ts';
import type { ParsedCue, ParsedTranscript, ParsedTurn, TextEncoding } from './parsed-transcript.ts';
import { unreadableFile } from './unreadable-file.ts';

/** Larger files are refused; a transcript of ten hours has less than one megabyte. */
export const MAXIMUM_BYTES = 50_000_000;
/** Files with more lines are refused: each line costs memory. */
export const MAXIMUM_LINES = 1_000_000;
/** Files with a longer line are refused (UTF-16 units): no person talks that long without a break, and nobody could tag it. */
export const MAXIMUM_LINE = 1_000_000;

export interface ReadOptions {
  /** A person's choice; overrules what is found. */
  format?: TextFormat;
  /** A person's choice; overrules what is found. */
  encoding?: TextEncoding;
}

/**
 * Reads one transcript file that is text (documents: electron/core/intake). Pure: the same bytes give the same transcript.
 * Turn text, labels and the heading are NFC with LF; cues keep their payload as written.
 * @throws AppError `unreadable-file` with a sentence for the person: empty, binary, too large, with endless lines, of another kind, a
 *   WebVTT file with a wrong signature, captions without cues.
 */
export function readTranscript(fileName: string, bytes: Uint8Array, options: ReadOptions = {}): ParsedTranscript {
  if (bytes.length > MAXIMUM_BYTES) throw unreadableFile(fileName, `it is larger than ${MAXIMUM_BYTES / 1_000_000} MB`, 'Split it.');
  const decoded = decodeText(bytes, { fileName, ...(options.encoding === undefined ? {} : { encoding: options.encoding }) });
  if (countLines(decoded.text) > MAXIMUM_LINES) throw unreadableFile(fileName, 'it has more than a million lines', 'Split it.');
  if (longestLine(decoded.text) > MAXIMUM_LINE) {
    throw unreadableFile(fileName, 'it has a line of more than a million characters', 'Break its text into lines, one for each turn.');
  }
  const format = options.format ?? formatOf(fileName, decoded.text);
  if (format === 'webvtt') return readWebvtt(fileName, decoded);
  if (format === 'srt') return readSrt(fileName, decoded);
  const { turns, heading, warnings } = parseLabelledText(decoded.text, format);
  return assemble(format, decoded, turns, warnings, heading === null ? {} : { heading });
}

function formatOf(fileName: string, text: string): TextFormat {
  const guess = detectFormat(fileName, text);
  const advice = 'Save the transcript as .txt, .docx, .vtt or .srt and import that file.';
  if (guess.format === null) throw unreadableFile(fileName, `it looks like ${guess.reason}, not like a transcript`, advice);
  if (guess.byName) return guess.format;
  if (!isTableExtension(fileName) && holdsConversation(text, guess.format)) return guess.format;
  throw unreadableFile(fileName, `.${extensionOf(fileName)} is not a kind of transcript and no speakers were found in it`, advice);
}

/** Two speakers or more with names or roles, who have most of the turns. */
function holdsConversation(text: string, format: TextFormat): boolean {
  const { turns } = parseLabelledText(text, format === 'markdown' ? 'markdown' : 'text');
  const named = turns.filter((turn) => turn.speaker !== null && labelStrength(turn.speaker) >= 2);
  return new Set(named.map((turn) => turn.speaker)).size >= 2 && named.length * 2 > turns.length;
}

function isTableExtension(fileName: string): boolean {
  return ['csv', 'tsv', 'ris', 'bib', 'tex', 'js', 'ts', 'py', 'css', 'yml', 'yaml', 'toml', 'ini'].includes(extensionOf(fileName));
}

function readWebvtt(fileName: string, decoded: DecodedText): ParsedTranscript {
  const file = parseWebvtt(decoded.text);
  if (file === null) {
    throw unreadableFile(
      fileName,
      'it does not begin with the word WEBVTT, as a WebVTT file must',
      'Export the captions again, or save them as .srt if they are SubRip.',
    );
  }
  if (file.cues.length === 0)
    throw unreadableFile(fileName, 'it holds no captions with readable times', 'Check that the export was complete.');
  const warnings: string[] = [];
  if (file.brokenCues > 0)
    warnings.push(
      `${countNoun(file.brokenCues, 'caption', 'captions')} had no readable time and ${file.brokenCues === 1 ? 'was' : 'were'} left out, as the format demands.`,
    );
  if (file.notes > 0)
    warnings.push(
      `${countNoun(file.notes, 'comment', 'comments')} (NOTE) in the file ${file.notes === 1 ? 'is' : 'are'} no captions and ${file.notes === 1 ? 'was' : 'were'} left out.`,
    );
  return captions('webvtt', decoded, file.cues, warnings);
}

function readSrt(fileName: string, decoded: DecodedText): ParsedTranscript {
  const file = parseSrt(decoded.text);
  if (file.cues.length === 0)
    throw unreadableFile(fileName, 'it holds no captions with readable times', 'Check that the export was complete.');
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
  const heading = file.before.join('\n').normalize('NFC');
  if (heading !== '') warnings.push('Lines before the first caption were kept as the heading, not as a turn.');
  return { ...captions('srt', decoded, file.cues, warnings), ...(heading === '' ? {} : { heading }) };
}

function captions(format: 'webvtt' | 'srt', decoded: DecodedText, cues: ParsedCue[], warnings: string[]): ParsedTranscript {
  const turns = joinCueSegments(nameCueSpeakers(cues, format));
  if (areRolling(cues)) warnings.push('The captions roll: lines that were shown again with the next caption were read once.');
  if (!turns.some((turn) => turn.speaker !== null)) {
    warnings.push('The captions name no speakers; they were joined into paragraphs without a speaker.');
  }
  return assemble(format, decoded, turns, warnings, { cues });
}

function assemble(
  format: TextFormat,
  decoded: DecodedText,
  turns: ParsedTurn[],
  warnings: readonly string[],
  more: Pick<ParsedTranscript, 'cues' | 'heading'>,
): ParsedTranscript {
  const speakers = [...new Set(turns.map((turn) => turn.speaker))].filter((speaker) => speaker !== null);
  return { format, encoding: decoded.encoding, speakers, turns, ...more, warnings: [...decoded.warnings, ...warnings] };
}

function longestLine(text: string): number {
  let longest = 0;
  for (let from = 0, to = 0; to !== -1; from = to + 1) {
    to = text.indexOf('\n', from);
    longest = Math.max(longest, (to === -1 ? text.length : to) - from);
  }
  return longest;
}

function countLines(text: string): number {
  let lines = 1;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines += 1;
  return lines;
}
