// Times as transcripts write them.
import { describe, expect, it } from 'vitest';

import { parseClock, readClockAfterName, readClosingClock, readLeadingClock } from '#shared/domain/transcript/parse-clock';

describe('parseClock', () => {
  it.each([
    ['0:12', 12_000],
    ['01:02', 62_000],
    ['90:00', 5_400_000],
    ['1:02:03', 3_723_000],
    ['00:01:02.5', 62_500],
    ['00:01:02,250', 62_250],
    ['01:02:03:24', 3_723_000],
    ['\\\\00:26:46.05', 1_606_050],
    ['0:60', null],
    ['1:60:00', null],
    ['10', null],
    ['10:3', null],
    ['a:bc', null],
  ])('%j is %j ms', (text, ms) => expect(parseClock(text)).toBe(ms));
});

describe('times beside words', () => {
  it.each([
    ['[00:01:02] Hello', 62_000, null, 10],
    ['\\[01:46\\] Hello', 106_000, null, 9],
    ['(0:05) Hello', 5000, null, 6],
    ['[00:01 - 00:05] Hello', 1000, 5000, 15],
    ['\\[51:21\\] to \\[51:40\\]', 3_081_000, 3_100_000, 22],
    ['00:00:03 Hello', 3000, null, 8],
  ])('%j begins with a time', (text, startMs, endMs, length) => {
    expect(readLeadingClock(text)).toMatchObject({ startMs, endMs, length });
  });

  it.each(['10 minutes', '10:30am', 'at 10:30', '[laughter] 0:12', '3:1'])('%j does not', (text) =>
    expect(readLeadingClock(text)).toBeNull(),
  );

  it('reads the time after a name', () => {
    expect(readClockAfterName('  0:12')).toMatchObject({ startMs: 12_000, bracketed: false });
    expect(readClockAfterName(' [00:01:02]: so')).toMatchObject({ startMs: 62_000, length: 11, bracketed: true });
    expect(readClockAfterName(' - 00:12')).toMatchObject({ startMs: 12_000 });
    expect(readClockAfterName(' said hello')).toBeNull();
  });

  it('reads the mark that closes a paragraph', () => {
    expect(readClosingClock('Gut. #00:01:02-5#')).toEqual({ ms: 62_500, index: 5 });
    expect(readClosingClock('Gut. 00:01:02')).toBeNull();
  });
});
