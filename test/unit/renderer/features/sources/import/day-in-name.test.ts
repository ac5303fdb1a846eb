// The day that a file name tells.
import { expect, test } from 'vitest';

import { dayInName } from '#renderer/features/sources/import/day-in-name';

test.each([
  ['2026-03-12 Karim.txt', '2026-03-12'],
  ['20260312_karim.vtt', '2026-03-12'],
  ['call_2026_03_12.srt', '2026-03-12'],
  ['Interview 12.3.2026.md', '2026-03-12'],
  ['Interview 05.11.2026.md', '2026-11-05'],
])('%s was held on %s', (name, day) => expect(dayInName(name)).toBe(day));

test.each([
  'Karim.txt',
  'P07.md',
  '2026.txt',
  '2026-02-30 no such day.txt',
  'build 120260312.txt',
  '1999-03-12 too long ago.txt',
  'v12.3.2.txt',
])('%s tells no day', (name) => expect(dayInName(name)).toBeNull());
