// E1, E15, E17, D20: the window's options, the switches, the menu, starting once and ending well.
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { CATALOG } from '#shared/commands/catalog';
import type { Command } from '#shared/commands/command';
import { startCore } from '#test/builders/running-core';

vi.mock('electron', () => import('#test/builders/fake-electron'));

const electron = await import('#test/builders/fake-electron');
const { createWindow } = await import('../../../../electron/desktop/window.ts');
const { setSwitches } = await import('../../../../electron/desktop/switches.ts');
const { closeCoreOnQuit, lockWhenAway, showOnSecondStart } = await import('../../../../electron/desktop/lifecycle.ts');
const { menuTemplate } = await import('../../../../electron/desktop/menu.ts');

type MainWindow = ReturnType<typeof createWindow>;
const makeWindow = (): InstanceType<typeof electron.BrowserWindow> =>
  createWindow({ preload: '/app/preload.cjs', devTools: false }) as unknown as InstanceType<typeof electron.BrowserWindow>;

beforeEach(() => electron.resetElectron());

describe('createWindow', () => {
  it('closes every door of the page', () => {
    const window = makeWindow();
    expect(window.options['webPreferences']).toEqual({
      preload: '/app/preload.cjs',
      devTools: false,
      partition: 'plumbline',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
    expect(electron.callsOf('window.loadURL')).toEqual([['app://plumbline/']]);
  });

  it('keeps the page’s title out of the task bar', () => {
    let prevented = false;
    makeWindow().emit('page-title-updated', { preventDefault: () => (prevented = true) }, 'P07 Karim');
    expect(prevented).toBe(true);
  });

  it('loads a page that died again, but not for ever', () => {
    const { webContents } = makeWindow();
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reloads).toBe(0);
    for (let crash = 0; crash < 6; crash += 1) webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reloads).toBe(3);
  });
});

