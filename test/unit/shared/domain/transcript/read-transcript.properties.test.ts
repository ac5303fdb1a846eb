// Whatever the bytes: a sound transcript or a refusal, in time that grows with the size of the file only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { AppError } from '#shared/lib/app-error';

const utf8 = new TextEncoder();
const NAMES = ['a.txt', 'a.md', 'a.vtt', 'a.srt', 'a.dat', 'a', 'a.sbv', 'a.ass', 'a.json'];

/** Reads, and checks what every transcript promises; null for a refusal. */
function readSoundly(fileName: string, bytes: Uint8Array): ReturnType<typeof readTranscript> | null {
  try {
    const read = readTranscript(fileName, bytes);
    for (const { speaker, startMs, endMs, text } of read.turns) {
      expect(text).toBe(text.normalize('NFC').trim());
      expect(/[\r\0]/u.test(text)).toBe(false);
      expect(speaker === null || (speaker.trim() === speaker && speaker !== '' && !speaker.includes('\n') && speaker.length <= 300)).toBe(
        true,
      );
      expect([startMs, endMs].every((time) => time === null || (Number.isSafeInteger(time) && time >= 0))).toBe(true);
    }
    expect(read.speakers).toEqual([...new Set(read.turns.map((turn) => turn.speaker))].filter((speaker) => speaker !== null));
    expect(read.cues === undefined).toBe(['text', 'markdown', 'speech-json'].includes(read.format));
    expect(read.warnings.every((warning) => warning.endsWith('.'))).toBe(true);
    return read;
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-file') return null;
    throw error;
  }
}

const WHOLE = [
  'Interviewer: Wie geht es Ihnen, Zoë?\n\nZoë: Gut — naïve Frage! 🙂\n\nInterviewer: Und sonst?\n\nZoë: 日本語.\n',
  '**Ana:** \\[00:12\\] Hello\n\n**Ben:** Hi &amp; ho\n\n**Ana:** So\n',
  'WEBVTT - é\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000 line:0\n<v Zoë>Hello <i>you</i>\n\n00:02.000 --> 00:03.000\nBye\n',
  '1\r\n00:00:01,000 --> 00:00:02,000\r\nANA: Hello\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nANA: <i>é</i>\r\n',
];

const SPEECH_KEYS =
  'results items transcripts alternatives content type start_time end_time speaker_labels segments channels channel_labels words word start end speaker punctuated_word utterances transcript startTime speakerTag monologues elements value ts text transcription offsets from to recognizedPhrases nBest display offsetInTicks name time duration speakers retval punct segmentation timestamps timestamp response'.split(
    ' ',
  );

describe('readTranscript, properties', () => {
  it('gives a sound transcript or a refusal for any bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 400 }), (name, bytes) => void readSoundly(name, bytes)),
      { numRuns: 1500 },
    );
  });

  it('gives a sound transcript or a refusal for any text made of the pieces of all formats', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'WEBVTT',
        '\n',
        '\n\n',
        '\r\n',
        '-->',
        ' --> ',
        '00:00:01.000',
        '00:00:02,000',
        '1:2',
        '<v Ana>',
        '<v',
        '</v>',
        '>> ',
        'Ana: ',
        '**Ana:**',
        '[',
        ']',
        '1',
        '\0',
        '\uFEFF',
        'NOTE ',
        '"',
        '{',
        '&#0;',
        '&#x110000;',
        '#00:00:01-2#',
        '- ',
        '0:00:01.000,0:00:02.000',
        '[Events]\n',
        'Dialogue: 0,0:00:01.00,0:00:02.00,D,Ana,0,0,0,,',
        '{\\p1}',
        '[br]',
        '\t',
        '\\',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom('', 'WEBVTT\n\n', '1\n00:00:01,000 --> 00:00:02,000\n'),
        fc.array(piece, { maxLength: 60 }),
        (name, start, parts) => {
          readSoundly(name, utf8.encode(start + parts.join('')));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('gives a sound transcript or a refusal for any JSON that resembles what speech services give', () => {
    const leaf = fc.oneof(
      fc.constantFrom('0.5', '1.5s', '00:00:01,500', 'A', '.', ' ', 'punctuation', 'word', 'text'),
      fc.double(),
      fc.nat(5000),
      fc.string(),
      fc.constant(null),
    );
    const keys = fc.constantFrom(...SPEECH_KEYS);
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(keys, tie('node'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, node), (data) => void readSoundly('a.json', utf8.encode(JSON.stringify(data)))),
      { numRuns: 2000 },
    );
  });

  it('never crashes on a file that was cut anywhere, in any encoding', () => {
    const encode = [
      (text: string) => utf8.encode(text),
      (text: string) => utf8.encode(`\uFEFF${text}`),
      (text: string) => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0)).buffer),
      (text: string) => new Uint8Array(Uint32Array.from(Array.from(`\uFEFF${text}`), (sign) => sign.codePointAt(0) ?? 0).buffer),
    ];
    for (const text of WHOLE) {
      for (const bytes of encode.map((each) => each(text))) {
        for (let length = 0; length <= bytes.length; length += 1) readSoundly('a.txt', bytes.subarray(0, length));
      }
    }
  });

  it('reads a megabyte well under a second, and one line as long as a line may be', () => {
    const talk = `Interviewer: So, how did that go for you, then?\n\nAna: Well, it was ${'fine and good '.repeat(40)}\n\n`;
    const bytes = utf8.encode(talk.repeat(1650));
    expect(bytes.length).toBeGreaterThan(1_000_000);
    readSoundly('warm.txt', utf8.encode(talk));
    const start = performance.now();
    expect(readTranscript('talk.txt', bytes).turns).toHaveLength(3300);
    expect(performance.now() - start).toBeLessThan(1000);
    const line = utf8.encode('word '.repeat(200_000));
    for (const name of ['a.txt', 'a.md']) expect(readTranscript(name, line).turns).toHaveLength(1);
  });

  it.each([
    'a',
    'a ',
    '*',
    '**a',
    '[',
    '\\[',
    '<',
    '<v ',
    '<b',
    '(',
    '-',
    '>',
    '>> ',
    '#',
    '_',
    ':',
    'a: ',
    '1:',
    '00:00 ',
    '\t',
    '&',
    '&#1',
    'A. ',
    '{\\',
    '-->',
    ' --> ',
    'Ana: ',
    '#00:00:00',
  ])('takes time that grows with the size only for lines of %j', (unit) => {
    for (const [name, start] of [
      ['a.txt', 'x'],
      ['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n'],
      ['a.srt', '00:00:01,000 --> 00:00:02,000\n'],
    ] as const) {
      const small = timeOf(name, start + unit.repeat(Math.ceil(250_000 / unit.length)));
      const large = timeOf(name, start + unit.repeat(Math.ceil(2_000_000 / unit.length)));
      // Eight times the size: a quadratic reader needs 64 times as long. Short times are all noise.
      expect(large).toBeLessThan(Math.max(400, small * 30));
    }
  });
});

function timeOf(name: string, text: string): number {
  const bytes = utf8.encode(text);
  const start = performance.now();
  readSoundly(name, bytes);
  return performance.now() - start;
}
