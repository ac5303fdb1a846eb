// E5: a window never leaves its page, never opens another, never embeds one.
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { hostileAddresses } from '#test/builders/hostile-addresses';

vi.mock('electron', () => import('#test/builders/fake-electron'));

const electron = await import('#test/builders/fake-electron');
const { lockNavigation } = await import('../../../../electron/desktop/navigation.ts');

function lockedContents() {
  lockNavigation();
  return new electron.BrowserWindow({}).webContents;
}

/** @returns whether the navigation was stopped. */
function stopped(contents: InstanceType<typeof electron.FakeContents>, name: string, url: string, isMainFrame = true): boolean {
  let prevented = false;
  contents.emit(name, { url, isMainFrame, preventDefault: () => (prevented = true) });
  return prevented;
}

beforeEach(() => electron.resetElectron());

describe('lockNavigation', () => {
  const addresses = hostileAddresses();

  it('has enough to try', () => expect(new Set(addresses).size).toBeGreaterThan(200));

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stops %s to every hostile address', (name) => {
    const contents = lockedContents();
    expect(addresses.filter((url) => !stopped(contents, name, url))).toEqual([]);
  });

  it('lets the page itself be loaded again, in the main frame only', () => {
    const contents = lockedContents();
    expect(stopped(contents, 'will-navigate', 'app://plumbline/')).toBe(false);
    expect(stopped(contents, 'will-frame-navigate', 'app://plumbline/#board')).toBe(false);
    expect(stopped(contents, 'will-frame-navigate', 'app://plumbline/', false)).toBe(true);
  });

  it('attaches no webview', () => {
    const contents = lockedContents();
    let prevented = false;
    contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {});
    expect(prevented).toBe(true);
  });

  it('denies every window and opens nothing by itself', () => {
    const contents = lockedContents();
    for (const url of ['app://plumbline/', ...addresses]) expect(contents.openHandler?.({ url }), url).toEqual({ action: 'deny' });
    expect(electron.callsOf('shell.openExternal')).toEqual([]);
  });
});
