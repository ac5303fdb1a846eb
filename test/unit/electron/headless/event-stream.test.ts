// The event line of a window: resumes where it broke, says when it cannot, shows that it is alive, ends with its session.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { createEmitter } from '#shared/lib/emitter';
import type { CoreEvent } from '#shared/rpc/answers';
import type { EventLine } from '#shared/rpc/numbered-event';

import { EventStream, type EventStreamOptions } from '../../../../electron/headless/event-stream.ts';

let stop: (() => void) | null = null;
afterEach(() => stop?.());

const progress = (done: number): CoreEvent => ({ type: 'progress', jobId: 'j', done, total: 99, message: '' });

async function startStream(options: EventStreamOptions = {}, stillAllowed: () => boolean = () => true) {
  const events = createEmitter<CoreEvent>();
  const stream = new EventStream(events, { heartbeatMs: 20, ...options });
  const server: Server = createServer((request, response) => {
    const after = new URL(request.url ?? '/', 'http://x').searchParams.get('after');
    stream.attach(response, after === null ? null : Number(after), stillAllowed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => {
    stream.close();
    server.closeAllConnections();
    server.close();
  };
  return { events, stream, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Reads lines until one satisfies the test, or the line ends. */
async function linesUntil(address: string, enough: (lines: EventLine[]) => boolean): Promise<{ lines: EventLine[]; ended: boolean }> {
  const response = await fetch(address);
  const lines: EventLine[] = [];
  let rest = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const pieces = (rest + part).split('\n');
    rest = pieces.pop() ?? '';
    lines.push(...pieces.map((piece) => JSON.parse(piece) as EventLine));
    if (enough(lines)) return { lines, ended: false };
  }
  return { lines, ended: true };
}

const atLeast = (count: number) => (lines: EventLine[]) => lines.length >= count;
const kinds = (lines: EventLine[]): string[] =>
  lines.map((line) => `${line.kind} ${line.id}`).filter((line) => !line.startsWith('heartbeat'));

describe('EventStream', () => {
  it('begins a new window at the present', async () => {
    const { events, origin } = await startStream();
    events.emit(progress(1));
    const { lines } = await linesUntil(origin, atLeast(1));
    expect(kinds(lines)).toEqual(['hello 1']);
  });

  it('gives a returning window what it missed, in order', async () => {
    const { events, origin } = await startStream();
    for (let done = 1; done <= 5; done += 1) events.emit(progress(done));
    const { lines } = await linesUntil(`${origin}/?after=2`, atLeast(4));
    expect(kinds(lines)).toEqual(['hello 2', 'event 3', 'event 4', 'event 5']);
    expect(lines.filter((line) => line.kind === 'event').map((line) => line.event)).toEqual([3, 4, 5].map(progress));
  });

  it('says so when what was missed is gone, by number or by size', async () => {
    const byNumber = await startStream({ keepEvents: 3 });
    for (let done = 1; done <= 5; done += 1) byNumber.events.emit(progress(done));
    expect(kinds((await linesUntil(`${byNumber.origin}/?after=1`, atLeast(2))).lines)).toEqual(['hello 5', 'resync 5']);
    expect(kinds((await linesUntil(`${byNumber.origin}/?after=2`, atLeast(4))).lines)).toEqual([
      'hello 2',
      'event 3',
      'event 4',
      'event 5',
    ]);
    stop?.();
    const bySize = await startStream({ keepBytes: 500 });
    bySize.events.emit({ ...progress(1), message: 'x'.repeat(1000) } as CoreEvent);
    expect(kinds((await linesUntil(`${bySize.origin}/?after=0`, atLeast(2))).lines)).toEqual(['hello 1', 'resync 1']);
  });

  it('does not believe a window that has heard more than was said', async () => {
    const { origin } = await startStream();
    expect(kinds((await linesUntil(`${origin}/?after=7`, atLeast(2))).lines)).toEqual(['hello 0', 'resync 0']);
  });

  it('beats while nothing happens', async () => {
    const { origin } = await startStream();
    const { lines } = await linesUntil(origin, atLeast(3));
    expect(lines.slice(1).map((line) => line.kind)).toEqual(['heartbeat', 'heartbeat']);
  });

  it('ends the line when the session is locked', async () => {
    let allowed = true;
    const { origin } = await startStream({}, () => allowed);
    setTimeout(() => (allowed = false), 50);
    const { ended } = await linesUntil(origin, () => false);
    expect(ended).toBe(true);
  });

  it('ends every line when it is closed, and hears nothing afterwards', async () => {
    const { events, stream, origin } = await startStream();
    setTimeout(() => stream.close(), 30);
    expect((await linesUntil(origin, () => false)).ended).toBe(true);
    events.emit(progress(1));
    expect(stream.lastId).toBe(0);
  });
});
