// The loopback host over real sockets: who gets in, what comes back, and that refused requests change nothing.
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { securityHeaders } from '#core/services/security-headers';
import { climbingPaths } from '#test/builders/hostile-addresses';
import { requestText, sendRaw } from '#test/builders/raw-request';
import { type RunningCore, startCore } from '#test/builders/running-core';
import { type RunningHeadless, startTestHeadless } from '#test/builders/running-headless';

import { createLoopbackServer } from '../../../../electron/headless/loopback-server.ts';

let running: RunningCore;
let host: RunningHeadless;
let port = 0;
let session = '';
let entries = 0;
/** The host's clock: wrong tokens of earlier tests are forgotten by moving it on. */
let minutes = 0;

const startTokenOf = (address: string): string => address.split('#start=')[1] ?? '';

async function signIn(token: string): Promise<{ status: number; session: string }> {
  const answer = await sendRaw(port, requestText('POST', '/session', pageHeaders([['Authorization', `Plumbline-Start ${token}`]]), '{}'));
  return { status: answer.status, session: answer.status === 200 ? (JSON.parse(answer.body) as { session: string }).session : '' };
}

/** What a page of this host sends. */
function pageHeaders(more: (readonly [string, string])[] = []): (readonly [string, string])[] {
  const own = `127.0.0.1:${port}`;
  return [['Host', own], ['Origin', `http://${own}`], ['Sec-Fetch-Site', 'same-origin'], ['Content-Type', 'application/json'], ...more];
}

beforeAll(async () => {
  running = await startCore('browser');
  host = await startTestHeadless({ core: running.core, auth: { now: () => minutes * 60_000 } });
  port = host.headless.port;
  session = (await signIn(startTokenOf(host.headless.newAddress()))).session;
  await running.core.handlers['vault.create']({ folder: path.join(running.folder, 'Table.plumb'), name: 'Table' });
  running.core.events.subscribe((event) => void (event.type === 'entry' && (entries += 1)));
});

beforeEach(() => void (minutes += 2));

afterAll(async () => {
  await host.stop();
  await running.stop();
});

describe('who gets in', () => {
  const BODY = JSON.stringify({ edit: 'addMemo', input: { title: 'Written by a request' } });

  // All combinations of host, origin, site, method, token and type: test/contract/request-matrix.test.ts.
  it('writes by no other method', async () => {
    const before = entries;
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND']) {
      const headers = pageHeaders([['Authorization', `Bearer ${session}`]]);
      const { status } = await sendRaw(port, requestText(method, '/rpc/vault.edit', headers, BODY));
      expect(status, method).toBeGreaterThanOrEqual(400);
      expect(status, method).toBeLessThan(500);
    }
    expect(entries).toBe(before);
  });

  it('never allows another origin to ask', async () => {
    const preflight = [
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', 'authorization'],
    ] as const;
    for (const target of ['/', '/rpc/vault.edit', '/session', '/events']) {
      const answer = await sendRaw(port, requestText('OPTIONS', target, pageHeaders([...preflight])));
      expect(answer.status).toBe(403);
      expect([...answer.headers.keys()].filter((header) => header.startsWith('access-control'))).toEqual([]);
    }
  });

  it('opens no web socket', async () => {
    const upgrade: [string, string][] = [
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ];
    expect((await sendRaw(port, requestText('GET', '/events', pageHeaders(upgrade)))).status).toBe(403);
  });

  it('listens on 127.0.0.1 alone', async () => {
    const others = Object.values(os.networkInterfaces())
      .flatMap((list) => list ?? [])
      .map((face) => face.address)
      .filter((address) => address !== '127.0.0.1');
    const reached = await Promise.all([...others, '::1', '127.0.0.2'].map((address) => canConnect(port, address)));
    expect(reached.filter(Boolean)).toEqual([]);
    expect(await canConnect(port, '127.0.0.1')).toBe(true);
  });
});

