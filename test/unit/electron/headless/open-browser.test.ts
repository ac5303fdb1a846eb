// The address reaches the browser in a file for its owner's eyes, never on a command line.
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { browserCommand, writeRedirectFile } from '../../../../electron/headless/open-browser.ts';

const ADDRESS = 'http://127.0.0.1:4711/#start=abc-DEF_1';

describe('writeRedirectFile', () => {
  it('writes a page that only its owner may read and that goes on to the address', async () => {
    const { file, remove } = await writeRedirectFile(ADDRESS);
    if (process.platform !== 'win32') {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    }
    expect(await readFile(file, 'utf8')).toContain(`content="0; url=${ADDRESS}"`);
    remove();
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  it('takes another place each time', async () => {
    const files = await Promise.all([writeRedirectFile(ADDRESS), writeRedirectFile(ADDRESS)]);
    expect(files[0].file).not.toBe(files[1].file);
    for (const { remove } of files) remove();
  });
});

describe('browserCommand', () => {
  it('names the file and never the address', () => {
    const file = '/tmp/plumbline-x/open-plumbline.html';
    expect(browserCommand(file, 'linux', { DISPLAY: ':0' })).toEqual({ command: 'xdg-open', args: [file] });
    expect(browserCommand(file, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })?.command).toBe('xdg-open');
    expect(browserCommand(file, 'darwin', {})).toEqual({ command: 'open', args: [file] });
    expect(browserCommand(file, 'win32', {})?.args[0]).toBe('url.dll,FileProtocolHandler');
  });

  it('opens nothing without a screen', () => expect(browserCommand('/tmp/x.html', 'linux', {})).toBeNull());
});
