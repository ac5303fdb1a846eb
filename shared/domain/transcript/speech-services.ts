// The shapes in which speech-to-text services give their results, one reader each.
import { fieldsOf, numberOf, recordsOf, secondsToMs, textOf } from './json-shape.ts';
import type { Fields } from './json-shape.ts';
import { parseClock } from './parse-clock.ts';
import { isClosingMark, speakerLabel, weaveChannels, withSpeakersAt } from './speech-pieces.ts';
import type { SpeakerSpan, SpeechPiece } from './speech-pieces.ts';

export interface SpeechService {
  /** As the person knows it. */
  name: string;
  /** The pieces, or null when the data has another shape. */
  read(data: Fields): SpeechPiece[] | null;
}

/** A piece from its parts in milliseconds; nothing when there is no text. */
function piece(text: string | null, speaker: unknown, startMs: number | null, endMs: number | null, glued = false): SpeechPiece[] {
  if (text === null || text.trim() === '') return [];
  return [{ text, speaker: speakerLabel(speaker), startMs, endMs, ...(glued ? { glued } : {}) }];
}

/** Amazon Transcribe: `results.items` with the times as texts, speakers in the items or in `speaker_labels`, channels apart. */
function readAmazon(data: Fields): SpeechPiece[] | null {
  const results = fieldsOf(data.results);
  if (Array.isArray(data.Transcript)) return readAmazonCall(data.Transcript);
  if (!Array.isArray(results.items) || !Array.isArray(results.transcripts)) return null;
  const channels = recordsOf(fieldsOf(results.channel_labels).channels);
  if (channels.length > 1) {
    return weaveChannels(
      channels.map((channel, at) => amazonItems(channel.items, (textOf(channel.channel_label) ?? `ch_${at}`).replace(/^ch_/u, 'Channel '))),
    );
  }
  const spans = recordsOf(fieldsOf(results.speaker_labels).segments).flatMap((segment): SpeakerSpan[] => {
    const items = recordsOf(segment.items);
    return (items.length > 0 ? items : [segment]).flatMap((item) =>
      span(item.speaker_label ?? segment.speaker_label, secondsToMs(item.start_time), secondsToMs(item.end_time)),
    );
  });
  return withSpeakersAt(amazonItems(results.items), spans);
}

function amazonItems(items: unknown, channel?: string): SpeechPiece[] {
  return recordsOf(items).flatMap((item) => {
    const text = textOf(recordsOf(item.alternatives)[0]?.content);
    const glued = item.type === 'punctuation';
    return piece(text, channel ?? item.speaker_label, secondsToMs(item.start_time), secondsToMs(item.end_time), glued);
  });
}

/** Amazon's call analytics: whole utterances with milliseconds. */
function readAmazonCall(transcript: unknown): SpeechPiece[] {
  return recordsOf(transcript).flatMap((part) =>
    piece(
      textOf(part.Content),
      part.ParticipantRole ?? part.ParticipantId,
      numberOf(part.BeginOffsetMillis),
      numberOf(part.EndOffsetMillis),
    ),
  );
}

/** Deepgram: `results.utterances` where asked for, else the words of each channel. */
function readDeepgram(data: Fields): SpeechPiece[] | null {
  const results = fieldsOf(data.results);
  const channels = recordsOf(results.channels);
  if (channels.length === 0) return null;
  const several = channels.length > 1;
  const utterances = recordsOf(results.utterances);
  if (utterances.length > 0) {
    return utterances.flatMap((part) =>
      piece(textOf(part.transcript), several ? channelName(part.channel) : part.speaker, secondsToMs(part.start), secondsToMs(part.end)),
    );
  }
  const pieces = channels.map((channel, at) => {
    const [best = {}] = recordsOf(channel.alternatives);
    const words = recordsOf(best.words).flatMap((word) =>
      piece(
        textOf(word.punctuated_word) ?? textOf(word.word),
        several ? channelName(at) : word.speaker,
        secondsToMs(word.start),
        secondsToMs(word.end),
      ),
    );
    return words.length > 0 ? words : piece(textOf(best.transcript), several ? channelName(at) : null, null, null);
  });
  return several ? weaveChannels(pieces) : pieces.flat();
}

