// The JSON of speech-to-text services: recognised by shape, speakers kept, punctuation joined, times in milliseconds.
import { describe, expect, it } from 'vitest';

import { parseSpeechJson } from '#shared/domain/transcript/parse-speech-json';
import { readTranscript } from '#shared/domain/transcript/read-transcript';

/** Service and turns as `speaker start-end text`. */
function read(data: unknown): [string, ...string[]] | null {
  const speech = parseSpeechJson(JSON.stringify(data));
  return speech && [speech.service, ...speech.turns.map((turn) => `${turn.speaker} ${turn.startMs}-${turn.endMs} ${turn.text}`)];
}

const amazonItem = (content: string, start: string | null, more = {}) => ({
  alternatives: [{ content }],
  type: start === null ? 'punctuation' : 'pronunciation',
  ...(start === null ? {} : { start_time: start, end_time: String(Number(start) + 0.5) }),
  ...more,
});

describe('parseSpeechJson', () => {
  it('Amazon: speakers beside the items, or in them', () => {
    const items = [
      amazonItem('Hello', '1.0'),
      amazonItem(',', null),
      amazonItem('you', '1.6'),
      amazonItem('.', null),
      amazonItem('Hi', '3.0'),
      amazonItem('!', null),
    ];
    const transcripts = [{ transcript: 'Hello, you. Hi!' }];
    const words = ['1.0', '1.6', '3.0'].map((start) => ({
      start_time: start,
      end_time: String(Number(start) + 0.5),
      speaker_label: start < '2' ? 'spk_0' : 'spk_1',
    }));
    const segments = [
      { speaker_label: 'spk_0', start_time: '1.0', end_time: '2.1', items: words.slice(0, 2) },
      { speaker_label: 'spk_1', start_time: '3.0', end_time: '3.5', items: words.slice(2) },
    ];
    const turns = ['Amazon Transcribe', 'spk_0 1000-2100 Hello, you.', 'spk_1 3000-3500 Hi!'];
    expect(read({ results: { transcripts, items, speaker_labels: { speakers: 2, segments } } })).toEqual(turns);
    const inside = items.map((item, at) => ({ ...item, speaker_label: at < 4 ? 'spk_0' : 'spk_1' }));
    expect(read({ results: { transcripts, items: inside } })).toEqual(turns);
  });

  it('Amazon: channels apart are woven into one talk', () => {
    const left = [amazonItem('How', '1.0'), amazonItem('so', '1.5'), amazonItem('?', null), amazonItem('Ah', '5.0'), amazonItem('.', null)];
    const right = [amazonItem('Well', '3.0'), amazonItem('.', null)];
    const channels = [
      { channel_label: 'ch_0', items: left },
      { channel_label: 'ch_1', items: right },
    ];
    const results = { transcripts: [{ transcript: '' }], items: [...left, ...right], channel_labels: { channels, number_of_channels: 2 } };
    expect(read({ results })).toEqual([
      'Amazon Transcribe',
      'Channel 0 1000-2000 How so?',
      'Channel 1 3000-3500 Well.',
      'Channel 0 5000-5500 Ah.',
    ]);
  });

  it('Deepgram: words, utterances, channels', () => {
    const word = (text: string, start: number, speaker?: number) => ({
      word: text.toLowerCase(),
      punctuated_word: text,
      start,
      end: start + 0.4,
      ...(speaker === undefined ? {} : { speaker }),
    });
    const one = { alternatives: [{ transcript: 'Hello. Hi.', words: [word('Hello.', 0.08, 0), word('Hi.', 1, 1)] }] };
    expect(read({ results: { channels: [one] } })).toEqual(['Deepgram', 'Speaker 0 80-480 Hello.', 'Speaker 1 1000-1400 Hi.']);
    const utterances = [{ start: 0.5, end: 1, transcript: 'Hello there.', speaker: 1, channel: 0 }];
    expect(read({ results: { channels: [one], utterances } })).toEqual(['Deepgram', 'Speaker 1 500-1000 Hello there.']);
    const two = { alternatives: [{ words: [word('Fine.', 0.6)] }] };
    expect(read({ results: { channels: [one, two] } })).toEqual([
      'Deepgram',
      'Channel 1 80-480 Hello.',
      'Channel 2 600-1000 Fine.',
      'Channel 1 1000-1400 Hi.',
    ]);
  });

  it('Google: the last result alone where it holds all words with speakers; times in either spelling', () => {
    const word = (text: string, start: string, more = {}) => ({
      word: text,
      startTime: start,
      endTime: `${Number.parseFloat(start) + 0.5}s`,
      ...more,
    });
    const plain = { alternatives: [{ transcript: 'Hello you', words: [word('Hello', '1s'), word('you', '1.5s')] }] };
    const tagged = { alternatives: [{ words: [word('Hello', '1s', { speakerTag: 1 }), word('you', '1.5s', { speakerTag: 2 })] }] };
    expect(read({ results: [plain] })).toEqual(['Google Speech-to-Text', 'null 1000-2000 Hello you']);
    expect(read({ response: { results: [plain, tagged] } })).toEqual([
      'Google Speech-to-Text',
      'Speaker 1 1000-1500 Hello',
      'Speaker 2 1500-2000 you',
    ]);
    const v2 = { alternatives: [{ transcript: 'Hi', words: [{ word: 'Hi', endOffset: '0.5s', speakerLabel: 'A' }] }] };
    expect(read({ results: [v2] })).toEqual(['Google Speech-to-Text', 'Speaker A 0-500 Hi']);
    expect(read({ results: [{ alternatives: [{ transcript: 'Only words.' }] }] })).toEqual([
      'Google Speech-to-Text',
      'null null-null Only words.',
    ]);
  });

  it('Rev: elements with their own spaces, names of the speakers', () => {
    const elements = [
      { type: 'text', value: 'Hi', ts: 0.25, end_ts: 0.5 },
      { type: 'punct', value: ', ' },
      { type: 'text', value: 'Ana', ts: 0.5, end_ts: 0.9 },
      { type: 'punct', value: '.' },
    ];
    expect(read({ monologues: [{ speaker: 0, elements }] })).toEqual(['Rev', 'Speaker 0 250-900 Hi, Ana.']);
    const human = [{ type: 'text', value: 'Hi. ', timestamp: '00:00:01,250', end_timestamp: '00:00:02,000' }];
    expect(read({ speakers: [{ id: 3, name: 'Ben' }], monologues: [{ speaker: 3, elements: human }] })).toEqual([
      'Rev',
      'Ben 1250-2000 Hi.',
    ]);
  });

  it('Whisper, WhisperX and whisper.cpp', () => {
    expect(
      read({
        text: ' Hi. Ho.',
        segments: [
          { id: 0, start: 0.5, end: 1, text: ' Hi.' },
          { start: 1, end: 2, text: ' Ho.' },
        ],
        language: 'en',
      }),
    ).toEqual(['Whisper', 'null 500-2000 Hi. Ho.']);
    const words = [
      { word: 'Hi.', start: 0.5, end: 0.8, speaker: 'SPEAKER_00' },
      { word: '3', speaker: 'SPEAKER_01' },
      { word: 'Ho.', start: 1, end: 2, speaker: 'SPEAKER_01' },
    ];
    expect(read({ segments: [{ start: 0.5, end: 2, text: ' Hi. 3 Ho.', words, speaker: 'SPEAKER_00' }] })).toEqual([
      'Whisper',
      'SPEAKER_00 500-800 Hi.',
      'SPEAKER_01 800-2000 3 Ho.',
    ]);
    expect(
      read({
        transcription: [{ timestamps: { from: '00:00:00,500', to: '00:00:01,000' }, offsets: { from: 500, to: 1000 }, text: ' Hi.' }],
      }),
    ).toEqual(['whisper.cpp', 'null 500-1000 Hi.']);
    expect(read([{ start: 0, end: 1.5, text: 'Hi.', speaker: 'Ana' }])).toEqual(['Whisper', 'Ana 0-1500 Hi.']);
  });

  it('AssemblyAI: milliseconds; a list of words in seconds is told apart by its speed', () => {
    expect(read({ audio_url: 'x', utterances: [{ speaker: 'A', start: 1100, end: 2900, text: 'Good day to you.' }] })).toEqual([
      'AssemblyAI',
      'Speaker A 1100-2900 Good day to you.',
    ]);
    expect(read({ audio_url: 'x', utterances: null, words: [{ text: 'Good', start: 1100, end: 1400, speaker: null }] })).toEqual([
      'AssemblyAI',
      'null 1100-1400 Good',
    ]);
    expect(
      read({
        words: [
          { text: 'Good', start: 1.1, end: 1.4 },
          { text: '.', start: 1.4, end: 1.4 },
        ],
      }),
    ).toEqual(['a list of words', 'null 1100-1400 Good.']);
  });

  it('Speechmatics, Watson and Azure', () => {
    const result = (type: string, content: string, start: number) => ({
      type,
      start_time: start,
      end_time: start + 0.5,
      alternatives: [{ content, speaker: 'S1' }],
      ...(type === 'word' ? {} : { attaches_to: 'previous' }),
    });
    expect(read({ results: [result('word', 'Hi', 1), result('punctuation', '.', 1.5)] })).toEqual(['Speechmatics', 'S1 1000-1500 Hi.']);
    const watson = {
      results: [
        {
          alternatives: [
            {
              transcript: 'hi you ',
              timestamps: [
                ['hi', 0.5, 0.75],
                ['you', 0.75, 1],
              ],
            },
          ],
        },
      ],
      speaker_labels: [
        { from: 0.5, to: 0.75, speaker: 0 },
        { from: 0.75, to: 1, speaker: 1 },
      ],
    };
    expect(read(watson)).toEqual(['IBM Watson', 'Speaker 0 500-750 hi', 'Speaker 1 750-1000 you']);
    const phrase = (offset: number, display: string) => ({
      speaker: 1,
      offsetInTicks: offset,
      durationInTicks: 5_000_000,
      nBest: [{ display }],
    });
    expect(read({ recognizedPhrases: [phrase(20_000_000, 'Ho.'), phrase(10_000_000, 'Hi.')] })).toEqual([
      'Microsoft Azure',
      'Speaker 1 1000-2500 Hi. Ho.',
    ]);
  });

  it.each([
    ['{}'],
    ['[]'],
    ['null'],
    ['1'],
    ['"x"'],
    ['[1,2]'],
    ['{"results":{}}'],
    ['{"segments":[{"a":1}]}'],
    ['{"a":[{"text":"x"}]}'],
    ['{"results":[{"id":1}]}'],
  ])('knows nothing of %s', (text) => expect(parseSpeechJson(text)).toBeNull());

  it('reads JSON on one long line, spells half letters visibly, and refuses depth without a crash', () => {
    const words = Array.from({ length: 60_000 }, (_, at) => ({ text: 'word', start: at, end: at + 0.4 }));
    const bytes = new TextEncoder().encode(JSON.stringify({ words }));
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(readTranscript('long.json', bytes).turns.length).toBeGreaterThan(100);
    expect(parseSpeechJson(String.raw`{"segments":[{"text":"a\ud800b\u0000c","start":0,"end":1}]}`)?.turns[0]?.text).toBe(
      'a\uFFFDb\uFFFDc',
    );
    const deep = `{"segments":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(() => readTranscript('deep.json', new TextEncoder().encode(deep))).toThrow('JSON of a kind that Plumbline does not know');
  });
});
