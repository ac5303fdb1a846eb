// The opening rules: locks, torn tails, damage, newer versions, migrations.
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { readSavedMark } from '#core/vault/saved-mark';
import { createVault, openVault } from '#core/vault/open-vault';
import { formatSnapshot, parseSnapshot, type SnapshotData } from '#core/vault/snapshot';
import type { Migration } from '#shared/model/migrations/index';

import { countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';

const journalOf = (folder: string): string => path.join(folder, 'journal.ndjson');

/** A closed vault whose files are as a killed process leaves them: journal not checkpointed. */
async function killedVault(tags: number, services = countedServices()): Promise<string> {
  const { vault, folder } = await temporaryVault(services);
  for (let index = 0; index < tags; index += 1) await vault.edit('createTag', { id: `t${index}`, name: `Tag ${index}` });
  // The mark is written behind the answer.
  if (tags > 0) await vi.waitFor(async () => expect(await readSavedMark(services.disk, vault.files)).toBe(tags));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== '.lock');
  const copy = path.join(temporaryFolder(), 'killed.plumb');
  for (const file of files) {
    const target = path.join(copy, path.relative(folder, path.join(file.parentPath, file.name)));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path.join(file.parentPath, file.name)));
  }
  return copy;
}

describe('lock', () => {
  test('a second opening is refused with who holds it', async () => {
    const { folder } = await temporaryVault();
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({
      code: 'vault-locked',
      details: { pid: process.pid, host: os.hostname() },
    });
  });

  test('a lock of a process that is gone is taken over', async () => {
    const folder = await killedVault(1);
    writeFileSync(
      path.join(folder, '.lock'),
      JSON.stringify({ pid: 999_999_999, host: os.hostname(), processStart: '1', nonce: 'x', since: '2026-01-01T00:00:00.000Z' }),
    );
    expect((await openAgain(folder)).vault.state.all('tags').size).toBe(1);
  });

  test('a lock of another computer is respected', async () => {
    const folder = await killedVault(1);
    writeFileSync(
      path.join(folder, '.lock'),
      JSON.stringify({ pid: 1, host: 'elsewhere', processStart: '1', nonce: 'x', since: '2026-01-01T00:00:00.000Z' }),
    );
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-locked' });
  });

  test('closing gives it back', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.close();
    expect(existsSync(path.join(folder, '.lock'))).toBe(false);
  });
});

describe('torn tail', () => {
  test('every cut inside the last line drops that line only, with a notice and the bytes kept', async () => {
    const folder = await killedVault(3);
    const whole = readFileSync(journalOf(folder));
    const lastStart = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (const cut of [lastStart + 1, lastStart + 40, whole.length - 2]) {
      // Each in a copy of its own: closing makes a checkpoint.
      const copy = path.join(temporaryFolder(), 'cut.plumb');
      cpSync(folder, copy, { recursive: true });
      writeFileSync(journalOf(copy), whole.subarray(0, cut));
      const opened = await openVault(copy, countedServices());
      expect(opened.vault.state.all('tags').size).toBe(2);
      expect(opened.notices.join(' ')).toContain('cut short');
      expect(readFileSync(journalOf(copy))).toEqual(whole.subarray(0, lastStart));
      const [kept = ''] = readdirSync(path.join(copy, 'quarantine'));
      expect(readFileSync(path.join(copy, 'quarantine', kept))).toEqual(whole.subarray(lastStart, cut));
      expect(opened.notices.join(' ')).toContain('Change 3, the last one, had been saved');
      await opened.vault.close();
      const again = await openVault(copy, countedServices());
      expect(again.notices).toEqual([]);
      await again.vault.close();
    }
  });

  test('whole lines that are gone from the end are missed, though the file shows nothing', async () => {
    const folder = await killedVault(3);
    const lines = readFileSync(journalOf(folder), 'utf8').split('\n');
    writeFileSync(journalOf(folder), `${lines[0]}\n`);
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({
      code: 'vault-damaged',
      details: { problems: [expect.stringContaining('Changes 2 to 3')], goodSeq: 1, lostEntries: 2 },
    });
    const opened = await openAgain(folder, countedServices(), { acceptDamage: true });
    expect((await opened.reopen()).notices).toEqual([]);
  });

  test('a last line that lacks nothing but its line feed is kept, and the next one begins on a line of its own', async () => {
    const folder = await killedVault(3);
    const whole = readFileSync(journalOf(folder));
    writeFileSync(journalOf(folder), whole.subarray(0, -1));
    const opened = await openAgain(folder);
    expect(opened.vault.state.all('tags').size).toBe(3);
    expect(opened.notices).toEqual([]);
    await opened.vault.edit('createTag', { id: 'next', name: 'Next' });
    expect((await opened.reopen()).vault.state.all('tags').size).toBe(4);
  });

  test('a tail of zeros, as a power cut leaves it, is a torn tail', async () => {
    const folder = await killedVault(2);
    appendFileSync(journalOf(folder), Buffer.alloc(512));
    const { vault, notices } = await openAgain(folder);
    expect(vault.state.all('tags').size).toBe(2);
    expect(notices).toHaveLength(1);
    await vault.edit('createTag', { name: 'after' });
  });
});

