// Times in sentences are those of this computer's clock, whatever its time zone; a lock says so of its holder.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import { nodeDisk } from '#core/vault/disk';
import { momentInWords, sinceInWords } from '#core/vault/local-time';
import { takeLock } from '#core/vault/lock';
import { thisProcess } from '#core/vault/process-identity';
import { temporaryFolder } from '#test/builders/temporary-vault';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe.each([
  ['Asia/Kolkata', 'since 01:35 today', 'since 23:30 on 30 Jun 2026', '1 Jul 2026, 01:35'],
  ['America/New_York', 'since 16:05 today', 'since 14:00 today', '30 Jun 2026, 16:05'],
])('in %s', (name, today, before, moment) => {
  test('the hour and the day are local', () => {
    process.env['TZ'] = name;
    const now = '2026-06-30T20:30:00.000Z';
    expect(sinceInWords('2026-06-30T20:05:00.000Z', now)).toBe(today);
    expect(sinceInWords('2026-06-30T18:00:00.000Z', now)).toBe(before);
    expect(sinceInWords('2025-01-02T18:00:00.000Z', now)).toMatch(/^since \d\d:\d\d on [23] Jan 2025$/);
    expect(momentInWords('2026-06-30T20:05:00.000Z')).toBe(moment);
  });

  test('the refusal of a study that is open elsewhere says it so', async () => {
    process.env['TZ'] = name;
    const file = path.join(temporaryFolder(), '.lock');
    writeFileSync(file, JSON.stringify({ ...thisProcess(), nonce: 'theirs', since: '2026-06-30T20:05:00.000Z' }));
    await expect(takeLock(nodeDisk, file, { now: '2026-06-30T20:30:00.000Z' })).rejects.toThrow(`(process ${process.pid}, ${today}).`);
    writeFileSync(file, JSON.stringify({ ...thisProcess(), nonce: 'theirs', since: '' }));
    await expect(takeLock(nodeDisk, file, { now: '2026-06-30T20:30:00.000Z' })).rejects.toThrow(`(process ${process.pid}).`);
  });
});
