// The browser's transport when the line breaks, the host is gone, or the window is locked.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openSession } from '#renderer/platform/session';
import { connectHttp, type Fetch } from '#renderer/platform/transport-http';
import type { Transport, TransportEvent } from '#shared/rpc/transport';
import { type RunningCore, startCore } from '#test/builders/running-core';
import { memoryStorage, pageFetch, type RunningHeadless, startTestHeadless } from '#test/builders/running-headless';

const MINUTE = 60_000;

let running: RunningCore;
let host: RunningHeadless;
let time = 0;
let transport: Transport | null = null;

beforeEach(async () => {
  time = 0;
  running = await startCore('browser');
  host = await startTestHeadless({ core: running.core, auth: { now: () => time }, events: { keepEvents: 5, heartbeatMs: 30 } });
});

afterEach(async () => {
  transport?.close();
  transport = null;
  await host.stop();
  await running.stop();
});

/** A network that can be cut: running answers end in an error, new ones do not begin. */
function cuttableNetwork() {
  const request = pageFetch(host.headless.origin);
  let running = new AbortController();
  let open = true;
  const fetch: Fetch = (place, init) => {
    if (!open) return Promise.reject(new TypeError('fetch failed'));
    return request(place, { ...init, signal: AbortSignal.any([running.signal, ...(init.signal ? [init.signal] : [])]) });
  };
  return {
    fetch,
    cut: () => {
      open = false;
      running.abort();
      running = new AbortController();
    },
    mend: () => void (open = true),
  };
}

async function connect(fetch: Fetch): Promise<{ window: Transport; heard: TransportEvent[] }> {
  const { hash, pathname } = new URL(host.headless.newAddress());
  const session = await openSession({
    location: { hash, pathname },
    history: { replaceState: () => undefined },
    storage: memoryStorage(),
    fetch,
  });
  const window = await connectHttp({ fetch, session, retryMs: () => 15 });
  const heard: TransportEvent[] = [];
  window.subscribe((event) => heard.push(event));
  transport = window;
  return { window, heard };
}

const states = (heard: TransportEvent[]): string[] => heard.filter((event) => event.type === 'connection').map((event) => event.state);
const progressOf = (heard: TransportEvent[]): number[] => heard.filter((event) => event.type === 'progress').map((event) => event.done);
const progress = (done: number): void => running.core.events.emit({ type: 'progress', jobId: 'j', done, total: 99, message: '' });

describe('a broken line', () => {
  it('is mended, and what happened meanwhile is heard in order, once', async () => {
    const network = cuttableNetwork();
    const { heard } = await connect(network.fetch);
    progress(1);
    await vi.waitFor(() => expect(progressOf(heard)).toEqual([1]));
    network.cut();
    await vi.waitFor(() => expect(states(heard)).toEqual(['lost']));
    for (const done of [2, 3, 4]) progress(done);
    network.mend();
    await vi.waitFor(() => expect(progressOf(heard)).toEqual([1, 2, 3, 4]));
    expect(states(heard)).toEqual(['lost', 'connected']);
  });

  it('that was broken too long leaves a gap, which the window is told of by connected after lost', async () => {
    const network = cuttableNetwork();
    const { window, heard } = await connect(network.fetch);
    network.cut();
    await vi.waitFor(() => expect(states(heard)).toEqual(['lost']));
    for (let done = 1; done <= 20; done += 1) progress(done);
    network.mend();
    await vi.waitFor(() => expect(states(heard)).toEqual(['lost', 'connected']));
    expect(progressOf(heard)).toEqual([]);
    progress(21);
    await window.call('app.status', {});
    expect(progressOf(heard)).toEqual([21]);
  });

  it('rejects calls with a sentence and takes them again afterwards', async () => {
    const network = cuttableNetwork();
    const { window, heard } = await connect(network.fetch);
    network.cut();
    await expect(window.call('app.status', {})).rejects.toMatchObject({
      details: { kind: 'connection' },
      message: expect.stringContaining('Everything it had confirmed is saved'),
    });
    network.mend();
    await vi.waitFor(() => expect(states(heard).at(-1)).toBe('connected'));
    expect((await window.call('app.status', {})).version).toBe('0.0.0-test');
  });
});

describe('a locked window', () => {
  it('says so on the next call and does not knock again', async () => {
    let asked = 0;
    const request = pageFetch(host.headless.origin);
    const { window, heard } = await connect((place, init) => {
      if (place.startsWith('/events')) asked += 1;
      return request(place, init);
    });
    time += 31 * MINUTE;
    await expect(window.call('app.status', {})).rejects.toMatchObject({ code: 'not-allowed', message: expect.stringContaining('locked') });
    await vi.waitFor(() => expect(states(heard)).toEqual(['lost', 'locked']));
    await vi.waitFor(() => expect(asked).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(asked).toBe(2);
  });

  it('cannot be opened with a session that is not known', async () => {
    await expect(connectHttp({ fetch: pageFetch(host.headless.origin), session: 'A'.repeat(43) })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('a host that is gone', () => {
  it('is told from a refusal, at the start and later', async () => {
    const { window, heard } = await connect(pageFetch(host.headless.origin));
    await host.headless.close();
    await vi.waitFor(() => expect(states(heard)).toEqual(['lost']));
    await expect(window.call('app.status', {})).rejects.toMatchObject({ details: { kind: 'connection' } });
    await expect(connectHttp({ fetch: pageFetch(host.headless.origin), session: 'x' })).rejects.toMatchObject({
      details: { kind: 'connection' },
    });
  });
});

describe('a listener that fails', () => {
  it('shows as a fault of the window and leaves the line standing', async () => {
    const { window, heard } = await connect(pageFetch(host.headless.origin));
    const faults: unknown[] = [];
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error) => faults.push(error));
    try {
      const stop = window.subscribe(() => {
        throw new Error('listener');
      });
      progress(1);
      await vi.waitFor(() => expect(faults).toHaveLength(1));
      stop();
      progress(2);
      await vi.waitFor(() => expect(progressOf(heard)).toEqual([1, 2]));
      expect(states(heard)).toEqual([]);
    } finally {
      process.removeAllListeners('uncaughtException');
      for (const other of others) process.on('uncaughtException', other);
    }
  });
});
