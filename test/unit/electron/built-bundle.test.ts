// What is shipped, looked at as text and syntax tree, and once run with a stand-in for Electron (trust.md E1, E6-E8, E10, E12, E16, P11).
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import {
  type BuiltModule,
  builtModules,
  ensureBuilt,
  importsOf,
  methodCalls,
  namesIn,
  type Node,
  REPOSITORY,
} from '#test/builders/built-output';

vi.mock('electron', () => import('#test/builders/fake-electron'));

let desktop: BuiltModule[] = [];
let preload: BuiltModule[] = [];

beforeAll(() => {
  ensureBuilt();
  desktop = builtModules('out/main/desktop.js');
  preload = builtModules('out/preload/preload.cjs');
}, 120_000);

const literal = (node: Node | undefined): unknown => (node?.type === 'Literal' ? node['value'] : undefined);
const firstArguments = (calls: Node[]): unknown[] => calls.map((call) => literal((call['arguments'] as Node[])[0]));
const packagesOf = (modules: BuiltModule[]): string[] =>
  [...new Set(modules.flatMap(importsOf))].filter((name) => !name.startsWith('.')).toSorted();

describe('the desktop bundle', () => {
  it('makes windows in one place, with plain values', () => {
    const made = desktop
      .flatMap(({ nodes }) => nodes)
      .filter((node) => node.type === 'NewExpression' && (node['callee'] as Node)['name'] === 'BrowserWindow');
    expect(made).toHaveLength(1);
    const [argument] = (made[0]?.['arguments'] ?? []) as Node[];
    const options = (argument?.['properties'] ?? []) as Node[];
    const preferences = options.find((option) => (option['key'] as Node)['name'] === 'webPreferences')?.['value'] as Node;
    const values = new Map(
      (preferences['properties'] as Node[]).map((property) => [(property['key'] as Node)['name'], property['value'] as Node]),
    );
    for (const [name, wanted] of Object.entries({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })) {
      expect(literal(values.get(name)), name).toBe(wanted);
    }
    for (const name of ['BrowserView', 'WebContentsView', 'enableBlinkFeatures']) expect(namesIn(desktop), name).not.toContain(name);
  });

  it('listens on one channel through one wrapper and speaks on one', () => {
    expect(methodCalls(desktop, 'ipcMain', 'handle')).toHaveLength(1);
    for (const way of ['on', 'once', 'handleOnce', 'addListener']) expect(methodCalls(desktop, 'ipcMain', way), way).toEqual([]);
    const registered = desktop
      .flatMap(({ nodes }) => nodes)
      .filter((node) => node.type === 'CallExpression' && (node['callee'] as Node)['name'] === 'register');
    expect(firstArguments(registered)).toEqual(['rpc']);
    expect(firstArguments(methodCalls(desktop, 'contents', 'send'))).toEqual(['event']);
  });

  it('loads its own page only', () => {
    const loads = methodCalls(desktop, null, 'loadURL');
    expect(loads).toHaveLength(1);
    expect(methodCalls(desktop, null, 'loadFile')).toEqual([]);
    const text = desktop.map((module) => module.text).join('\n');
    expect(text).toMatch(/["']app:\/\/plumbline|["'`]app["'`]/);
    expect(text).not.toMatch(/loadURL\(["'`](?:https?|file):/);
  });

  it('opens links outside in one place, and never files', () => {
    expect(methodCalls(desktop, 'shell', 'openExternal')).toHaveLength(1);
    for (const name of ['openPath', 'showItemInFolder']) expect(methodCalls(desktop, 'shell', name), name).toEqual([]);
  });

  it('holds no updater, crash reporter, remote module or claimed protocol', () => {
    const names = namesIn(desktop);
    for (const name of [
      'autoUpdater',
      'crashReporter',
      'setAsDefaultProtocolClient',
      'desktopCapturer',
      'executeJavaScript',
      'insertCSS',
      'debugger',
      'setProxy',
    ]) {
      expect(names, name).not.toContain(name);
    }
  });

  it('imports nothing that could speak to a network', () => {
    const packages = packagesOf(desktop);
    expect(packages).toContain('electron');
    expect(packages.filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([]);
    for (const name of ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector'])
      expect(packages, name).not.toContain(`node:${name}`);
    const fetches = desktop
      .flatMap(({ nodes }) => nodes)
      .filter((node) => node.type === 'CallExpression' && (node['callee'] as Node)['name'] === 'fetch');
    expect(fetches).toEqual([]);
    for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'eval']) expect(namesIn(desktop), name).not.toContain(name);
  });
});

describe('the preload', () => {
  it('is one CommonJS file that asks for electron alone', () => {
    expect(preload).toHaveLength(1);
    expect(packagesOf(preload)).toEqual(['electron']);
  });

  it('exposes one frozen object and names the channels of the main side', () => {
    expect(firstArguments(methodCalls(preload, 'contextBridge', 'exposeInMainWorld'))).toEqual(['plumbline']);
    expect(methodCalls(preload, 'Object', 'freeze')).toHaveLength(1);
    const channels = ['invoke', 'on', 'off', 'send', 'sendSync', 'postMessage'].flatMap((way) =>
      firstArguments(methodCalls(preload, 'ipcRenderer', way)),
    );
    expect(channels).toEqual(['rpc', 'event', 'event']);
  });
});

