// Speech-to-text results that are plain lists of segments, utterances or words: Whisper and its kin, AssemblyAI, and what is alike.
import { fieldsOf, numberOf, recordsOf, textOf } from './json-shape.ts';
import type { Fields } from './json-shape.ts';
import { parseClock } from './parse-clock.ts';
import { isClosingMark, speakerLabel, withSpeakersAt } from './speech-pieces.ts';
import type { SpeakerSpan, SpeechPiece } from './speech-pieces.ts';

export interface SpeechList {
  /** As the person knows it. */
  name: string;
  pieces: SpeechPiece[];
}

/** Speech runs at about 15 characters a second: below this many characters a unit, the unit is a millisecond. */
const LEAST_CHARACTERS_A_SECOND = 0.5;

/** Reads data whose main part is a list of timed texts; null when there is none. `data` is an object, or a list of entries. */
export function readSpeechList(data: unknown): SpeechList | null {
  const top = fieldsOf(data);
  const segments = firstList(top.segments, data);
  if (Array.isArray(top.transcription)) return named('whisper.cpp', recordsOf(top.transcription).flatMap(whisperCppPiece));
  if (segments !== null) return named('Whisper', segmentPieces(segments));
  const utterances = firstList(top.utterances);
  if (utterances !== null) return named('AssemblyAI', listPieces(utterances));
  const words = firstList(top.words);
  if (words === null) return null;
  const pieces = listPieces(words);
  const paragraphs = recordsOf(top.paragraphs);
  if (paragraphs.length > 0) return named('Digital Paper Edit', withSpeakersAt(pieces, paragraphSpans(paragraphs)));
  return named('audio_url' in top ? 'AssemblyAI' : 'a list of words', pieces);
}

function named(name: string, pieces: SpeechPiece[]): SpeechList {
  return { name, pieces };
}

/** The first of the values that is a list whose entries have texts. */
function firstList(...values: unknown[]): Fields[] | null {
  for (const value of values) {
    const entries = recordsOf(value);
    if (entries.some((entry) => wordsOf(entry) !== null)) return entries;
  }
  return null;
}

function wordsOf(entry: Fields): string | null {
  return textOf(entry.punctuated_word) ?? textOf(entry.text) ?? textOf(entry.word) ?? textOf(entry.transcript) ?? textOf(entry.content);
}

function speakerOf(entry: Fields): string | null {
  const { speaker } = entry;
  const inner = fieldsOf(speaker);
  return speakerLabel(
    inner.name ?? inner.id ?? speaker ?? entry.speaker_name ?? entry.speaker_id ?? entry.speaker_label ?? entry.speakerName,
  );
}

/** Segments of Whisper; where the words of one belong to several speakers (WhisperX), its words are the pieces. */
function segmentPieces(segments: readonly Fields[]): SpeechPiece[] {
  const unit = unitInMs(segments);
  return segments.flatMap((segment): SpeechPiece[] => {
    const words = recordsOf(segment.words);
    const speakers = new Set(words.map(speakerOf).filter((speaker) => speaker !== null));
    if (speakers.size < 2) return listPieces([segment], unit).map((one) => ({ ...one, speaker: one.speaker ?? [...speakers][0] ?? null }));
    let speaker = speakerOf(segment);
    return listPieces(words, unit).map((word) => {
      speaker = word.speaker ?? speaker;
      return { ...word, speaker };
    });
  });
}

function listPieces(entries: readonly Fields[], unit = unitInMs(entries)): SpeechPiece[] {
  return entries.flatMap((entry): SpeechPiece[] => {
    const text = wordsOf(entry);
    // Services that list the spaces between words as entries of their own (ElevenLabs).
    if (text === null || text.trim() === '' || entry.type === 'spacing') return [];
    const glued = entry.type === 'punctuation' || entry.type === 'punct' || isClosingMark(text);
    return [
      {
        text,
        speaker: speakerOf(entry),
        startMs: timeOf(startOf(entry), unit),
        endMs: timeOf(endOf(entry), unit),
        ...(glued ? { glued } : {}),
      },
    ];
  });
}

const startOf = (entry: Fields): unknown =>
  entry.start ?? entry.start_time ?? entry.startTime ?? fieldsOf(entry.timestamp)[0] ?? entry.begin;
const endOf = (entry: Fields): unknown => entry.end ?? entry.end_time ?? entry.endTime ?? fieldsOf(entry.timestamp)[1];

function timeOf(value: unknown, unit: number): number | null {
  const number = numberOf(value);
  if (number !== null) return Math.round(number * unit);
  return typeof value === 'string' ? parseClock(value) : null;
}

/** Milliseconds in one unit of the times: found by how fast the speech would be. */
function unitInMs(entries: readonly Fields[]): 1 | 1000 {
  let characters = 0;
  let length = 0;
  for (const entry of entries) {
    const start = numberOf(startOf(entry));
    const end = numberOf(endOf(entry));
    if (start === null || end === null || end <= start) continue;
    characters += wordsOf(entry)?.length ?? 0;
    length += end - start;
  }
  return length > 0 && characters / length < LEAST_CHARACTERS_A_SECOND ? 1 : 1000;
}

function whisperCppPiece(entry: Fields): SpeechPiece[] {
  const text = textOf(entry.text);
  const offsets = fieldsOf(entry.offsets);
  if (text === null || text.trim() === '') return [];
  return [{ text, speaker: speakerOf(entry), startMs: wholeMs(offsets.from), endMs: wholeMs(offsets.to) }];
}

const wholeMs = (value: unknown): number | null => timeOf(value, 1);

function paragraphSpans(paragraphs: readonly Fields[]): SpeakerSpan[] {
  return paragraphs.flatMap((paragraph) => {
    const speaker = speakerOf(paragraph);
    const startMs = timeOf(startOf(paragraph), 1000);
    const endMs = timeOf(endOf(paragraph), 1000);
    return speaker === null || startMs === null ? [] : [{ speaker, startMs, endMs: endMs ?? startMs }];
  });
}
