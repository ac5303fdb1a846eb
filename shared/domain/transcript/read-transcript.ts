// The entry of the readers that need no library: bytes of a text file in, a parsed transcript or a clear refusal out.
import type { TextFormat } from '#shared/model/transcript';

import { assembleCaptions, assembleTranscript } from './assemble-transcript.ts';
import { decodeText } from './decode-text.ts';
import type { DecodedText } from './decode-text.ts';
import { detectFormat, extensionOf, looksLikeJson } from './detect-format.ts';
import { labelStrength } from './label-strength.ts';
import { parseLabelledText } from './parse-labelled-text.ts';
import { parseJson, parseSpeechJson } from './parse-speech-json.ts';
import type { ParsedTranscript, TextEncoding } from './parsed-transcript.ts';
import { readCaptions } from './read-captions.ts';
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
  /** A person's choice: a WebVTT file with a malformed beginning is read all the same. */
  lenient?: boolean;
  /** A person's choice; overrules what is found. */
  encoding?: TextEncoding;
}

/**
 * Reads one transcript file. Pure: the same bytes give the same transcript.
 * Turn text, labels and the heading are NFC with LF; cues keep their payload as written.
 * @throws AppError `unreadable-file` with a sentence for the person: empty, binary, too large, with endless lines, of another kind, a
 *   WebVTT file with a wrong signature, captions without cues.
 */
export function readTranscript(fileName: string, bytes: Uint8Array, options: ReadOptions = {}): ParsedTranscript {
  if (bytes.length > MAXIMUM_BYTES) throw unreadableFile(fileName, `it is larger than ${MAXIMUM_BYTES / 1_000_000} MB`, 'Split it.');
  const decoded = decodeText(bytes, { fileName, ...(options.encoding === undefined ? {} : { encoding: options.encoding }) });
  // JSON stands on one line or on millions of them, whatever the length of its talk.
  const asJson = (options.format ?? 'speech-json') === 'speech-json' && looksLikeJson(decoded.text);
  if (!asJson) refuseEndless(fileName, decoded.text);
  const format = options.format ?? formatOf(fileName, decoded.text);
  if (asJson && format !== 'speech-json') refuseEndless(fileName, decoded.text);
  if (format === 'speech-json') return readSpeechJson(fileName, decoded);
  if (format === 'text' || format === 'markdown') {
    const { turns, heading, warnings } = parseLabelledText(decoded.text, format);
    return assembleTranscript(format, decoded, turns, warnings, heading === null ? {} : { heading });
  }
  return assembleCaptions(format, decoded, readCaptions(fileName, decoded.text, format, options.lenient === true));
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

function readSpeechJson(fileName: string, decoded: DecodedText): ParsedTranscript {
  const speech = parseSpeechJson(decoded.text);
  if (speech === null) {
    const broken = parseJson(decoded.text) === undefined;
    const reason = broken ? 'it is no complete JSON' : 'it is JSON of a kind that Plumbline does not know';
    const known = 'It knows the JSON of Whisper, AssemblyAI, Deepgram, Amazon Transcribe, Google and Rev.';
    throw unreadableFile(
      fileName,
      reason,
      broken ? 'Export it again: it was cut or damaged.' : `${known} Export the transcript as .vtt, .srt or text.`,
    );
  }
  if (speech.turns.length === 0) {
    throw unreadableFile(fileName, `it has the form of ${speech.service} and holds no words`, 'Check that the recording was transcribed.');
  }
  const warnings = [`It was read as the JSON of ${speech.service}.`];
  if (!speech.turns.some((turn) => turn.speaker !== null))
    warnings.push('It names no speakers; the words were joined into paragraphs without a speaker.');
  return assembleTranscript('speech-json', decoded, speech.turns, warnings, {});
}

function refuseEndless(fileName: string, text: string): void {
  if (countLines(text) > MAXIMUM_LINES) throw unreadableFile(fileName, 'it has more than a million lines', 'Split it.');
  if (longestLine(text) > MAXIMUM_LINE) {
    throw unreadableFile(fileName, 'it has a line of more than a million characters', 'Break its text into lines, one for each turn.');
  }
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
