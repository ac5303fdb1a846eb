// E4, E11, E19: what the window's session grants, loads and saves.
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { hostileAddresses } from '#test/builders/hostile-addresses';

vi.mock('electron', () => import('#test/builders/fake-electron'));

const electron = await import('#test/builders/fake-electron');
const { denyPermissions } = await import('../../../../electron/desktop/permissions.ts');
const { blockForeignRequests } = await import('../../../../electron/desktop/request-firewall.ts');
const { askWhereToSave } = await import('../../../../electron/desktop/downloads.ts');

type ElectronSession = Parameters<typeof denyPermissions>[0];

/** Every name in electron.d.ts 45, and two that are in no list. */
const PERMISSIONS = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
  'made-up-tomorrow',
];

function makeSession() {
  const fake = new electron.FakeSession();
  return { fake, session: fake as unknown as ElectronSession };
}

const call = (fake: InstanceType<typeof electron.FakeSession>, name: string, ...args: unknown[]): unknown =>
  fake.handlers[name]?.(...(args as never[]));

beforeEach(() => electron.resetElectron());

describe('denyPermissions', () => {
  it('grants two harmless powers to the page and nothing to anybody else', () => {
    const { fake, session } = makeSession();
    denyPermissions(session);
    const granted = (origin: string, isMainFrame: boolean): string[] =>
      PERMISSIONS.filter((permission) => {
        let answer = false;
        call(fake, 'permissionRequest', {}, permission, (given: boolean) => (answer = given), { requestingUrl: origin, isMainFrame });
        const check = call(fake, 'permissionCheck', {}, permission, origin, { isMainFrame });
        expect(check, permission).toBe(answer);
        return answer;
      });
    expect(granted('app://plumbline/', true)).toEqual(['clipboard-sanitized-write', 'fullscreen']);
    expect(granted('app://plumbline/', false)).toEqual([]);
    for (const origin of ['https://evil.test/', 'app://bundle.evil/', 'null', '', 'about:blank', 'app://plumbline.evil.test/']) {
      expect(granted(origin, true), origin).toEqual([]);
    }
  });

  it('grants no device, no screen and no Windows log-in', () => {
    const { fake, session } = makeSession();
    denyPermissions(session);
    expect(call(fake, 'device', { deviceType: 'hid', origin: 'app://plumbline', device: {} })).toBe(false);
    let streams: unknown = 'not asked';
    call(fake, 'displayMedia', {}, (answer: unknown) => (streams = answer));
    expect(streams).toBeNull();
    expect(electron.callsOf('session.allowNTLMCredentialsForDomains')).toEqual([['']]);
  });
});

describe('blockForeignRequests', () => {
  const cancelled = (devTools: boolean, url: string, resourceType = 'xhr'): boolean => {
    const { fake, session } = makeSession();
    blockForeignRequests(session, devTools);
    let cancel = true;
    call(fake, 'beforeRequest', { url, resourceType }, (answer: { cancel: boolean }) => (cancel = answer.cancel));
    return cancel;
  };

  it('lets the app’s own files, its blobs and data images through', () => {
    expect(cancelled(false, 'app://plumbline/assets/app.js', 'script')).toBe(false);
    expect(cancelled(false, 'blob:app://plumbline/1c2b', 'image')).toBe(false);
    expect(cancelled(false, 'data:image/png;base64,AAAA', 'image')).toBe(false);
  });

  it('cancels all else', () => {
    const foreign = hostileAddresses().filter(
      (url) => !/^\s*app:\/\/plumbline[/\\\s]*|^APP:\/\/plumbline|^app:\/\/PLUMBLINE|^$/.test(url) || url.includes('evil'),
    );
    expect(foreign.length).toBeGreaterThan(200);
    expect(foreign.filter((url) => !cancelled(false, url))).toEqual([]);
    for (const kind of ['mainFrame', 'subFrame', 'script', 'xhr', 'other'])
      expect(cancelled(false, 'data:text/html,x', kind), kind).toBe(true);
    expect(cancelled(false, 'blob:https://evil.test/1c2b', 'image')).toBe(true);
  });

  it('lets developer tools load their files only where they are allowed', () => {
    expect(cancelled(true, 'devtools://devtools/bundled/inspector.html', 'mainFrame')).toBe(false);
    expect(cancelled(false, 'devtools://devtools/bundled/inspector.html', 'mainFrame')).toBe(true);
    expect(cancelled(true, 'https://evil.test/')).toBe(true);
  });
});

describe('askWhereToSave', () => {
  function download(url: string, name: string) {
    const { fake, session } = makeSession();
    askWhereToSave(session);
    let prevented = false;
    let options: { defaultPath?: string } | null = null;
    const item = {
      getURL: () => url,
      getFilename: () => name,
      setSaveDialogOptions: (given: { defaultPath?: string }) => (options = given),
    };
    fake.emit('will-download', { preventDefault: () => (prevented = true) }, item, {});
    return { prevented, options: options as { defaultPath?: string } | null };
  }

  it('opens the save dialog for an export of the page', () => {
    const { prevented, options } = download('blob:app://plumbline/1c2b', 'Readout – Onboarding.html');
    expect(prevented).toBe(false);
    expect(options?.defaultPath).toBe('Readout – Onboarding.html');
  });

  it.each([
    ['https://evil.test/readout.md', 'readout.md'],
    ['blob:https://evil.test/1c2b', 'readout.md'],
    ['data:text/html,x', 'readout.html'],
    ['app://plumbline/assets/app.js', 'app.html'],
    ['blob:app://plumbline/1c2b', 'setup.exe'],
    ['blob:app://plumbline/1c2b', 'readout.html.bat'],
    ['blob:app://plumbline/1c2b', 'readout'],
    ['blob:app://plumbline/1c2b', 'readout.js'],
  ])('cancels %s as %s', (url, name) => expect(download(url, name)).toEqual({ prevented: true, options: null }));

  it('keeps folders and disguises out of the proposed name', () => {
    expect(download('blob:app://plumbline/1', '../../.bashrc\u202e.md').options?.defaultPath).toBe('-..-.bashrc-.md');
    expect(download('blob:app://plumbline/1', 'C:\\autoexec.md').options?.defaultPath).toBe('C--autoexec.md');
  });
});
