// Tells which transcript format a text has, by its content first and its file name second.
import type { TextFormat } from '#shared/model/transcript';

import { readSbvTimes } from './parse-sbv.ts';
import { parseJson } from './parse-speech-json.ts';
import { parseSrt, readTimeLine } from './parse-srt.ts';
import { hasWebvttSignature } from './parse-webvtt.ts';

/** `null` means that the content is of a kind that Plumbline does not read; `reason` completes "it looks like …". */
export type FormatGuess = { format: TextFormat; byName: boolean } | { format: null; reason: string };

const TEXT_EXTENSIONS = new Set(['txt', 'text', 'log', 'transcript', '']);
const MARKDOWN_EXTENSIONS = new Set(['md', 'markdown', 'mdown', 'mkd']);

/** From this many readable cues on, a .vtt file without its signature is read as captions all the same. */
const CLEARLY_CAPTIONS = 3;

const FOREIGN: readonly (readonly [sign: RegExp, reason: string])[] = [
  [/^\s{0,100}(?:<\?xml|<!doctype|<html|<sami|<tt[\s>]|<transcript)/iu, 'an XML or HTML document'],
  [/^\s{0,100}\{\d{1,9}\}\{\d{1,9}\}/u, 'MicroDVD captions (.sub)'],
  [/^\s{0,100}\[INFORMATION\]/iu, 'SubViewer captions (.sub)'],
  [/^\s{0,100}Scenarist_SCC/iu, 'Scenarist captions (.scc)'],
];

/**
 * Detects the format. The WebVTT signature, and a SubRip time line among the first lines, decide whatever the file is called; then the
 * extension does. A .vtt file without signature is WebVTT (and will be refused by the strict reader) unless it begins with a cue
 * and has three readable ones: then it is SubRip in all but name. Text under a strange extension is taken for text
 * only by the caller, when speakers are found in it (`byName` false).
 */
export function detectFormat(fileName: string, text: string): FormatGuess {
  const extension = extensionOf(fileName);
  if (hasWebvttSignature(text)) return { format: 'webvtt', byName: true };
  for (const [sign, reason] of FOREIGN) if (sign.test(text.slice(0, 400))) return { format: null, reason };
  if (/^\s{0,100}\[Script Info\]/iu.test(text.slice(0, 400))) return { format: 'ass', byName: true };
  if (beginsWithSbvCue(text)) return { format: 'sbv', byName: true };
  if (extension === 'json' || isJson(text)) return { format: 'speech-json', byName: true };
  if (extension === 'jsonl') return { format: null, reason: 'JSON data' };
  const captions = beginsWithCue(text);
  if (extension === 'vtt') {
    const readable = captions && parseSrt(text).cues.length >= CLEARLY_CAPTIONS;
    return { format: readable ? 'srt' : 'webvtt', byName: true };
  }
  if (captions || extension === 'srt') return { format: 'srt', byName: true };
  if (extension === 'sbv') return { format: 'sbv', byName: true };
  if (extension === 'ass' || extension === 'ssa') return { format: 'ass', byName: true };
  if (MARKDOWN_EXTENSIONS.has(extension)) return { format: 'markdown', byName: true };
  return { format: hasBoldLabels(text) ? 'markdown' : 'text', byName: TEXT_EXTENSIONS.has(extension) };
}

/** Extension in lower case without its point, empty when there is none. */
export function extensionOf(fileName: string): string {
  const name = fileName.split(/[/\\]/u).at(-1) ?? '';
  const point = name.lastIndexOf('.');
  return point <= 0 ? '' : name.slice(point + 1).toLowerCase();
}

/** A time line with an arrow is the first line with content, or follows a number. */
function beginsWithCue(text: string): boolean {
  const first = text
    .slice(0, 2000)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 2);
  const [number = '', time = ''] = first;
  return readTimeLine(number) !== null || (/^\d{1,9}$/u.test(number) && readTimeLine(time) !== null);
}

/** Begins and ends as JSON does; cheap, for texts of any length. */
export function looksLikeJson(text: string): boolean {
  if (!/^\s{0,100}(?:\{\s{0,100}["}]|\[\s{0,100}[{["\d\]])/u.test(text.slice(0, 400))) return false;
  return /[}\]]\s{0,100}$/u.test(text.slice(-101));
}

function isJson(text: string): boolean {
  return looksLikeJson(text) && parseJson(text) !== undefined;
}

function beginsWithSbvCue(text: string): boolean {
  const first = text.slice(0, 400).trimStart().split('\n')[0] ?? '';
  return readSbvTimes(first) !== null;
}

function hasBoldLabels(text: string): boolean {
  const lines = text.slice(0, 200_000).split('\n');
  return lines.filter((line) => /^\*\*[^*\n]{1,80}(?::\*\*|\*\*:)/u.test(line)).length >= 3;
}