describe('the other entries', () => {
  it('the loopback host listens, and asks nobody', () => {
    const headless = builtModules('out/main/headless.js');
    const packages = packagesOf(headless);
    expect(packages).toContain('node:http');
    expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([]);
    for (const name of ['https', 'http2', 'tls', 'dgram', 'dns', 'inspector']) expect(packages, name).not.toContain(`node:${name}`);
    expect(methodCalls(headless, null, 'listen')).toHaveLength(1);
  });

  it('the worker has no files, no network and no programs', () => {
    // node:module belongs to the bundler's helper for older packages; nothing here opens a file or a line.
    const harmless = ['node:crypto', 'node:module', 'node:v8', 'node:worker_threads', 'node:zlib'];
    expect(packagesOf(builtModules('out/main/worker.js')).filter((name) => !harmless.includes(name))).toEqual([]);
    expect(builtModules('out/main/worker.js')[0]?.text).not.toContain('__require(');
  });

  it('the page holds no inline script or style and names no other origin', async () => {
    const page = await readFile(path.join(REPOSITORY, 'out/renderer/index.html'), 'utf8');
    for (const [, attributes, content] of page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toMatch(/ src="\.\/assets\//);
      expect(content).toBe('');
    }
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|https?:|\/\/[a-z]/i);
    const assets = await readdir(path.join(REPOSITORY, 'out/renderer/assets'));
    for (const name of assets.filter((asset) => asset.endsWith('.css'))) {
      const css = await readFile(path.join(REPOSITORY, 'out/renderer/assets', name), 'utf8');
      expect(css.match(/@import|url\(["']?(?!\.\/|\.\.\/|#)[^)]{0,40}/g) ?? [], name).toEqual([]);
    }
    expect(assets.filter((asset) => asset.endsWith('.map'))).toEqual([]);
  });
});

describe('the desktop bundle, run', () => {
  let dataFolder = '';
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('closes its doors before it is ready, serves the page, answers its window, and saves on quit', async () => {
    dataFolder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-desktop-'));
    vi.stubEnv('PLUMBLINE_DATA', dataFolder);
    const electron = await import('#test/builders/fake-electron');
    electron.resetElectron();
    electron.app.isPackaged = false;
    await import('../../../out/main/desktop.js' as string);
    expect(electron.calls.map((call) => call.name)).toEqual(
      expect.arrayContaining(['app.enableSandbox', 'protocol.registerSchemesAsPrivileged', 'app.setPath', 'commandLine.appendSwitch']),
    );
    expect(electron.BrowserWindow.windows, 'no window before it is ready').toEqual([]);
    await vi.waitFor(() => expect(electron.callsOf('window.loadURL')).toHaveLength(1), { timeout: 10_000 });
    expect(electron.callsOf('dialog.showErrorBox')).toEqual([]);

    const pageSession = electron.session.fromPartition('plumbline', {});
    expect(Object.keys(pageSession.handlers).toSorted()).toEqual([
      'beforeRequest',
      'device',
      'displayMedia',
      'permissionCheck',
      'permissionRequest',
      'protocol app',
    ]);
    const page = pageSession.handlers['protocol app']?.({ url: 'app://plumbline/', method: 'GET' } as never) as Response;
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'none'");

    const { webContents } = electron.BrowserWindow.windows[0] ?? {};
    const fromPage = { sender: webContents, senderFrame: webContents?.mainFrame };
    const folder = path.join(dataFolder, 'Shipped.plumb');
    const ask = (method: string, input: unknown): Promise<unknown> => electron.invokeFrom(fromPage, 'rpc', { method, input });
    expect(await ask('app.status', {})).toMatchObject({ reply: { ok: true, output: { host: 'desktop', vault: null } } });
    expect(await ask('vault.create', { folder, name: 'Shipped' })).toMatchObject({ reply: { ok: true } });
    expect(await ask('vault.edit', { edit: 'createTag', input: { name: 'Price' } })).toMatchObject({ reply: { ok: true } });
    const text = Buffer.from('Interviewer: Why?\nMaria: Because.\n').toString('base64');
    expect(await ask('import.inspect', { fileName: 'a.txt', base64: text }), 'the built worker reads files').toMatchObject({
      reply: { ok: true, output: { turns: 2 } },
    });

    electron.app.emit('before-quit', { preventDefault: () => undefined });
    await vi.waitFor(() => expect(electron.callsOf('app.quit')).toHaveLength(1), { timeout: 5000 });
    expect(await readdir(folder)).not.toContain('.lock');
  });

  it('a second start opens nothing and leaves', async () => {
    const electron = await import('#test/builders/fake-electron');
    electron.resetElectron();
    electron.app.lock = false;
    vi.resetModules();
    await import('../../../out/main/desktop.js?second' as string);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(electron.callsOf('app.quit')).toHaveLength(1);
    expect(electron.BrowserWindow.windows).toEqual([]);
  });
});
