// SubViewer captions: their time lines, line breaks and what stands around them.
import { describe, expect, it } from 'vitest';

import { parseSbv, readSbvTimes } from '#shared/domain/transcript/parse-sbv';
import { readTranscript } from '#shared/domain/transcript/read-transcript';

describe('parseSbv', () => {
  it('reads cues, breaks and the lines before the first one', () => {
    expect(parseSbv('A title\n\n0:00:01.500,0:00:02.250\nHello[br]you\nthere\n\n1:02:03.004,1:02:04.000\nBye\n')).toEqual({
      cues: [
        { id: null, startMs: 1500, endMs: 2250, text: 'Hello\nyou\nthere' },
        { id: null, startMs: 3_723_004, endMs: 3_724_000, text: 'Bye' },
      ],
      before: ['A title'],
    });
  });

  it.each([
    ['0:00:01.5,0:00:02', { startMs: 1500, endMs: 2000 }],
    ['00:01,00:02', { startMs: 1000, endMs: 2000 }],
    ['0:00:61.000,0:00:62.000', null],
    ['0:00:01.000 --> 0:00:02.000', null],
    ['1,2', null],
  ])('reads the time line %j as %j', (line, times) => expect(readSbvTimes(line)).toEqual(times));

  it('finds speakers after changes', () => {
    const text = '0:00:01.000,0:00:02.000\n>> ANA: Hi,\n\n0:00:02.000,0:00:03.000\nBen.\n\n0:00:03.000,0:00:04.000\n>> BEN: Ho.\n';
    const { format, turns } = readTranscript('talk.sbv', new TextEncoder().encode(text));
    expect([format, turns[0]?.speaker, turns.at(-1)?.speaker]).toEqual(['sbv', 'ANA', 'BEN']);
  });
});
