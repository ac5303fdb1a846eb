// Turns the bytes of a file into text with LF line ends and says which encoding was found and what was repaired.
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';

import type { TextEncoding } from './parsed-transcript.ts';
import { recogniseBinary } from './recognise-binary.ts';

export interface DecodedText {
  /** LF line ends, no byte order mark, no NUL. Not normalised: caption cues are compared as they were written. */
  text: string;
  encoding: TextEncoding;
  /** Finished sentences for a person. */
  warnings: string[];
}

export interface DecodeOptions {
  /** Used in messages. */
  fileName?: string;
  /** A person's choice; overrules what is found. */
  encoding?: TextEncoding;
}

interface ByteOrderMark {
  bytes: readonly number[];
  encoding: TextEncoding;
}

// The UTF-32 marks stand first because the little-endian one begins like that of UTF-16.
const MARKS: readonly ByteOrderMark[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'utf-32le' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8-bom' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** From this many bytes that are no UTF-8 on, a WebVTT file counts as saved in another encoding, not as damaged. */
const FOREIGN_BYTES = 8;

/**
 * Decodes a text file.
 * Order: a person's choice; the byte order mark; UTF-16 without a mark (zero bytes at every second place); strict UTF-8;
 * Windows-1252 with a notice. Two cases stay UTF-8 with U+FFFD in place of what cannot be read: a file whose broken bytes
 * are outnumbered by sound multi-byte letters (a cut or damaged file), and WebVTT, which is UTF-8 by its specification.
 * CRLF and CR become LF; NUL becomes U+FFFD, so that it can be seen. Text is not brought to NFC here: the WebVTT cues must
 * stay as written; turns, labels and headings are normalised where they are made.
 * @throws AppError `unreadable-file` for binary files and for files without any text.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const fileName = options.fileName ?? 'The file';
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const unmarked = mark === undefined ? unmarkedWideEncoding(bytes) : null;
  const binary = recogniseBinary(bytes, (mark !== undefined && mark.encoding !== 'utf-8-bom') || unmarked !== null);
  if (binary !== null) {
    throw new AppError(
      'unreadable-file',
      `${fileName} was not imported: it looks like ${binary}, not like a text file. Nothing was changed. ` +
        'Save the transcript as .txt, .docx, .vtt or .srt and import that file.',
      { fileName, looksLike: binary },
    );
  }
  const warnings: string[] = [];
  const content = mark === undefined ? bytes : bytes.subarray(mark.bytes.length);
  const encoding = options.encoding ?? mark?.encoding ?? unmarked ?? guessByteEncoding(content, warnings);
  if (unmarked !== null && options.encoding === undefined) {
    warnings.push(`The file does not say its encoding; it was read as ${unmarked.toUpperCase()}. Look for odd letters.`);
  }
  const text = repair(decodeAs(content, encoding), warnings);
  if (text.trim() === '') {
    throw new AppError(
      'unreadable-file',
      `${fileName} was not imported: it holds no text. Nothing was changed. Check that the right file was chosen.`,
      { fileName },
    );
  }
  return { text, encoding, warnings };
}

/** Line ends to LF; zero characters are made visible and counted, as are letters that could not be decoded. */
function repair(decoded: string, warnings: string[]): string {
  let text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  const unreadable = count(text, '\uFFFD');
  if (unreadable > 0) {
    warnings.push(
      `${countNoun(unreadable, 'letter', 'letters')} could not be read and ${unreadable === 1 ? 'is' : 'are'} shown as \uFFFD. ` +
        'The file is damaged, or it was saved in another encoding.',
    );
  }
  const zeros = count(text, '\0');
  if (zeros > 0) {
    text = text.replaceAll('\0', '\uFFFD');
    warnings.push(`${countNoun(zeros, 'zero byte', 'zero bytes')} inside the text ${zeros === 1 ? 'is' : 'are'} shown as \uFFFD.`);
  }
  return text;
}

function guessByteEncoding(bytes: Uint8Array, warnings: string[]): TextEncoding {
  const { sound, broken } = surveyUtf8(bytes);
  if (broken === 0) return 'utf-8';
  const webvtt = [0x57, 0x45, 0x42, 0x56, 0x54, 0x54].every((byte, index) => bytes[index] === byte);
  if (sound > broken || (webvtt && (sound > 0 || broken < FOREIGN_BYTES))) return 'utf-8';
  warnings.push('The file is not UTF-8; it was read as Windows-1252. Look for odd letters before you tag.');
  return 'windows-1252';
}

/** Counts the sound multi-byte sequences of UTF-8 and the bytes that fit none. */
function surveyUtf8(bytes: Uint8Array): { sound: number; broken: number } {
  let sound = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length;) {
    const length = sequenceLength(bytes, index);
    if (length === 0) broken += 1;
    else if (length > 1) sound += 1;
    index += Math.max(1, length);
  }
  return { sound, broken };
}

/** Length of the UTF-8 sequence at a place, 0 where there is none (well-formed sequences: Unicode, table 3-7). */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || index + length > bytes.length) return 0;
  const second = bytes[index + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let place = 2; place < length; place += 1) {
    if (((bytes[index + place] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** UTF-16 without a mark: in Western text every second byte is zero, and only those. */
function unmarkedWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const many = (sample / 2) * 0.7;
  const few = (sample / 2) * 0.05;
  if (odd >= many && even <= few) return 'utf-16le';
  return even >= many && odd <= few ? 'utf-16be' : null;
}

interface Decoder {
  decode(bytes: Uint8Array): string;
}

// shared/ has neither the DOM's nor Node's types, but every environment it runs in has TextDecoder.
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => Decoder;
};

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le');
  // A second mark is content: a strict WebVTT reader has to see it.
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { ignoreBOM: true }).decode(bytes);
}

/** TextDecoder knows no UTF-32. Values that are no scalar value, and a cut last one, become U+FFFD. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let index = 0; index + 4 <= bytes.length; index += 4) {
    const value = view.getUint32(index, littleEndian);
    const scalar = value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    text += String.fromCodePoint(scalar ? value : 0xfffd);
  }
  return bytes.length % 4 === 0 ? text : `${text}\uFFFD`;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let index = text.indexOf(character); index !== -1; index = text.indexOf(character, index + 1)) found += 1;
  return found;
}