describe('signing in', () => {
  it('gives one session for one start token', async () => {
    const token = startTokenOf(host.headless.newAddress());
    expect((await signIn(token)).status).toBe(200);
    expect((await signIn(token)).status).toBe(401);
  });

  it('puts the token into the fragment, which browsers never send', () => {
    const address = new URL(host.headless.newAddress());
    expect(address.origin).toBe(`http://127.0.0.1:${port}`);
    expect(address.hash).toMatch(/^#start=[\w-]{43}$/);
    expect(address.pathname + address.search).toBe('/');
  });
});

describe('files', () => {
  it('serves the page and its files', async () => {
    const page = await sendRaw(port, requestText('GET', '/', [['Host', `127.0.0.1:${port}`]]));
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const script = await sendRaw(port, requestText('GET', '/assets/app.js', [['Host', `127.0.0.1:${port}`]]));
    expect([script.status, script.body]).toEqual([200, 'document.title = "page";']);
  });

  it('answers 4xx to every climbing path', async () => {
    const paths = climbingPaths().map((place) => place.replace(/[\u0080-\uffff]/g, encodeURIComponent));
    const found: string[] = [];
    for (const place of paths) {
      const { status } = await sendRaw(port, requestText('GET', place, [['Host', `127.0.0.1:${port}`]]));
      if (status < 400 || status >= 500) found.push(`${place}: ${status}`);
    }
    expect(paths.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });
});

describe('answers', () => {
  it('carry every security header, whatever they say', async () => {
    const own: [string, string][] = [['Host', `127.0.0.1:${port}`]];
    const answers = [
      await sendRaw(port, requestText('GET', '/', own)),
      await sendRaw(port, requestText('GET', '/nothing', own)),
      await sendRaw(port, requestText('GET', '/', [['Host', 'rebind.test']])),
      await sendRaw(port, requestText('POST', '/rpc/app.status', pageHeaders([['Authorization', `Bearer ${session}`]]), '{}')),
      await sendRaw(port, requestText('POST', '/rpc/app.status', pageHeaders(), '{}')),
      await sendRaw(port, 'NOT HTTP\r\n\r\n'),
      await sendRaw(port, requestText('GET', '/', [...own, ['X-Long', 'x'.repeat(20_000)]])),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 421, 200, 401, 400, 400]);
    for (const answer of answers) expect(Object.fromEntries(answer.headers)).toMatchObject(securityHeaders('browser'));
    // Nothing else: no server's name, no version, no cookie.
    const usual = ['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'plumbline-event-id'];
    const others = answers.flatMap((answer) => [...answer.headers.keys()].filter((name) => !(name in securityHeaders('browser'))));
    expect([...new Set(others)].filter((name) => !usual.includes(name))).toEqual([]);
    for (const answer of answers.filter(({ status }) => status !== 200)) expect(answer.body).not.toMatch(/plumbline|node|\d+\.\d+\.\d+/i);
  });

  it('say of an error its code and an id, and nothing of what was sent', async () => {
    const secret = 'Maria said the price was a shock';
    const answer = await sendRaw(
      port,
      requestText('POST', '/rpc/vault.edit', pageHeaders([['Authorization', `Bearer ${session}`]]), `{"edit": ${secret}`),
    );
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ code: 'bad-request', id: expect.stringMatching(/^[0-9a-f]{8}$/) });
  });
});

describe('limits', () => {
  const signedIn = (): (readonly [string, string])[] => pageHeaders([['Authorization', `Bearer ${session}`]]);

  it('stop a body that is announced too long before it is sent', async () => {
    const head = requestText('POST', '/rpc/vault.edit', [...signedIn(), ['Content-Length', String(9 * 1024 * 1024)]]);
    expect((await sendRaw(port, head)).status).toBe(413);
  });

  it('stop a body that grows without announcing it', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const head = requestText('POST', '/rpc/vault.edit', [...signedIn(), ['Transfer-Encoding', 'chunked']]);
    const { status } = await sendRaw(port, head + chunk.repeat(140));
    expect(status).toBe(413);
  });

  it('let a file of an import be larger than any other message', async () => {
    const input = JSON.stringify({ fileName: 'long.txt', base64: Buffer.from('Maria: Yes.\n'.repeat(900_000)).toString('base64') });
    expect(input.length).toBeGreaterThan(8 * 1024 * 1024);
    const answer = await sendRaw(port, requestText('POST', '/rpc/import.discard', signedIn(), input));
    expect(answer.status).toBe(413);
    const accepted = await sendRaw(port, requestText('POST', '/rpc/import.inspect', signedIn(), input.slice(0, -1)));
    expect(accepted.status, 'read to its end, then found to be broken JSON').toBe(400);
  });

  it('are set on the server: few connections, short patience', () => {
    const server = createLoopbackServer({}, () => undefined);
    expect(server.maxConnections).toBe(64);
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(60_000);
  });
});

function canConnect(target: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port: target, host: address, timeout: 1000 });
    const finish = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
    socket.on('timeout', () => finish(false));
  });
}
