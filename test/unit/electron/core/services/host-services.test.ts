// What hosts share: where data lies, where the program's parts lie, security headers, and reports of defects without content.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

import { programFiles } from '#core/services/program-files';
import { describeDefect } from '#core/services/report-defect';
import { securityHeaders } from '#core/services/security-headers';
import { userDataFolder } from '#core/services/user-data-folder';

const root = path.resolve(import.meta.dirname, '../../../../..');

describe('userDataFolder', () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string>): string => userDataFolder({ platform, env, home: '/home/ada' });

  it('follows each platform', () => {
    expect(at('linux', {})).toBe('/home/ada/.local/share/plumbline');
    expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/plumbline');
    expect(at('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/ada/.local/share/plumbline');
    expect(at('darwin', { XDG_DATA_HOME: '/data' })).toBe('/home/ada/Library/Application Support/Plumbline');
    expect(at('win32', { APPDATA: '/roaming' })).toBe('/roaming/Plumbline');
    expect(at('win32', {})).toBe('/home/ada/AppData/Roaming/Plumbline');
  });

  it('gives way to PLUMBLINE_DATA everywhere', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(at(platform, { PLUMBLINE_DATA: '/elsewhere', APPDATA: '/roaming' })).toBe('/elsewhere');
  });
});

describe('programFiles', () => {
  it('finds everything from a source entry', () => {
    const files = programFiles(pathToFileURL(path.join(root, 'electron/headless/main.ts')).href);
    expect(existsSync(fileURLToPath(files.workerUrl))).toBe(true);
    expect(existsSync(fileURLToPath(files.headlessUrl))).toBe(true);
    expect(files.rendererFolder).toBe(path.join(root, 'out/renderer'));
    expect(files.resourcesFolder).toBe(path.join(root, 'resources'));
    expect(files.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('finds everything from a built entry, and resources beside a packaged app', () => {
    const entry = pathToFileURL(path.join(root, 'out/main/desktop.js')).href;
    const files = programFiles(entry, '/opt/Plumbline/resources/resources');
    expect(fileURLToPath(files.workerUrl)).toBe(path.join(root, 'out/main/worker.js'));
    expect(fileURLToPath(files.headlessUrl)).toBe(path.join(root, 'out/main/headless.js'));
    expect(files.resourcesFolder).toBe('/opt/Plumbline/resources/resources');
    expect(programFiles(entry).resourcesFolder).toBe(path.join(root, 'resources'));
  });
});

describe('securityHeaders', () => {
  it('differ between the hosts only in whom the page may ask', () => {
    const { 'content-security-policy': desktop, ...restOfDesktop } = securityHeaders('desktop');
    const { 'content-security-policy': browser, ...restOfBrowser } = securityHeaders('browser');
    expect(restOfDesktop).toEqual(restOfBrowser);
    expect(desktop?.replace("connect-src 'none'", "connect-src 'self'")).toBe(browser);
  });

  it('allow nothing inline, nothing evaluated, nobody else, and no browser power', () => {
    const headers = securityHeaders('browser');
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:|strict-dynamic/);
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(headers['content-security-policy']?.split('; ')).toContain(directive);
    }
    expect(headers['permissions-policy']).toMatch(/^(?:[a-z-]+=\(\)(?:, |$))+$/);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('describeDefect', () => {
  it('names the kind and the places in the code, never the message', () => {
    const error = new TypeError('Maria said "the price"');
    const text = describeDefect(error);
    expect(text).toMatch(/a defect \(TypeError\) at host-services\.test\.ts:\d+:\d+/);
    expect(text).not.toContain('Maria');
    expect(text).not.toContain(root);
  });

  it('keeps what a parser quotes to itself, also when the message looks like a place', () => {
    try {
      JSON.parse('{"quote": Maria said');
    } catch (error) {
      expect(describeDefect(error)).not.toContain('Maria');
    }
    expect(describeDefect(new Error('one\n    at Maria (secret.ts:1:1)\n    at said'))).not.toMatch(/Maria|said/);
    expect(describeDefect('Maria')).toBe('Plumbline: a defect (string)');
    expect(describeDefect(null)).toBe('Plumbline: a defect (object)');
  });
});
