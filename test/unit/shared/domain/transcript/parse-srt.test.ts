// SubRip as it is found: points for commas, no numbers, no blank lines, coordinates, damaged times.
import { describe, expect, it } from 'vitest';

import { parseSrt, readTimeLine } from '#shared/domain/transcript/parse-srt';

function cues(text: string): [string | null, number, number, string][] {
  return parseSrt(text).cues.map((cue) => [cue.id, cue.startMs, cue.endMs, cue.text]);
}

describe('parseSrt', () => {
  it('reads numbered cues with commas', () => {
    expect(cues('1\n00:00:01,000 --> 00:00:02,500\nHello\n<i>there</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n')).toEqual([
      ['1', 1000, 2500, 'Hello\n<i>there</i>'],
      ['2', 3000, 4000, 'Bye'],
    ]);
  });

  it('does without blank lines between cues', () => {
    expect(cues('1\n00:00:01,000 --> 00:00:02,000\nHello\n2\n00:00:03,000 --> 00:00:04,000\nBye')).toEqual([
      ['1', 1000, 2000, 'Hello'],
      ['2', 3000, 4000, 'Bye'],
    ]);
  });

  it('does without numbers, and keeps a number that is all somebody says', () => {
    expect(cues('00:00:01.5 --> 00:00:02.25\nHello\n\n00:03 --> 00:04\n42\n00:05 --> 00:06\nBye')).toEqual([
      [null, 1500, 2250, 'Hello'],
      [null, 3000, 4000, '42'],
      [null, 5000, 6000, 'Bye'],
    ]);
  });

  it('keeps numbers inside a cue when the next number follows', () => {
    expect(cues('7\n00:00:01,000 --> 00:00:02,000\n1984\n\n8\n00:00:03,000 --> 00:00:04,000\nBye')).toEqual([
      ['7', 1000, 2000, '1984'],
      ['8', 3000, 4000, 'Bye'],
    ]);
  });

  it('keeps blank lines inside a cue, empty cues, overlaps and order', () => {
    expect(
      cues(
        '1\n00:00:05,000 --> 00:00:09,000\nFirst\n\nstill first\n\n2\n00:00:01,000 --> 00:00:06,000\n\n\n3\n00:00:02,000 --> 00:00:03,000\nLast',
      ),
    ).toEqual([
      ['1', 5000, 9000, 'First\n\nstill first'],
      ['2', 1000, 6000, ''],
      ['3', 2000, 3000, 'Last'],
    ]);
  });

  it('leaves out coordinates, but not words on the time line', () => {
    expect(
      cues('1\n00:00:01,000 --> 00:00:02,000  X1:000 X2:000 Y1:050 Y2:100\nA\n\n2\n00:00:03,000 --> 00:00:04,000 Hello there\nB'),
    ).toEqual([
      ['1', 1000, 2000, 'A'],
      ['2', 3000, 4000, 'Hello there\nB'],
    ]);
  });

  it('keeps what stands before the first cue and counts time lines that cannot be read', () => {
    const file = parseSrt('A title\n\n1\n00:00:01 --> 00:00:02\nHello\n\n2\n00:00:aa,000 --> 00:00:04,000\nBye');
    expect(file.before).toEqual(['A title']);
    expect(file).toMatchObject({ brokenTimes: 1, wholeSeconds: 1 });
    expect(file.cues).toEqual([{ id: '1', startMs: 1000, endMs: 2000, text: 'Hello\n\n2\n00:00:aa,000 --> 00:00:04,000\nBye' }]);
  });

  it.each([
    ['0:0:1.7 --> 0:0:2.25', 1700, 2250],
    ['00:00:01,000 -> 00:00:02,000', 1000, 2000],
    ['00:00:01,0001234 --> 00:00:02,000', 1000, 2000],
    ['  01:02:03,004 -->  01:02:04,005  ', 3_723_004, 3_724_005],
  ])('reads the time line %j', (line, startMs, endMs) => expect(readTimeLine(line)).toMatchObject({ startMs, endMs, rest: '' }));

  it.each(['00:00:61,000 --> 00:00:62,000', 'a --> b', '00:00:01,000', '10:30'])('takes %j for text', (line) => {
    expect(readTimeLine(line)).toBeNull();
  });
});