function channelName(value: unknown): string {
  const number = Array.isArray(value) ? (value as unknown[])[0] : value;
  return `Channel ${typeof number === 'number' ? number + 1 : 1}`;
}

/** Google Speech-to-Text: results with words; with speakers, the last result holds all words once more, and only it is read. */
function readGoogle(data: Fields): SpeechPiece[] | null {
  const results = recordsOf(fieldsOf(data.response).results ?? data.results);
  const best = results.map((result) => recordsOf(result.alternatives)[0] ?? {});
  if (results.length === 0 || !best.some((one) => 'words' in one || 'transcript' in one)) return null;
  if (best.some((one) => Array.isArray(one.timestamps))) return null;
  const last = recordsOf(best.at(-1)?.words);
  if (last.some((word) => googleSpeaker(word) !== null)) return last.flatMap(googleWord);
  return best.flatMap((one, at) => {
    const words = recordsOf(one.words).flatMap(googleWord);
    const end = googleMs(results[at]?.resultEndTime ?? results[at]?.resultEndOffset);
    return words.length > 0 ? words : piece(textOf(one.transcript), null, null, end);
  });
}

const googleSpeaker = (word: Fields): string | null => speakerLabel(word.speakerLabel ?? (word.speakerTag === 0 ? null : word.speakerTag));

function googleWord(word: Fields): SpeechPiece[] {
  const start = googleMs(word.startTime ?? word.startOffset ?? '0s');
  return piece(textOf(word.word)?.replaceAll('▁', ' ') ?? null, googleSpeaker(word), start, googleMs(word.endTime ?? word.endOffset));
}

/** `"12.900s"`, or seconds and nanoseconds apart. */
function googleMs(value: unknown): number | null {
  if (typeof value !== 'object') return secondsToMs(value);
  const { seconds = 0, nanos = 0 } = fieldsOf(value);
  const whole = numberOf(seconds);
  return whole === null ? null : Math.round(whole * 1000 + (numberOf(nanos) ?? 0) / 1e6);
}

/** Rev: monologues whose elements carry their own spaces. */
function readRev(data: Fields): SpeechPiece[] | null {
  if (!Array.isArray(data.monologues)) return null;
  const names = new Map(recordsOf(data.speakers).map((speaker) => [speaker.id, speaker.name]));
  return recordsOf(data.monologues).flatMap((monologue) => {
    const elements = recordsOf(monologue.elements);
    const info = fieldsOf(monologue.speaker_info);
    const speaker = info.display_name ?? names.get(monologue.speaker) ?? monologue.speaker_name ?? monologue.speaker;
    const text = elements.map((element) => textOf(element.value) ?? '').join('');
    const starts = elements.map((element) => revMs(element.ts ?? element.timestamp)).filter((time) => time !== null);
    const ends = elements.map((element) => revMs(element.end_ts ?? element.end_timestamp)).filter((time) => time !== null);
    return piece(text, speaker, starts[0] ?? null, ends.at(-1) ?? null);
  });
}

const revMs = (value: unknown): number | null => (typeof value === 'string' ? parseClock(value) : null) ?? secondsToMs(value);

/** Speechmatics: the results of today (`type` word or punctuation), or `words` and `speakers` of its first version. */
function readSpeechmatics(data: Fields): SpeechPiece[] | null {
  const results = recordsOf(data.results);
  if (results.some((result) => result.type === 'word' && 'start_time' in result)) {
    return results.flatMap((result) => {
      const [best = {}] = recordsOf(result.alternatives);
      const glued = result.type === 'punctuation' && result.attaches_to !== 'next';
      return piece(
        textOf(best.content),
        best.speaker ?? result.channel,
        secondsToMs(result.start_time),
        secondsToMs(result.end_time),
        glued,
      );
    });
  }
  const words = recordsOf(data.words);
  if (!words.some((word) => 'name' in word && 'time' in word)) return null;
  const pieces = words.flatMap((word) => {
    const text = textOf(word.name);
    return piece(text, null, ...timeAndLength(word), text !== null && isClosingMark(text));
  });
  return withSpeakersAt(
    pieces,
    recordsOf(data.speakers).flatMap((speaker) => span(speaker.name, ...timeAndLength(speaker))),
  );
}

