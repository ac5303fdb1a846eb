// Reads what speech-to-text services give as JSON, recognised by its shape, into turns.
import { fieldsOf } from './json-shape.ts';
import type { ParsedTurn } from './parsed-transcript.ts';
import { readSpeechList } from './speech-lists.ts';
import { joinSpeechPieces } from './speech-pieces.ts';
import { SPEECH_SERVICES } from './speech-services.ts';

export interface SpeechJson {
  /** The service whose shape it is ("Deepgram"). */
  service: string;
  /** Joined by the rule of captions; empty when the service heard nothing. */
  turns: ParsedTurn[];
}

/**
 * Reads the result of a speech-to-text service: Amazon Transcribe, AssemblyAI, Azure, BBC Kaldi, Deepgram, Digital Paper Edit, Google, IBM
 * Watson, Rev, Speechmatics, Whisper with its kin (WhisperX, whisper.cpp), and plain lists of timed texts alike. Speakers are kept,
 * punctuation takes no space before it, times are milliseconds. Only fixed places are looked at, so depth costs nothing.
 * @returns null when the text is no JSON, or JSON of another shape.
 */
export function parseSpeechJson(text: string): SpeechJson | null {
  const data = parseJson(text);
  if (typeof data !== 'object' || data === null) return null;
  const fields = fieldsOf(data);
  for (const service of SPEECH_SERVICES) {
    const pieces = service.read(fields);
    if (pieces !== null) return { service: service.name, turns: joinSpeechPieces(pieces) };
  }
  const list = readSpeechList(data);
  return list === null ? null : { service: list.name, turns: joinSpeechPieces(list.pieces) };
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
