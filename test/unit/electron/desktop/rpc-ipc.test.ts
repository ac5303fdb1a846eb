// E6, E7, E8: every channel refuses every sender but the page's main frame and every message that is not plain and small.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createEmitter } from '#shared/lib/emitter';
import type { CoreEvent } from '#shared/rpc/answers';
import type { Handlers } from '#shared/rpc/contract';

vi.mock('electron', () => import('#test/builders/fake-electron'));

const electron = await import('#test/builders/fake-electron');
const { connectIpcLine } = await import('../../../../electron/desktop/rpc-ipc.ts');

/** Counts what got through; the methods themselves are tested over a real core in test/contract. */
function connect() {
  const reached: unknown[] = [];
  const handlers = new Proxy({}, { get: () => async (input: unknown) => void reached.push(input) }) as Handlers;
  const events = createEmitter<CoreEvent>();
  const { webContents } = new electron.BrowserWindow({});
  const line = connectIpcLine({ handlers, events }, () =>
    webContents.destroyed ? null : (webContents as unknown as Electron.WebContents),
  );
  const fromPage = { sender: webContents, senderFrame: webContents.mainFrame as unknown };
  return { reached, events, webContents, line, fromPage };
}

const STATUS = { method: 'app.status', input: {} };

beforeEach(() => electron.resetElectron());

describe('senders', () => {
  it('other than the page’s main frame are refused and reach nothing', async () => {
    const { reached, webContents, fromPage } = connect();
    const frame = (url: string, origin: string) => Object.assign(webContents.mainFrame, { url, origin }) && fromPage;
    const own = { url: 'app://plumbline/', origin: 'app://plumbline', parent: null };
    const elsewhere = new electron.BrowserWindow({}).webContents;
    const hostile: Record<string, { sender: unknown; senderFrame: unknown }> = {
      'no frame': { sender: webContents, senderFrame: null },
      'a frame inside the page': { sender: webContents, senderFrame: { ...own, parent: webContents.mainFrame } },
      'another window': { sender: elsewhere, senderFrame: elsewhere.mainFrame },
      'another window’s frame in our name': { sender: webContents, senderFrame: elsewhere.mainFrame },
      'our frame in another’s name': { sender: elsewhere, senderFrame: webContents.mainFrame },
    };
    for (const [who, event] of Object.entries(hostile)) {
      await expect(electron.invokeFrom(event, 'rpc', STATUS), who).rejects.toThrow('refused');
    }
    const places: [string, string][] = [
      ['https://evil.test/', 'https://evil.test'],
      ['app://bundle.evil/', 'app://bundle.evil'],
      ['app://plumbline.evil.test/', 'app://plumbline.evil.test'],
      ['app://plumbline/other.html', 'app://plumbline'],
      ['app://plumbline/?x', 'app://plumbline'],
      ['about:blank', 'app://plumbline'],
      ['', 'app://plumbline'],
      ['app://plumbline/', 'null'],
      ['app://plumbline/', 'https://evil.test'],
      ['file:///etc/passwd', 'file://'],
      ['data:text/html,x', 'null'],
    ];
    for (const [url, origin] of places)
      await expect(electron.invokeFrom(frame(url, origin), 'rpc', STATUS), url).rejects.toThrow('refused');
    expect(reached).toEqual([]);
    await electron.invokeFrom(frame('app://plumbline/#board', 'app://plumbline'), 'rpc', STATUS);
    expect(reached).toHaveLength(1);
  });

  it('are refused when the window is gone', async () => {
    const { reached, webContents, fromPage } = connect();
    webContents.destroyed = true;
    await expect(electron.invokeFrom(fromPage, 'rpc', STATUS)).rejects.toThrow('refused');
    expect(reached).toEqual([]);
  });
});

