// The lock: who holds it, when it is stale, who may take it over, and what happens to a writer that has lost it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { nodeDisk } from '#core/vault/disk';
import { type LockHolder, takeLock } from '#core/vault/lock';
import { openVault } from '#core/vault/open-vault';
import { livenessOf, thisProcess } from '#core/vault/process-identity';

import { countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';

const now = '2026-01-01T00:00:00.000Z';
const lockOf = (folder: string): string => path.join(folder, '.lock');
const held = (fields: Partial<LockHolder> = {}): string => JSON.stringify({ ...thisProcess(), nonce: 'theirs', since: now, ...fields });

/** A closed study with a lock left in it. */
async function studyWithLock(fields: Partial<LockHolder>): Promise<string> {
  const { vault, folder } = await temporaryVault();
  await vault.edit('createTag', { id: 'a', name: 'A' });
  await vault.close();
  writeFileSync(lockOf(folder), held(fields));
  return folder;
}

/** A process that runs until the test is over. */
function otherProcess(): { pid: number; stop(): void } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  return { pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') };
}

describe('whose process it is', () => {
  test('this one is running, one that was never there is gone', () => {
    expect(livenessOf(thisProcess())).toBe('running');
    expect(livenessOf({ ...thisProcess(), pid: 999_999_999 })).toBe('gone');
  });

  test('a pid that was given again is another process', () => {
    expect(livenessOf({ ...thisProcess(), processStart: '1' })).toBe('gone');
  });

  test('after a restart of the machine nothing of before is running', () => {
    expect(livenessOf({ ...thisProcess(), boot: 'another' })).toBe('gone');
  });

  test('another machine, another container, or a system that tells too little: nobody knows', () => {
    expect(livenessOf({ ...thisProcess(), machine: 'another' })).toBe('unsure');
    expect(livenessOf({ ...thisProcess(), machine: '', host: 'elsewhere' })).toBe('unsure');
    expect(livenessOf({ ...thisProcess(), container: 'another' })).toBe('unsure');
    expect(livenessOf({ ...thisProcess(), processStart: '' })).toBe('unsure');
  });

  test.runIf(process.platform !== 'win32')('a stopped process, as in a sleeping computer, is running', async () => {
    const other = otherProcess();
    try {
      const ours = thisProcess();
      const folder = await studyWithLock({ pid: other.pid, processStart: startOf(other.pid) || ours.processStart });
      process.kill(other.pid, 'SIGSTOP');
      await expect(openVault(folder, countedServices())).rejects.toMatchObject({
        code: 'vault-locked',
        details: { pid: other.pid, mayTakeOver: false },
      });
    } finally {
      other.stop();
    }
  });
});

function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

describe('taking over', () => {
  test('a lock of another computer is taken over only when the person says so, and only that lock', async () => {
    const folder = await studyWithLock({ machine: 'another', host: 'elsewhere' });
    const refusal = { code: 'vault-locked', details: { host: 'elsewhere', nonce: 'theirs', mayTakeOver: true } };
    await expect(openVault(folder, countedServices())).rejects.toMatchObject(refusal);
    await expect(openVault(folder, countedServices(), { takeOver: 'another nonce' })).rejects.toMatchObject(refusal);
    const { vault } = await openAgain(folder, countedServices(), { takeOver: 'theirs' });
    await vault.edit('createTag', { name: 'B' });
    expect(vault.state.all('tags').size).toBe(2);
  });

  test('a lock of a running process is not taken over, whatever is said', async () => {
    const { folder } = await temporaryVault();
    const { nonce } = JSON.parse(readFileSync(lockOf(folder), 'utf8')) as LockHolder;
    await expect(openVault(folder, countedServices(), { takeOver: nonce })).rejects.toMatchObject({ code: 'vault-locked' });
  });

  test.each(['', '{"pid":', '\0\0\0\0', '[]', '{"pid":"x"}'])('a lock that says nothing (%j) is a leftover', async (content) => {
    const folder = await studyWithLock({});
    writeFileSync(lockOf(folder), content);
    expect((await openAgain(folder)).vault.seq).toBe(1);
  });

  test('of many that see a dead lock at once exactly one gets it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const file = path.join(temporaryFolder(), '.lock');
      writeFileSync(file, round % 2 === 0 ? held({ pid: 999_999_999 }) : '');
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(nodeDisk, file, { now })));
      expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      expect(readdirSync(path.dirname(file))).toEqual(['.lock']);
    }
  });
});

