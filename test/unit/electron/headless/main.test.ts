// The loopback host as a program: what it prints, how it stops, what it says when it cannot start.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { openSession } from '#renderer/platform/session';
import { connectHttp } from '#renderer/platform/transport-http';
import { ensureBuilt, REPOSITORY } from '#test/builders/built-output';
import { startCore } from '#test/builders/running-core';
import { memoryStorage, pageFetch } from '#test/builders/running-headless';

let folder = '';
let running: ChildProcess[] = [];

beforeAll(async () => {
  ensureBuilt();
  folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-main-'));
  const { core, stop } = await startCore();
  await core.handlers['vault.create']({ folder: path.join(folder, 'Kept.plumb'), name: 'Kept' });
  await stop();
}, 120_000);

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  output(): string;
  errors(): string;
  ended: Promise<number | null>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [path.join(REPOSITORY, 'electron/headless/main.ts'), ...args], {
    env: { ...process.env, PLUMBLINE_DATA: path.join(folder, 'data'), PLUMBLINE_NO_OPEN: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.push(child);
  let output = '';
  let errors = '';
  child.stdout?.on('data', (part) => (output += String(part)));
  child.stderr?.on('data', (part) => (errors += String(part)));
  return { child, output: () => output, errors: () => errors, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

async function address(started: Run): Promise<URL> {
  await expect.poll(started.output, { timeout: 20_000 }).toContain('#start=');
  return new URL(/http:\/\/\S+/.exec(started.output())?.[0] ?? '');
}

describe('electron/headless/main.ts', () => {
  it('prints one line with an address that opens the study, and gives the study back on a signal', async () => {
    const vault = path.join(folder, 'Kept.plumb');
    const started = run('--vault', vault);
    const { origin, hash, pathname } = await address(started);
    expect(started.output().trim().split('\n')).toHaveLength(1);
    const fetch = pageFetch(origin);
    const session = await openSession({
      location: { hash, pathname },
      history: { replaceState: () => undefined },
      storage: memoryStorage(),
      fetch,
    });
    const window = await connectHttp({ fetch, session });
    const status = await window.call('app.status', {});
    expect(status).toMatchObject({ host: 'browser', version: expect.stringMatching(/^\d+\.\d+\.\d+$/), vault: { name: 'Kept' } });
    expect(await readdir(vault)).toContain('.lock');
    window.close();
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(await readdir(vault)).not.toContain('.lock');
    expect(started.errors()).toBe('');
  });

  it.each(['SIGINT', 'SIGHUP'] as const)('stops cleanly on %s, also when it comes twice at once', async (signal) => {
    const started = run();
    await address(started);
    started.child.kill(signal);
    started.child.kill(signal);
    expect(await started.ended).toBe(0);
  });

  it('stops by itself when nobody uses it for the time that was set, and gives the study back', async () => {
    const vault = path.join(folder, 'Kept.plumb');
    const started = run('--vault', vault, '--stop-after', '0.02');
    expect(await started.ended).toBe(0);
    expect(started.output()).toContain('Everything is saved.');
    expect(await readdir(vault)).not.toContain('.lock');
  });

  it('stops when the program that started it is gone', async () => {
    const started = run();
    await address(started);
    started.child.disconnect();
    expect(await started.ended).toBe(0);
  });

  it.each([
    [['--port', 'many'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--host', '0.0.0.0'], 'Unknown option'],
    [['stray'], 'Usage:'],
    [['--vault', path.join(os.tmpdir(), 'no-such-study.plumb')], ''],
  ])('says in a sentence why it does not start with %j', async (args, words) => {
    const started = run(...args);
    expect(await started.ended).toBe(1);
    expect(started.output()).toBe('');
    expect(started.errors()).toContain(words);
    expect(started.errors().trim().split('\n')).toHaveLength(1);
    expect(started.errors()).not.toMatch(/\bat .*:\d+:\d+|defect/);
  });

  it('says when the port is taken, and leaves no lock behind', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const started = run('--port', String(port), '--vault', path.join(folder, 'Kept.plumb'));
    expect(await started.ended).toBe(1);
    expect(started.errors()).toContain(`Port ${port} is in use`);
    expect(await readdir(path.join(folder, 'Kept.plumb'))).not.toContain('.lock');
    other.close();
  });
});
