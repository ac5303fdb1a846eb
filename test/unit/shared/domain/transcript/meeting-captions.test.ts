// Captions of meeting programs: Teams with voices and repeated fragments, Zoom with a name before every numbered caption.
import { describe, expect, it } from 'vitest';

import { readTranscript } from '#shared/domain/transcript/read-transcript';

const clock = (ms: number): string => `00:00:${(ms / 1000).toFixed(3).padStart(6, '0')}`;

function read(cues: readonly [id: string, startMs: number, endMs: number, text: string][]): ReturnType<typeof readTranscript> {
  const blocks = cues.map(([id, startMs, endMs, text]) => `${id}\n${clock(startMs)} --> ${clock(endMs)}\n${text}\n`);
  return readTranscript('meeting.vtt', new TextEncoder().encode(`WEBVTT\n\n${blocks.join('\n')}`));
}

const turnsOf = (read_: ReturnType<typeof read>): string[] =>
  read_.turns.map(({ speaker, startMs, endMs, text }) => `${speaker}@${startMs}-${endMs}=${text}`);

describe('Teams', () => {
  it('joins the split sentences of one speaker, and reads once what is written twice at the same time', () => {
    const found = read([
      ['5c/7-0', 1000, 3000, '<v Ana Pérez>So the price</v>'],
      ['5c/7-1', 2500, 4000, '<v Ana Pérez>So the price, it was</v>'],
      ['5c/7-2', 3900, 6000, '<v Ana Pérez>the price, it was on no page.</v>'],
      ['5c/8-0', 6000, 7000, '<v Ana Pérez>And then\nFinance called.</v>'],
      ['5c/9-0', 7000, 8000, '<v Bo>Yeah.</v>'],
      ['5c/9-1', 8000, 9000, '<v Bo>Yeah.</v>'],
      ['5c/9-1', 8000, 9000, '<v Bo>Yeah.</v>'],
    ]);
    expect(turnsOf(found)).toEqual([
      'Ana Pérez@1000-7000=So the price, it was on no page. And then Finance called.',
      'Bo@7000-9000=Yeah. Yeah.',
    ]);
    expect(found.cues).toHaveLength(7);
    expect(found.warnings).toEqual(['3 fragments that were written twice at the same time were read once.']);
  });

  it('keeps words that only happen to be alike', () => {
    const found = read([
      ['a/1-0', 1000, 3000, '<v Ana>We sold the house</v>'],
      ['a/1-1', 2500, 4000, '<v Ana>house by house.</v>'],
      ['a/2-0', 3500, 5000, '<v Bo>house by house.</v>'],
    ]);
    expect(turnsOf(found)).toEqual(['Ana@1000-4000=We sold the house house by house.', 'Bo@3500-5000=house by house.']);
  });
});

describe('Zoom', () => {
  it('takes whatever stands before the colon of nearly every numbered caption for a name', () => {
    const names = ['Ana Pérez', 'Ana’s iPhone', 'MÜLLER, Jan (EXT)', '+15551234', 'bob@example.org', '王小明'];
    const found = read(
      [...names, ...names, ...names].map((name, at) => [String(at + 1), at * 1000, at * 1000 + 900, `${name}: It is 10:30 and: fine`]),
    );
    expect(found.speakers).toEqual(names);
    expect(found.turns.every((turn) => turn.text === 'It is 10:30 and: fine')).toBe(true);
  });

  it('leaves captions without a name to nobody, and takes no notes for names', () => {
    const found = read([
      ['1', 1000, 2000, 'Ana’s iPhone: Hello, can'],
      ['2', 2000, 3000, 'Ana’s iPhone: you hear me?'],
      ['3', 3000, 4000, 'Host: Yes: we can.'],
      ['4', 5000, 6000, 'and well.'],
      ['5', 6000, 7000, 'Host: Good.'],
    ]);
    expect(turnsOf(found)).toEqual([
      'Ana’s iPhone@1000-3000=Hello, can you hear me?',
      'Host@3000-4000=Yes: we can.',
      'null@5000-6000=and well.',
      'Host@6000-7000=Good.',
    ]);
  });
});