describe('messages', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'app.status'],
    ['a list', ['app.status', {}]],
    ['no method', { input: {} }],
    ['a method that is no text', { method: { toString: 'app.status' }, input: {} }],
    ['a method longer than any', { method: 'a'.repeat(65), input: {} }],
    ['more than asked for', { ...STATUS, more: 1 }],
  ])('%s is refused without an answer', async (_name, message) => {
    const { reached, fromPage } = connect();
    await expect(electron.invokeFrom(fromPage, 'rpc', message)).rejects.toThrow('refused');
    expect(reached).toEqual([]);
  });

  it('several at once are refused', async () => {
    const { reached, fromPage } = connect();
    await expect(electron.invokeFrom(fromPage, 'rpc', STATUS, STATUS)).rejects.toThrow('refused');
    await expect(electron.invokeFrom(fromPage, 'rpc')).rejects.toThrow('refused');
    expect(reached).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['50 MB of text', { query: 'x'.repeat(50 * 1024 * 1024) }],
    ['a poisoned key', JSON.parse('{"query":"x","__proto__":{"admin":true}}')],
    ['a map', new Map([['query', 'x']])],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(8)],
    ['a list as long as memory', Array.from({ length: 1_000_001 })],
  ])('with %s get an error as their answer and reach nothing', async (_name, input) => {
    const { reached, fromPage } = connect();
    const answer = await electron.invokeFrom(fromPage, 'rpc', { method: 'search.text', input });
    expect(answer).toMatchObject({ reply: { ok: false, error: { code: 'bad-input' } } });
    expect(reached).toEqual([]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('events', () => {
  it('go to the window numbered, and nowhere once it is gone', () => {
    const { events, webContents, line } = connect();
    events.emit({ type: 'vault', status: null });
    line.announce({ type: 'command', id: 'vault.open' });
    expect(webContents.sent).toEqual([
      { channel: 'event', message: { id: 1, event: { type: 'vault', status: null } } },
      { channel: 'event', message: { id: 2, event: { type: 'command', id: 'vault.open' } } },
    ]);
    webContents.destroyed = true;
    events.emit({ type: 'vault', status: null });
    expect(webContents.sent).toHaveLength(2);
  });

  it('stop, and the channel closes, when the line is closed', async () => {
    const { events, webContents, line } = connect();
    line.close();
    events.emit({ type: 'vault', status: null });
    expect(webContents.sent).toEqual([]);
    expect(electron.ipcChannels()).toEqual([]);
  });
});

describe('the preload', () => {
  it('gives the page two functions, frozen, and nothing of Electron', async () => {
    const { webContents } = connect();
    electron.joinPreload(webContents);
    vi.resetModules();
    await import('../../../../electron/desktop/preload.ts');
    expect(Object.keys(electron.exposed)).toEqual(['plumbline']);
    const bridge = electron.exposed['plumbline'] as Record<string, (...args: unknown[]) => unknown>;
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'subscribe']);
    expect(Object.isFrozen(bridge)).toBe(true);
    const heard: unknown[][] = [];
    const stop = bridge['subscribe']?.((...args: unknown[]) => heard.push(args)) as () => unknown;
    electron.ipcRenderer.emit('event', { sender: 'never passed on' }, { id: 1 });
    expect(heard).toEqual([[{ id: 1 }]]);
    expect(stop()).toBeUndefined();
    electron.ipcRenderer.emit('event', {}, { id: 2 });
    expect(heard).toHaveLength(1);
  });

  it('names the same channels as the main side', async () => {
    const root = path.resolve(import.meta.dirname, '../../../..');
    const channelsIn = async (file: string, pattern: RegExp): Promise<string[]> =>
      [...(await readFile(path.join(root, 'electron/desktop', file), 'utf8')).matchAll(pattern)].map((match) => match[1] ?? '').toSorted();
    const preload = new Set(await channelsIn('preload.ts', /ipcRenderer\.(?:invoke|on|off|send)\('([^']+)'/g));
    const main = new Set(await channelsIn('rpc-ipc.ts', /(?:register|contents\.send)\('([^']+)'/g));
    expect(preload).toEqual(main);
    expect([...preload]).toEqual(['event', 'rpc']);
  });
});
