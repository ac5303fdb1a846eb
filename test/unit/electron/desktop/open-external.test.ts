// E12: only plain web and mail addresses leave, and only after a yes.
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { hostileAddresses } from '#test/builders/hostile-addresses';

vi.mock('electron', () => import('#test/builders/fake-electron'));

const electron = await import('#test/builders/fake-electron');
const { checkedExternal, openExternal } = await import('../../../../electron/desktop/open-external.ts');

type ElectronWindow = Parameters<typeof openExternal>[1];
const aWindow = (): ElectronWindow => new electron.BrowserWindow({}) as unknown as ElectronWindow;

const DISGUISED = [
  'https:\\\\evil.test',
  'https:/\\evil.test',
  'https:evil.test',
  'https:/evil.test',
  'https:///evil.test',
  'ht\ttps://evil.test',
  'https://evil\n.test',
  ' https://evil.test',
  'https://evil.test ',
  'https://evil.test/\u202egpj.exe',
  'https://evil.test/\u200b',
  'https://evil.test/\u2066x',
  'https://evil.test/\ufeff',
  'https://user@evil.test/',
  'https://user:secret@evil.test/',
  'https://bank.test@evil.test/',
  `https://evil.test/${'a'.repeat(2048)}`,
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'mailto:',
  'mailto:nobody',
  'mailto:a@b.test,c@d.test',
  'mailto:a@b.test?attach=/etc/passwd',
  'mailto:a@b.test?attachment=C:/x',
  'mailto:a@b.test?bcc=c@d.test',
  'mailto:a@b.test/../c',
  'file:///etc/passwd',
  'file://server/share',
  '\\\\server\\share',
  '//server/share',
  'C:\\Windows\\System32\\calc.exe',
  'https://',
  'http:',
  'https://[',
  'https://%zz',
  'https://\u0000evil.test',
];

const allowedByScheme = (url: string): boolean => /^https?:\/\/(?!user@)/.test(url);

beforeEach(() => electron.resetElectron());

describe('checkedExternal', () => {
  it('refuses disguised addresses', () => {
    expect(DISGUISED.filter((url) => checkedExternal(url) !== null)).toEqual([]);
  });

  it('refuses every scheme but web and mail', () => {
    const others = hostileAddresses().filter((url) => !allowedByScheme(url));
    expect(others.length).toBeGreaterThan(120);
    expect(others.filter((url) => checkedExternal(url) !== null)).toEqual([]);
  });

  it('lets web and mail addresses through as the browser will read them', () => {
    expect(checkedExternal('https://example.org/a?b=c#d')).toEqual({ href: 'https://example.org/a?b=c#d', place: 'example.org' });
    expect(checkedExternal('mailto:a@b.test?subject=Interview')).toEqual({ href: 'mailto:a@b.test?subject=Interview', place: 'a@b.test' });
  });

  it('shows a host of mixed scripts in its true letters', () => {
    expect(checkedExternal('https://аpple.test/')?.place).toBe('xn--pple-43d.test');
  });
});

describe('openExternal', () => {
  it('asks with the full host and opens on a yes', async () => {
    electron.person.answers = 1;
    expect(await openExternal('https://example.org/path', aWindow())).toBe(true);
    expect(electron.callsOf('dialog.showMessageBox')[0]?.[1]).toMatchObject({
      message: 'Open example.org outside Plumbline?',
      defaultId: 0,
      cancelId: 0,
    });
    expect(electron.callsOf('shell.openExternal')).toEqual([['https://example.org/path']]);
  });

  it('opens nothing on a no', async () => {
    expect(await openExternal('https://example.org/', aWindow())).toBe(false);
    expect(electron.callsOf('shell.openExternal')).toEqual([]);
  });

  it('does not even ask for what it refuses, nor without a window to ask in', async () => {
    electron.person.answers = 1;
    for (const url of DISGUISED) expect(await openExternal(url, aWindow()), url).toBe(false);
    expect(await openExternal('https://example.org/', null)).toBe(false);
    expect(electron.callsOf('dialog.showMessageBox')).toEqual([]);
    expect(electron.callsOf('shell.openExternal')).toEqual([]);
  });
});
