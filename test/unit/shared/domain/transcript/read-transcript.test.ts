// The one entry: which format is read, what a refusal says, and what a person may overrule.
import { describe, expect, it } from 'vitest';

import { detectFormat } from '#shared/domain/transcript/detect-format';
import { MAXIMUM_BYTES, readTranscript } from '#shared/domain/transcript/read-transcript';
import type { ReadOptions } from '#shared/domain/transcript/read-transcript';
import { AppError } from '#shared/lib/app-error';

const utf8 = new TextEncoder();
const SRT = '1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nyou\n\n3\n00:00:05,000 --> 00:00:06,000\nBye\n';
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hello\n';

function read(fileName: string, text: string, options: ReadOptions = {}): ReturnType<typeof readTranscript> {
  return readTranscript(fileName, utf8.encode(text), options);
}

function refusalOf(fileName: string, bytes: Uint8Array | string, options: ReadOptions = {}): string {
  try {
    readTranscript(fileName, typeof bytes === 'string' ? utf8.encode(bytes) : bytes, options);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-file') return error.message;
    throw error;
  }
  return 'it was read';
}

describe('detectFormat', () => {
  it.each([
    ['talk.vtt', VTT, 'webvtt'],
    ['talk.txt', VTT, 'webvtt'],
    ['talk.srt', SRT, 'srt'],
    ['talk.txt', SRT, 'srt'],
    ['talk.txt', '00:00:00.040 --> 00:00:01.420\nlook at me.', 'srt'],
    ['talk.vtt', SRT, 'srt'],
    ['talk.srt', VTT, 'webvtt'],
    ['talk.srt', 'Ana: no captions', 'srt'],
    ['talk.md', 'Ana: Hi', 'markdown'],
    ['TALK.MARKDOWN', 'Ana: Hi', 'markdown'],
    ['talk.txt', 'Ana: Hi', 'text'],
    ['talk', 'Ana: Hi', 'text'],
    ['talk.txt', '**Ana:** Hi\n\n**Ben:** Ho\n\n**Ana:** He', 'markdown'],
    ['talk.txt', 'We spoke about\n00:00:01,000 --> 00:00:02,000\nthings', 'text'],
  ])('%s with %j', (fileName, text, format) => expect(detectFormat(fileName, text)).toMatchObject({ format, byName: true }));
});

