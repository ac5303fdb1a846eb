// Reads WebVTT files by the parsing rules of the W3C specification.
import type { ParsedCue } from './parsed-transcript.ts';

export interface WebvttFile {
  cues: ParsedCue[];
  /** Comment blocks (NOTE), which the specification drops. */
  notes: number;
  /** Blocks with a time line that cannot be read; the specification drops them with their text. */
  brokenCues: number;
}

/**
 * Reads a WebVTT file strictly: W3C WebVTT, section 6.1 "WebVTT file parsing" (header, blocks, cue timings). Cue payloads and
 * identifiers are given as written, neither normalised nor decoded. Cue settings, STYLE and REGION blocks are read over.
 * @param text decoded, with LF line ends, without byte order mark, zero characters replaced (as decodeText gives it).
 * @returns null when the signature is wrong and the specification rejects the file.
 */
export function parseWebvtt(text: string): WebvttFile | null {
  if (!hasWebvttSignature(text)) return null;
  const file: WebvttFile = { cues: [], notes: 0, brokenCues: 0 };
  const lineEnd = text.indexOf('\n');
  if (lineEnd === -1) return file;
  let position = lineEnd + 1;
  // The header runs to the first blank line, or to a time line, which begins the first cue.
  if (text[position] !== '\n') position = readBlock(text, position, true, file);
  position = skipLineFeeds(text, position);
  while (position < text.length) {
    position = skipLineFeeds(text, readBlock(text, position, false, file));
  }
  return file;
}

/** `WEBVTT` at the very start, followed by a space, a tab, a line end or the end. */
export function hasWebvttSignature(text: string): boolean {
  return text.startsWith('WEBVTT') && (text.length === 6 || ' \t\n'.includes(text[6] ?? ''));
}

/** "Collect a WebVTT block": reads one block, keeps its cue, and gives the position after it. */
function readBlock(text: string, start: number, inHeader: boolean, file: WebvttFile): number {
  let position = start;
  let previous = start;
  let lineCount = 0;
  let buffer: string[] = [];
  let cue: ParsedCue | null = null;
  let sawArrow = false;
  let firstLine = '';
  while (position < text.length) {
    const end = text.indexOf('\n', position);
    const line = text.slice(position, end === -1 ? text.length : end);
    position = end === -1 ? text.length : end + 1;
    lineCount += 1;
    if (lineCount === 1) firstLine = line;
    if (line.includes('-->')) {
      if (inHeader || !(lineCount === 1 || (lineCount === 2 && !sawArrow))) {
        position = previous;
        break;
      }
      sawArrow = true;
      previous = position;
      const timing = readCueTiming(line);
      if (timing !== null) {
        const id = buffer.join('\n');
        cue = { id: id === '' ? null : id, ...timing, text: '' };
        buffer = [];
      }
    } else if (line === '') {
      break;
    } else {
      buffer.push(line);
      previous = position;
    }
  }
  if (cue !== null) file.cues.push({ ...cue, text: buffer.join('\n') });
  else if (sawArrow) file.brokenCues += 1;
  else if (!inHeader && /^NOTE(?:[ \t]|$)/u.test(firstLine)) file.notes += 1;
  return position;
}

/** "Collect WebVTT cue timings and settings", without the settings. Milliseconds; null when the line is malformed. */
export function readCueTiming(line: string): { startMs: number; endMs: number } | null {
  const start = readTimestamp(line, skipSpace(line, 0));
  if (start === null) return null;
  const arrow = skipSpace(line, start.next);
  if (!line.startsWith('-->', arrow)) return null;
  const end = readTimestamp(line, skipSpace(line, arrow + 3));
  return end === null ? null : { startMs: start.ms, endMs: end.ms };
}

/**
 * "Collect a WebVTT timestamp": `mm:ss.fff` or `h:mm:ss.fff`. A first number that has not two digits, or is above 59, is
 * hours; so is the first of three.
 */
function readTimestamp(line: string, start: number): { ms: number; next: number } | null {
  const first = readDigits(line, start);
  if (first === '' || line[start + first.length] !== ':') return null;
  const second = readDigits(line, start + first.length + 1);
  let next = start + first.length + 1 + second.length;
  let numbers = ['0', first, second];
  if (first.length !== 2 || Number(first) > 59 || line[next] === ':') {
    if (line[next] !== ':') return null;
    const third = readDigits(line, next + 1);
    next += 1 + third.length;
    numbers = [first, second, third];
  }
  if (line[next] !== '.') return null;
  const fraction = readDigits(line, next + 1);
  const [hours = '', minutes = '', seconds = ''] = numbers;
  if (minutes.length !== 2 || seconds.length !== 2 || fraction.length !== 3) return null;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(fraction);
  return Number.isSafeInteger(ms) ? { ms, next: next + 4 } : null;
}

function readDigits(line: string, start: number): string {
  let end = start;
  while (line.charCodeAt(end) >= 0x30 && line.charCodeAt(end) <= 0x39) end += 1;
  return line.slice(start, end);
}

function skipSpace(line: string, start: number): number {
  let next = start;
  while (next < line.length && '\t\n\f\r '.includes(line[next] ?? '')) next += 1;
  return next;
}

function skipLineFeeds(text: string, position: number): number {
  let next = position;
  while (text[next] === '\n') next += 1;
  return next;
}
