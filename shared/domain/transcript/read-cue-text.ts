// Reads the payload of a caption cue: who speaks, and the words without markup.
import { decodeEntities } from './decode-entities.ts';

/** How words are marked up: as in WebVTT, as in SubRip, or not at all (what was read from XML or SubStation). */
export type CueDialect = 'webvtt' | 'srt' | 'plain';

export interface CueVoice {
  /** Name of the voice span, null outside of any. */
  speaker: string | null;
  /** Words without tags, line feeds kept. */
  text: string;
}

/** A tag closes before the next one opens; a lone "<" is text, so that "x < 5" is never lost. */
const WEBVTT_TAG = /<(?:(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[.\s][^<>]*)?)|\d\d[\d:.]*)>/gu;
const SRT_TAG = /<(\/?)(i|b|u|s|em|strong|font|span|c|v|ruby|rt|br|lang)((?:[.\s/][^<>]*)?)>/giu;
/** Positions and styles of the SubStation format, found in SubRip files. */
const SRT_OVERRIDE = /\{(?:\\[^{}]{0,200}|[ibuyYIBU])\}|\{\/[ibuIBU]\}/gu;

/**
 * Splits a payload into voices (`<v Name>`) and strips the other tags; character references are decoded.
 * Follows the cue text rules of W3C WebVTT (section 6.4) where they keep all words; a "<" that opens no tag is kept as text,
 * where the specification would drop what follows. SubRip payloads lose only the tags that players know.
 */
export function readCueText(payload: string, dialect: CueDialect): CueVoice[] {
  if (dialect === 'plain') return [{ speaker: null, text: payload }];
  const text = dialect === 'srt' && payload.includes('{') ? payload.replace(SRT_OVERRIDE, '') : payload;
  if (!text.includes('<')) return [{ speaker: null, text: decodeEntities(text) }];
  const voices: CueVoice[] = [{ speaker: null, text: '' }];
  let position = 0;
  for (const match of text.matchAll(dialect === 'webvtt' ? WEBVTT_TAG : SRT_TAG)) {
    append(voices, text.slice(position, match.index));
    position = match.index + match[0].length;
    const [, slash, name = '', annotation = ''] = match;
    if (name.toLowerCase() === 'br') append(voices, '\n');
    if (name.toLowerCase() !== 'v') continue;
    voices.push({ speaker: slash === '/' ? null : voiceName(annotation), text: '' });
  }
  append(voices, text.slice(position));
  const filled = voices.filter((voice) => voice.text.trim() !== '');
  return filled.map((voice) => ({ speaker: voice.speaker, text: decodeEntities(voice.text) }));
}

/** Whether a payload has times inside its text, as rolling captions do (`<00:00:01.200>`). */
export function hasInnerTimes(payload: string): boolean {
  return /<\d\d:\d\d[:.]/u.test(payload);
}

function append(voices: CueVoice[], text: string): void {
  const voice = voices.at(-1);
  if (voice !== undefined) voice.text += text;
}

/** The annotation after the classes (`.loud Jane Doe`), with single spaces, at most 300 UTF-16 units; null when it is empty. */
function voiceName(annotation: string): string | null {
  const afterClasses = annotation.startsWith('.') ? (/\s.*$/su.exec(annotation)?.[0] ?? '') : annotation;
  const name = decodeEntities(afterClasses).split(/\s+/u).filter(Boolean).join(' ').normalize('NFC').slice(0, 300);
  return name === '' ? null : name;
}