describe('damage', () => {
  test('a changed line is refused, named, and nothing is written', async () => {
    const folder = await killedVault(3);
    const text = readFileSync(journalOf(folder), 'utf8');
    writeFileSync(journalOf(folder), text.replace('Tag 1', 'Tag 9'));
    const before = readdirSync(folder).sort();
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({
      code: 'vault-damaged',
      details: { problems: [expect.stringContaining('journal.ndjson, line 2')], goodSeq: 1 },
    });
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('also in the last line, when it is whole but not what was written', async () => {
    const folder = await killedVault(2);
    writeFileSync(journalOf(folder), readFileSync(journalOf(folder), 'utf8').replace('Tag 1', 'Tag 9'));
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  test.each([
    ['what still fits behind it', false, ['t0', 't2']],
    ['the last good point only', true, ['t0']],
  ])('accepted, the vault goes on with %s, and the files are set aside', async (_what, lastGoodPoint, kept) => {
    const folder = await killedVault(3);
    const damaged = readFileSync(journalOf(folder), 'utf8').replace('Tag 1', 'Tag 9');
    writeFileSync(journalOf(folder), damaged);
    const opened = await openAgain(folder, countedServices(), { acceptDamage: true, lastGoodPoint });
    expect([...opened.vault.state.all('tags').keys()]).toEqual(kept);
    const [place = ''] = readdirSync(path.join(folder, 'quarantine'));
    expect(readFileSync(path.join(folder, 'quarantine', place, 'journal.ndjson'), 'utf8')).toBe(damaged);
    expect(readFileSync(path.join(folder, 'quarantine', place, 'report.json'), 'utf8')).toContain('line 2');
    await opened.vault.edit('createTag', { id: 'new', name: 'New' });
    expect([...(await opened.reopen()).vault.state.all('tags').keys()]).toEqual([...kept, 'new']);
  });

  test('a line taken out of the middle is damage', async () => {
    const folder = await killedVault(3);
    const lines = readFileSync(journalOf(folder), 'utf8').split('\n');
    writeFileSync(journalOf(folder), [lines[0], lines[2], ''].join('\n'));
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  test('a line of another vault does not fit', async () => {
    const mine = await killedVault(1);
    let ids = 0;
    const other = await killedVault(2, countedServices({ newId: () => `other${(ids += 1)}` }));
    const foreign = readFileSync(journalOf(other), 'utf8').split('\n')[1] ?? '';
    appendFileSync(journalOf(mine), `${foreign}\n`);
    await expect(openVault(mine, countedServices())).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  test.each(['empty', 'cut', 'changed', 'gone'])(
    'a snapshot that is %s is rebuilt from the one before, without loss, when accepted',
    async (how) => {
      const { vault, folder } = await temporaryVault();
      await vault.edit('createTag', { id: 'a', name: 'A' });
      await vault.checkpoint();
      await vault.edit('createTag', { id: 'b', name: 'B' });
      await vault.close();
      const file = path.join(folder, 'vault.json');
      const text = readFileSync(file, 'utf8');
      if (how === 'gone') rmSync(file);
      else writeFileSync(file, { empty: '', cut: text.slice(0, text.length / 2), changed: text.replace('"B"', '"C"') }[how] ?? '');
      await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-damaged', details: { lostEntries: 0 } });
      const opened = await openAgain(folder, countedServices(), { acceptDamage: true });
      expect([...opened.vault.state.all('tags').values()].map((tag) => tag.name)).toEqual(['A', 'B']);
    },
  );

  test('an invalid record is named with its field', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { id: 'a', name: 'A' });
    await vault.close();
    const file = path.join(folder, 'vault.json');
    const data = parseSnapshot(readFileSync(file), 'vault.json');
    (data.records['tags']?.['a'] ?? {})['colour'] = 99;
    writeFileSync(file, formatSnapshot(data));
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({
      code: 'vault-damaged',
      details: { problems: [expect.stringContaining('“colour”')] },
    });
    // Its last form that held takes its place, once the person agrees.
    const opened = await openAgain(folder, countedServices(), { acceptDamage: true });
    expect(opened.vault.state.all('tags').get('a')).toMatchObject({ name: 'A' });
  });
});

describe('other folders and versions', () => {
  test('a folder without a vault, and one that is not there', async () => {
    const folder = temporaryFolder();
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-missing' });
    await expect(openVault(path.join(folder, 'none'), countedServices())).rejects.toMatchObject({ code: 'vault-missing' });
  });

  test('a folder that holds something is not made a vault', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'letter.txt'), 'dear');
    await expect(createVault(folder, 'x', countedServices())).rejects.toMatchObject({ code: 'conflict' });
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  test('a journal without any snapshot is damaged, not new', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'journal.ndjson'), 'x');
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  test('a newer version is refused and not touched', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.close();
    const file = path.join(folder, 'vault.json');
    const data: SnapshotData = { ...parseSnapshot(readFileSync(file), 'vault.json'), schemaVersion: 99 };
    writeFileSync(file, formatSnapshot(data));
    await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-newer', details: { version: 99 } });
    expect(readFileSync(file)).toEqual(formatSnapshot(data));
  });

  test('an older version is backed up, migrated and checked; undo begins anew', async () => {
    const folder = await killedVault(2);
    const shout: Migration = {
      to: 2,
      title: 'tags in capitals',
      migrate: (records) => ({
        ...records,
        tags: Object.fromEntries(
          Object.entries(records['tags'] ?? {}).map(([id, tag]) => [id, { ...tag, name: String(tag['name']).toUpperCase() }]),
        ),
      }),
    };
    const opened = await openAgain(folder, countedServices(), { migrations: [shout] });
    expect([...opened.vault.state.all('tags').values()].map((tag) => tag.name)).toEqual(['TAG 0', 'TAG 1']);
    expect(opened.vault.undoLabel).toBeNull();
    expect(opened.notices.join(' ')).toContain('backups/');
    const [backup = ''] = readdirSync(path.join(folder, 'backups'));
    expect(readFileSync(path.join(folder, 'backups', backup, 'journal.ndjson'), 'utf8')).toContain('Tag 1');
    await opened.vault.edit('createTag', { name: 'three' });
    const again = await opened.reopen({ migrations: [shout] });
    expect(again.notices).toEqual([]);
    expect(again.vault.state.all('tags').size).toBe(3);
  });
});
