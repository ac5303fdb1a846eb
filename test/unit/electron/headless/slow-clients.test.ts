// Others on this machine that are slow, silent or half gone keep the owner out for a moment at most, and change nothing (trust.md W10).
import { once } from 'node:events';
import net from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { requestText, sendRaw } from '#test/builders/raw-request';
import { type RunningCore, startCore } from '#test/builders/running-core';
import { type RunningHeadless, startTestHeadless } from '#test/builders/running-headless';

/** The real limits, made short. */
const SHORT = { headersMs: 300, requestMs: 600, keepAliveMs: 300, readerMs: 300, checkMs: 50 };
const CONNECTIONS = 64;
/** A file that no socket's buffer takes whole. */
const LARGE = 'x'.repeat(16 * 1024 * 1024);

let running: RunningCore;
let host: RunningHeadless;
let port = 0;
let own: [string, string][] = [];

beforeAll(async () => {
  running = await startCore('browser');
  host = await startTestHeadless({ core: running.core, patience: SHORT, pageFiles: { 'large.txt': LARGE } });
  port = host.headless.port;
  own = [['Host', `127.0.0.1:${port}`]];
});

afterAll(async () => {
  await host.stop();
  await running.stop();
});

/** Opens a connection and sends what is given. @returns the connection and the moment it is closed by the other side. */
async function connect(text: string, read = true): Promise<{ socket: net.Socket; closed: Promise<unknown> }> {
  const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  if (read) socket.resume();
  const closed = Promise.race([once(socket, 'close'), once(socket, 'end').then(() => socket.destroy())]);
  return { socket, closed };
}

const get = (target: string): string => requestText('GET', target, own);
const ownerGetsIn = async (): Promise<boolean> => (await sendRaw(port, get('/'))).status === 200;
const JSON_POST = (): string =>
  requestText('POST', '/session', [
    ...own,
    ['Origin', `http://127.0.0.1:${port}`],
    ['Content-Type', 'application/json'],
    ['Content-Length', '1000000'],
  ]);

describe('a connection is closed', () => {
  it.each([
    ['that says nothing', () => ''],
    ['that stops in the first line', () => 'GET / HT'],
    ['that stops in the headers', () => get('/').slice(0, -2)],
    ['that announces a body and sends a part', () => `${JSON_POST()}{"a":`],
    ['that sends chunks without an end', () => JSON_POST().replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked') + '1\r\n{\r\n'],
    ['that has its answer and asks nothing more', () => get('/')],
  ])('%s', async (_name, text) => {
    const begun = performance.now();
    const { closed } = await connect(text());
    await closed;
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it('that sends one byte of its headers at a time', async () => {
    const { socket, closed } = await connect('');
    const bytes = get('/').slice(0, -2).repeat(100);
    let sent = 0;
    const drip = setInterval(() => socket.write(bytes[(sent += 1)] ?? ''), 20);
    await closed;
    clearInterval(drip);
    expect(sent).toBeLessThan(100);
  });

  it('that closes its own half in the middle of a request', async () => {
    const { socket, closed } = await connect(get('/').slice(0, 20));
    socket.end();
    await closed;
  });

  it('that asks for a large file and does not read it', async () => {
    const { socket, closed } = await connect(get('/large.txt'), false);
    await new Promise((resolve) => setTimeout(resolve, 4 * SHORT.readerMs));
    socket.resume();
    let taken = 0;
    socket.on('data', (part) => (taken += part.length));
    await closed;
    expect(taken).toBeLessThan(LARGE.length);
  });
});

describe('the owner gets in again', () => {
  it.each([
    ['silent connections', '', true],
    ['connections that read nothing', '/large.txt', false],
  ])('after as many %s as there may be', async (_name, target, read) => {
    const held = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect(target === '' ? '' : get(target), read)));
    await expect.poll(ownerGetsIn, { timeout: 8000, interval: 100 }).toBe(true);
    for (const { socket } of held) socket.destroy();
  });

  it('while a large file is read slowly but steadily, which is allowed', async () => {
    const begun = performance.now();
    const { socket } = await connect(get('/large.txt'), false);
    let taken = 0;
    socket.on('data', (part) => {
      taken += part.length;
      socket.pause();
      setTimeout(() => socket.resume(), 2);
    });
    expect(await ownerGetsIn()).toBe(true);
    await expect.poll(() => taken, { timeout: 30_000 }).toBeGreaterThanOrEqual(LARGE.length);
    expect(performance.now() - begun).toBeGreaterThan(SHORT.readerMs);
    socket.destroy();
  });
});