describe('setSwitches', () => {
  it('drops what opens an installed copy to other programs, and looks up no name', () => {
    setSwitches(true);
    const removed = electron.callsOf('commandLine.removeSwitch').map(([name]) => name);
    expect(removed).toEqual(
      expect.arrayContaining([
        'remote-debugging-port',
        'remote-debugging-pipe',
        'inspect',
        'inspect-brk',
        'disable-web-security',
        'load-extension',
      ]),
    );
    expect(electron.callsOf('commandLine.appendSwitch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });

  it('leaves a copy in the making open to its makers’ tools', () => {
    setSwitches(false);
    expect(electron.callsOf('commandLine.removeSwitch')).toEqual([]);
    expect(electron.callsOf('commandLine.appendSwitch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });
});

describe('closeCoreOnQuit', () => {
  const quit = (): boolean => {
    let held = false;
    electron.app.emit('before-quit', { preventDefault: () => (held = true) });
    return held;
  };

  it('holds the quit back until the core is closed, and closes it once', async () => {
    let finish = (): void => undefined;
    const closeCore = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    closeCoreOnQuit(closeCore, makeWindow() as unknown as MainWindow);
    expect(quit()).toBe(true);
    expect(quit()).toBe(true);
    expect(electron.callsOf('app.quit')).toEqual([]);
    finish();
    await vi.waitFor(() => expect(electron.callsOf('app.quit').length).toBeGreaterThan(0));
    expect(closeCore).toHaveBeenCalledTimes(1);
    expect(quit()).toBe(false);
  });

  it('waits two seconds and no longer', async () => {
    vi.useFakeTimers();
    try {
      closeCoreOnQuit(() => new Promise(() => undefined), makeWindow() as unknown as MainWindow);
      quit();
      await vi.advanceTimersByTimeAsync(1999);
      expect(electron.callsOf('app.quit')).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(electron.callsOf('app.quit')).toEqual([[]]);
      expect(quit()).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('quits also when closing fails', async () => {
    const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    closeCoreOnQuit(() => Promise.reject(new TypeError('Maria said')), makeWindow() as unknown as MainWindow);
    quit();
    await vi.waitFor(() => expect(electron.callsOf('app.quit')).toEqual([[]]));
    const reported = quiet.mock.calls.map(([text]) => String(text)).join('');
    quiet.mockRestore();
    expect(reported).toContain('TypeError');
    expect(reported).not.toContain('Maria');
  });

  it('closes the core when the session ends without a quit', () => {
    const closeCore = vi.fn(() => Promise.resolve());
    const window = makeWindow();
    closeCoreOnQuit(closeCore, window as unknown as MainWindow);
    window.emit('session-end', {});
    electron.powerMonitor.emit('shutdown');
    expect(closeCore).toHaveBeenCalledTimes(1);
  });
});

describe('lockWhenAway', () => {
  const encryptedStudy = async (): Promise<Awaited<ReturnType<typeof startCore>>> => {
    const running = await startCore();
    await running.core.handlers['vault.create']({
      folder: path.join(running.folder, 'Sealed.plumb'),
      name: 'Sealed',
      passphrase: 'four words of mine',
    });
    lockWhenAway(running.core.handlers);
    return running;
  };

  it.each(['suspend', 'lock-screen'])('closes an encrypted study on %s, which then asks for its passphrase', async (sign) => {
    const { core, stop } = await encryptedStudy();
    electron.powerMonitor.emit(sign);
    await vi.waitFor(async () => expect(await core.handlers['app.status']({})).toMatchObject({ vault: null, locked: { name: 'Sealed' } }));
    await stop();
  });

  it('leaves it open where the automatic lock is off, and leaves a study open that is not encrypted', async () => {
    const { core, folder, stop } = await encryptedStudy();
    await core.handlers['app.changeSettings']({ lockAfterMinutes: 0 });
    electron.powerMonitor.emit('suspend');
    await core.handlers['vault.snapshot']({});
    expect(await core.handlers['app.status']({})).toMatchObject({ vault: { name: 'Sealed' } });
    await core.handlers['app.changeSettings']({ lockAfterMinutes: 15 });
    await core.handlers['vault.create']({ folder: path.join(folder, 'Plain.plumb'), name: 'Plain' });
    electron.powerMonitor.emit('suspend');
    await core.handlers['vault.snapshot']({});
    expect(await core.handlers['app.status']({})).toMatchObject({ vault: { name: 'Plain' }, locked: null });
    await stop();
  });
});

describe('showOnSecondStart', () => {
  it('brings the window up and looks at nothing of what the second start brought', () => {
    const window = makeWindow();
    showOnSecondStart(window as unknown as MainWindow);
    const untouchable = new Proxy([], {
      get: () => {
        throw new Error('was looked at');
      },
    });
    electron.app.emit('second-instance', {}, untouchable, untouchable, untouchable);
    expect(electron.callsOf('window.focus')).toHaveLength(1);
    window.destroyed = true;
    electron.app.emit('second-instance', {}, [], '');
    expect(electron.callsOf('window.focus')).toHaveLength(1);
  });
});

describe('menuTemplate', () => {
  const ran: string[] = [];
  const mac = menuTemplate({ platform: 'darwin', commands: CATALOG, run: (id) => ran.push(id) }) ?? [];
  const items = mac.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));

  it('is left to the window on Windows and Linux', () => {
    for (const platform of ['win32', 'linux'] as const)
      expect(menuTemplate({ platform, commands: CATALOG, run: () => undefined })).toBeNull();
  });

  it('offers on a Mac every command of the catalogue that can be picked', () => {
    // Undo and redo come as roles.
    const pickable = (CATALOG as readonly Command[]).filter(
      (command) => !command.keyOnly && !['edit.undo', 'edit.redo'].includes(command.id),
    );
    expect(pickable.length).toBeGreaterThan(40);
    const labels = new Set(items.map((item) => item.label));
    expect(pickable.filter((command) => !labels.has(command.title)).map((command) => command.id)).toEqual([]);
    const open = items.find((item) => item.label === 'Open a study…');
    (open?.click as (() => void) | undefined)?.();
    expect(ran).toEqual(['vault.open']);
    expect(mac.slice(-2).map((menu) => menu.label)).toEqual(['Window', 'Help']);
    expect(mac[0]?.label).toBe('Plumbline');
  });

  it('reloads nothing, opens no tools and binds no key of its own', () => {
    const roles = items.map((item) => item.role).filter((role) => role !== undefined);
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'resetZoom', 'zoomIn', 'zoomOut', 'close'] as const)
      expect(roles).not.toContain(role);
    expect(items.filter((item) => item.accelerator !== undefined)).toEqual([]);
  });
});