function timeAndLength(item: Fields): [startMs: number | null, endMs: number | null] {
  const startMs = secondsToMs(item.time ?? item.start);
  return [startMs, startMs === null ? null : startMs + (secondsToMs(item.duration) ?? 0)];
}

/** The Kaldi service of the BBC: words with `punct`, speakers in a segmentation beside them. */
function readKaldi(data: Fields): SpeechPiece[] | null {
  const inner = 'retval' in data ? fieldsOf(data.retval) : data;
  const words = recordsOf(inner.words);
  if (!words.some((word) => 'punct' in word)) return null;
  const segments = recordsOf(fieldsOf(inner.segmentation ?? data.segmentation).segments);
  const pieces = words.flatMap((word) =>
    piece(textOf(word.punct) ?? textOf(word.word), null, secondsToMs(word.start), secondsToMs(word.end)),
  );
  return withSpeakersAt(
    pieces,
    segments.flatMap((segment) => span(fieldsOf(segment.speaker)['@id'], ...timeAndLength(segment))),
  );
}

function span(speaker: unknown, startMs: number | null, endMs: number | null): SpeakerSpan[] {
  const label = speakerLabel(speaker);
  return label === null || startMs === null ? [] : [{ speaker: label, startMs, endMs: endMs ?? startMs }];
}

/** IBM Watson: words as lists of word, start and end; speakers beside them. */
function readWatson(data: Fields): SpeechPiece[] | null {
  const best = recordsOf(data.results).map((result) => recordsOf(result.alternatives)[0] ?? {});
  if (!best.some((one) => Array.isArray(one.timestamps))) return null;
  const pieces = best.flatMap((one) =>
    (Array.isArray(one.timestamps) ? (one.timestamps as unknown[]) : []).flatMap((entry) => {
      const [word, start, end] = Array.isArray(entry) ? (entry as unknown[]) : [];
      return piece(textOf(word), null, secondsToMs(start), secondsToMs(end));
    }),
  );
  return withSpeakersAt(
    pieces,
    recordsOf(data.speaker_labels).flatMap((label) => span(label.speaker, secondsToMs(label.from), secondsToMs(label.to))),
  );
}

/** Microsoft Azure: recognised phrases, times in ticks of 100 nanoseconds. */
function readAzure(data: Fields): SpeechPiece[] | null {
  if (!Array.isArray(data.recognizedPhrases)) return null;
  const phrases = recordsOf(data.recognizedPhrases).map((phrase) => ({ phrase, start: numberOf(phrase.offsetInTicks) }));
  return phrases
    .toSorted((left, right) => (left.start ?? 0) - (right.start ?? 0))
    .flatMap(({ phrase, start }) => {
      const startMs = start === null ? null : Math.round(start / 10_000);
      const endMs = startMs === null ? null : startMs + Math.round((numberOf(phrase.durationInTicks) ?? 0) / 10_000);
      return piece(textOf(recordsOf(phrase.nBest)[0]?.display), phrase.speaker, startMs, endMs);
    });
}

/** In the order in which they are tried: the most telling shapes first. */
export const SPEECH_SERVICES: readonly SpeechService[] = [
  { name: 'Amazon Transcribe', read: readAmazon },
  { name: 'Deepgram', read: readDeepgram },
  { name: 'Rev', read: readRev },
  { name: 'Microsoft Azure', read: readAzure },
  { name: 'Speechmatics', read: readSpeechmatics },
  { name: 'BBC Kaldi', read: readKaldi },
  { name: 'IBM Watson', read: readWatson },
  { name: 'Google Speech-to-Text', read: readGoogle },
];
