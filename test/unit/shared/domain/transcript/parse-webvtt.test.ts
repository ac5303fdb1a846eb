// WebVTT by the rules of the specification, with every file that has an expected reading.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { decodeText } from '#shared/domain/transcript/decode-text';
import { parseWebvtt, readCueTiming } from '#shared/domain/transcript/parse-webvtt';
import { AppError } from '#shared/lib/app-error';
import type { Cue } from '#shared/model/transcript';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';

describe('parseWebvtt', () => {
  it('reads identifiers, times with and without hours, settings and several lines', () => {
    const text =
      'WEBVTT - A title\nLanguage: en\n\nfirst\n00:01.000 --> 00:02.500 line:0 align:start\nHello\n<v Ana>there &amp; you\n\n\n100:00:00.000 --> 100:00:01.000\nlate';
    expect(parseWebvtt(text)?.cues).toEqual([
      { id: 'first', startMs: 1000, endMs: 2500, text: 'Hello\n<v Ana>there &amp; you' },
      { id: null, startMs: 360_000_000, endMs: 360_001_000, text: 'late' },
    ]);
  });

  it('reads over NOTE, STYLE and REGION and counts notes and cues without a readable time', () => {
    const text =
      'WEBVTT\n\nNOTE hello\nmore\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n00:00.000 --> 00:61.000\nlost\n\n00:01.000 --> 00:02.000\nkept';
    expect(parseWebvtt(text)).toEqual({
      cues: [{ id: null, startMs: 1000, endMs: 2000, text: 'kept' }],
      notes: 1,
      brokenCues: 1,
    });
  });

  it('begins a new cue at a time line inside a cue, and after a header without a blank line', () => {
    const text = 'WEBVTT\n00:00.000 --> 00:01.000\na\n00:01.000 --> 00:02.000\nb';
    expect(parseWebvtt(text)?.cues.map((cue) => cue.text)).toEqual(['a', 'b']);
  });

  it.each(['', 'WEB', 'webvtt\n', 'WEBVTTx\n', ' WEBVTT\n', '\uFEFFWEBVTT\n', '1\n00:00:01,000 --> 00:00:02,000\nsrt'])(
    'rejects the signature of %j',
    (text) => expect(parseWebvtt(text)).toBeNull(),
  );

  it.each(['WEBVTT', 'WEBVTT ', 'WEBVTT\t\n', 'WEBVTT\n\n'])('accepts %j without cues', (text) => {
    expect(parseWebvtt(text)?.cues).toEqual([]);
  });

  it.each([
    ['00:01.000-->00:02.000', { startMs: 1000, endMs: 2000 }],
    ['1:00:01.000 --> 1:00:02.000', { startMs: 3_601_000, endMs: 3_602_000 }],
    ['00:01.000 --> 00:02.000align:start', { startMs: 1000, endMs: 2000 }],
    ['00:01,000 --> 00:02,000', null],
    ['00:01.00 --> 00:02.00', null],
    ['0:01.000 --> 0:02.000', null],
    ['00:60.000 --> 00:61.000', null],
    ['00:01.000 --> ', null],
    ['00:01.000 -- > 00:02.000', null],
    ['99999999999999999999:00:01.000 --> 00:02.000', null],
  ])('reads the time line %j', (line, expected) => expect(readCueTiming(line)).toEqual(expected));
});

interface ExpectedCue {
  id: string;
  start: number;
  end: number;
  text: string;
}
interface ExpectedFile {
  count: number;
  cues: ExpectedCue[] | null;
  first3: ExpectedCue[] | null;
  last3: ExpectedCue[] | null;
}

const expectedPath = sharedData('captions/EXPECTED-vtt-cues.json');

describe.skipIf(expectedPath === null)(`WebVTT conformance (needs ${SHARED_DATA_FOLDER}/captions)`, () => {
  it('reads every file as the specification does', () => {
    const files = JSON.parse(readFileSync(expectedPath ?? '', 'utf8')) as Record<string, ExpectedFile>;
    const differences = Object.entries(files).flatMap(([path, expected]) => compare(path, expected));
    expect(differences).toEqual([]);
    expect(Object.keys(files).length).toBeGreaterThan(300);
  });
});

function compare(path: string, expected: ExpectedFile): string[] {
  const cues = readCues(path);
  if (cues.length !== expected.count) return [`${path}: ${cues.length} cues, not ${expected.count}`];
  const wanted = expected.cues ?? [...(expected.first3 ?? []), ...(expected.last3 ?? [])];
  const found = expected.cues === null ? [...cues.slice(0, 3), ...cues.slice(-3)] : cues;
  return wanted.flatMap((cue, index) => {
    const same = {
      id: cue.id === '' ? null : cue.id,
      startMs: Math.round(cue.start * 1000),
      endMs: Math.round(cue.end * 1000),
      text: cue.text,
    };
    return JSON.stringify(same) === JSON.stringify(found[index]) ? [] : [`${path}: cue ${index + 1} is ${JSON.stringify(found[index])}`];
  });
}

function readCues(path: string): Cue[] {
  try {
    return parseWebvtt(decodeText(readFileSync(sharedData(path) ?? '')).text)?.cues ?? [];
  } catch (error) {
    // A file of nothing but a byte order mark is refused before it is parsed.
    if (error instanceof AppError && error.message.includes('holds no text')) return [];
    throw error;
  }
}