describe('readTranscript', () => {
  it('gives format, encoding, speakers in order, turns, cues and warnings', () => {
    expect(read('talk.vtt', 'WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ben>Hi &amp;\nho\n\n00:03.000 --> 00:04.000\n<v Ana>Yes\n')).toEqual({
      format: 'webvtt',
      encoding: 'utf-8',
      speakers: ['Ben', 'Ana'],
      turns: [
        { speaker: 'Ben', startMs: 1000, endMs: 2000, text: 'Hi & ho' },
        { speaker: 'Ana', startMs: 3000, endMs: 4000, text: 'Yes' },
      ],
      cues: [
        { id: '1', startMs: 1000, endMs: 2000, text: '<v Ben>Hi &amp;\nho' },
        { id: null, startMs: 3000, endMs: 4000, text: '<v Ana>Yes' },
      ],
      warnings: [],
    });
  });

  it('keeps cues as written and brings turns to NFC', () => {
    const { cues, turns } = read('talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\ncafe\u0301\n');
    expect(cues?.[0]?.text).toBe('cafe\u0301');
    expect(turns[0]?.text).toBe('caf\u00e9');
  });

  it('reads SubRip under the name .vtt and says so, from three cues on', () => {
    const { format, cues, warnings } = read('talk.vtt', SRT);
    expect(format).toBe('srt');
    expect(cues).toHaveLength(3);
    expect(warnings.join(' ')).toContain('lacks the word WEBVTT');
    expect(refusalOf('talk.vtt', '00:00:00.000 --> 00:00:01.000\ninvalid\n')).toContain('does not begin with the word WEBVTT');
  });

  it('keeps lines before the first SubRip cue as the heading', () => {
    expect(read('talk.srt', `A talk\n\n${SRT}`).heading).toBe('A talk');
  });

  it('reads WebVTT with a malformed beginning only when a person chooses to, and says so', () => {
    const cue = '00:01.000 --> 00:02.000\n<v Ana>Hello\n';
    for (const start of ['', '\n\n', 'WEBVTTfoo\n\n', 'webvtt\nKind: captions\n\n', 'VTTWEB\n', '\uFEFFWEBVTT\n\n']) {
      expect(refusalOf('talk.vtt', `\uFEFF${start}${cue}`)).toContain('does not begin with the word WEBVTT');
      const { turns, cues, warnings } = read('talk.vtt', `\uFEFF${start}${cue}`, { lenient: true });
      expect([turns.map((turn) => turn.text), cues?.length]).toEqual([['Hello'], 1]);
      expect(warnings.join(' ')).toContain('read all the same');
    }
    const commas = read('talk.vtt', 'WEBVTTfoo\n\n00:00:01,000 --> 00:00:02,000\nHello\n', { lenient: true });
    expect(commas.turns).toMatchObject([{ startMs: 1000, endMs: 2000, text: 'Hello' }]);
    expect(() => read('talk.vtt', 'VTTWEB\n', { lenient: true })).toThrow('does not begin with the word WEBVTT');
    expect(read('talk.vtt', `WEBVTT\n\n${cue}`, { lenient: true }).warnings).toEqual([]);
  });

  it('says in its refusal whether a WebVTT file could be read all the same', () => {
    const detailsOf = (text: string): unknown => {
      try {
        read('talk.vtt', text);
      } catch (error) {
        return (error as AppError).details;
      }
      return 'it was read';
    };
    expect(detailsOf('WEBVTTfoo\n\n00:01.000 --> 00:02.000\nx')).toMatchObject({ mayReadAnyway: true });
    expect(detailsOf('WEBVTTfoo\n')).toMatchObject({ mayReadAnyway: false });
  });

  it('takes text under a strange extension only when speakers are found in it', () => {
    expect(read('talk.interview', 'Ana: Hi\nBen: Ho\nAna: He').speakers).toEqual(['Ana', 'Ben']);
    expect(refusalOf('mocha.opts', '--reporter spec\n--ui bdd')).toContain('.opts');
    expect(refusalOf('table.csv', 'Ana: Hi\nBen: Ho\nAna: He')).toContain('.csv');
  });

  it.each([
    ['data.json', '{"results": [1]}', 'JSON of a kind that Plumbline does not know'],
    ['data.txt', '[{"speaker": "Ana", "count": 4}]', 'JSON of a kind that Plumbline does not know'],
    ['broken.json', '{"results": [1', 'no complete JSON'],
    ['silence.json', '{"text": "", "segments": [{"start": 0, "end": 2, "text": " "}]}', 'form of Whisper and holds no words'],
    ['page.txt', '<!DOCTYPE html><p>Hi', 'HTML'],
    ['sub.txt', '[Script Info]\nTitle: x', 'no captions with readable times'],
    ['sub.sbv', 'Hello', 'no captions with readable times'],
    ['sub.sub', '{0}{25}Hello', 'MicroDVD'],
    ['talk.srt', 'no captions here', 'no captions with readable times'],
    ['talk.vtt', 'WEBVTT\n\nNOTE nothing else', 'no captions with readable times'],
    ['talk.vtt', 'WEBVTTfoo\n\n00:01.000 --> 00:02.000\nx', 'does not begin with the word WEBVTT'],
    ['talk.vtt', 'VTTWEB\n', 'does not begin with the word WEBVTT'],
    ['empty.md', '\n\n', 'holds no text'],
  ])('refuses %s holding %j', (fileName, text, reason) => {
    const message = refusalOf(fileName, text);
    expect(message).toContain(reason);
    expect(message).toMatch(new RegExp(`^${fileName} was not imported: .+\\. Nothing was changed\\. .+\\.$`, 'u'));
  });

  it('refuses files beyond its bounds', () => {
    expect(refusalOf('big.txt', new Uint8Array(MAXIMUM_BYTES + 1))).toContain('larger than 50 MB');
    expect(refusalOf('long.txt', 'a\n'.repeat(1_000_001))).toContain('more than a million lines');
    expect(refusalOf('wide.txt', `Ana: hello\nBen: ${'word '.repeat(2_000_000)}`)).toContain('a line of more than a million characters');
  });

  it('lets a person overrule format and encoding', () => {
    expect(read('talk.vtt', SRT, { format: 'text' })).toMatchObject({ format: 'text' });
    expect(read('talk.txt', 'x\n00:00:01,000 --> 00:00:02,000\nHi', { format: 'srt' }).cues).toHaveLength(1);
    expect(refusalOf('talk.srt', SRT, { format: 'webvtt' })).toContain('WEBVTT');
    expect(readTranscript('a.txt', Uint8Array.from([0x41, 0xe9]), { encoding: 'windows-1252' }).turns[0]?.text).toBe('Aé');
  });
});