describe('a writer that has lost its place', () => {
  /** Long enough for the lock to be looked at again. */
  const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));

  test('whose lock was taken over by another program writes no more', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    writeFileSync(lockOf(folder), held());
    await aMoment();
    const journal = readFileSync(path.join(folder, 'journal.ndjson'));
    await expect(vault.edit('createTag', { name: 'B' })).rejects.toMatchObject({ code: 'read-only' });
    await expect(vault.checkpoint()).rejects.toMatchObject({ code: 'read-only' });
    expect(vault.readOnlyReason?.message).toContain('taken this study over');
    expect(vault.state.all('tags').size).toBe(1);
    await vault.close();
    expect(readFileSync(path.join(folder, 'journal.ndjson'))).toEqual(journal);
    expect(JSON.parse(readFileSync(lockOf(folder), 'utf8'))).toMatchObject({ nonce: 'theirs' });
  });

  test('whose journal another program has written to writes no more', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    writeFileSync(path.join(folder, 'journal.ndjson'), 'other lines\n', { flag: 'a' });
    await expect(vault.edit('createTag', { name: 'B' })).rejects.toMatchObject({ code: 'read-only' });
    expect(readFileSync(path.join(folder, 'journal.ndjson'), 'utf8')).toMatch(/other lines\n$/);
  });

  test('whose folder was renamed refuses, writes nothing anywhere, and goes on when it is back', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    const before = readFileSync(path.join(moved, 'journal.ndjson'));
    await expect(vault.edit('createTag', { name: 'B' })).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('moved, renamed or removed'),
    });
    await expect(vault.checkpoint()).rejects.toMatchObject({ code: 'read-only' });
    await expect(vault.transcripts.write('s1', 1, { turns: [] })).rejects.toMatchObject({ code: 'read-only' });
    await expect(vault.mend()).rejects.toMatchObject({ code: 'read-only' });
    expect(existsSync(folder)).toBe(false);
    expect(readFileSync(path.join(moved, 'journal.ndjson'))).toEqual(before);
    renameSync(moved, folder);
    await vault.mend();
    await vault.edit('createTag', { name: 'C' });
    expect([...vault.state.all('tags').values()].map((tag) => tag.name)).toEqual(['A', 'C']);
  });

  test('whose folder was removed refuses and makes no new one', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    // The mark of what is saved may just be made in it.
    rmSync(folder, { recursive: true, maxRetries: 10 });
    await expect(vault.edit('createTag', { name: 'B' })).rejects.toMatchObject({ code: 'read-only' });
    await vault.close();
    expect(existsSync(folder)).toBe(false);
  });

  test('whose folder was replaced by another study does not write into that one', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    await vault.checkpoint();
    renameSync(folder, `${folder}-moved`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'journal.ndjson'), 'the other study\n');
    await aMoment();
    await expect(vault.edit('createTag', { name: 'B' })).rejects.toMatchObject({ code: 'read-only' });
    expect(readFileSync(path.join(folder, 'journal.ndjson'), 'utf8')).toBe('the other study\n');
  });
});

test('clocks that jump change neither order nor undo', async () => {
  const times = ['2026-05-01', '2025-05-01', '2036-05-01', '2026-05-01', '2026-05-01'].map((day) => `${day}T12:00:00.000Z`);
  let asked = 0;
  const services = countedServices({ now: () => times[(asked += 1) % times.length] ?? now });
  let opened = await temporaryVault(services);
  for (const name of ['A', 'B', 'C', 'D']) await opened.vault.edit('createTag', { name });
  await opened.vault.checkpoint();
  await opened.vault.undo();
  opened = await opened.reopen();
  expect([...opened.vault.state.all('tags').values()].map((tag) => tag.name)).toEqual(['A', 'B', 'C']);
  expect(opened.vault.undoLabel).toBe('Create tag C');
  expect(opened.vault.seq).toBe(5);
});

test('the lock shows neither the machine’s identifiers nor more than people need', async () => {
  const { folder } = await temporaryVault();
  const text = readFileSync(lockOf(folder), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ pid: process.pid, host: os.hostname() });
  const machine = existsSync('/etc/machine-id') ? readFileSync('/etc/machine-id', 'utf8').trim() : '';
  if (machine !== '') expect(text).not.toContain(machine);
});
