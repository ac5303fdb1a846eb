// E3, E9: the app's scheme serves a list of files with our headers, and no request becomes a path.
import fs from 'node:fs';
import fsPromises, { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { loadRendererFiles } from '#core/services/renderer-files';
import { climbingPaths } from '#test/builders/hostile-addresses';

vi.mock('electron', () => import('#test/builders/fake-electron'));

const electron = await import('#test/builders/fake-electron');
const { registerAppScheme, serveApp } = await import('../../../../electron/desktop/app-protocol.ts');

const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-files-'));
await mkdir(path.join(folder, 'assets'));
await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Plumbline</title>');
await writeFile(path.join(folder, 'assets', 'app.js'), 'export const answer = 42;');
await writeFile(path.join(folder, 'assets', 'notes.exe'), 'not served');
afterAll(() => rm(folder, { recursive: true }));

async function served() {
  const fake = new electron.FakeSession();
  serveApp(fake as unknown as Parameters<typeof serveApp>[0], await loadRendererFiles(folder));
  // The Request class would normalise hostile addresses before the handler sees them; Chromium may not.
  return (url: string, method = 'GET'): Response => fake.handlers['protocol app']?.({ url, method } as never) as Response;
}

beforeEach(() => electron.resetElectron());

describe('registerAppScheme', () => {
  it('asks for a secure standard scheme and no way around the policy', () => {
    registerAppScheme();
    expect(electron.callsOf('protocol.registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    ]);
  });
});

describe('serveApp', () => {
  it('serves the page and its files', async () => {
    const get = await served();
    const page = get('app://plumbline/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('<title>Plumbline</title>');
    expect(await get('app://plumbline/assets/app.js').text()).toBe('export const answer = 42;');
    expect(get('app://plumbline/#board').status).toBe(200);
  });

  it('answers 404 to every climbing path without touching the disk', async () => {
    const get = await served();
    const paths = climbingPaths();
    expect(new Set(paths).size).toBeGreaterThan(500);
    const touches = [
      vi.spyOn(fs, 'openSync'),
      vi.spyOn(fs, 'readFileSync'),
      vi.spyOn(fsPromises, 'open'),
      vi.spyOn(fsPromises, 'readFile'),
    ];
    const found = paths.filter((place) => {
      const answer = get(`app://plumbline${place}`);
      // A climb that the address rules resolve to the page itself is the page.
      const resolved = URL.parse(`app://plumbline${place}`);
      const itself = resolved?.host === 'plumbline' && ['/', '/assets/app.js'].includes(resolved.pathname) && !resolved.search;
      return answer.status !== 404 && !itself;
    });
    expect(found).toEqual([]);
    for (const touch of touches) expect(touch).not.toHaveBeenCalled();
  });

  it('serves other hosts, queries, credentials, methods and unlisted kinds of file to nobody', async () => {
    const get = await served();
    for (const url of [
      'app://plumbline.evil.test/',
      'app://evil/',
      'app://plumbline/?x',
      'app://u@plumbline/',
      'app:///',
      'app:',
      '',
      'app://plumbline/assets/notes.exe',
    ]) {
      expect(get(url).status, url).toBe(404);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect(get('app://plumbline/', method).status, method).toBe(404);
  });

  it('sends the policy with every answer, found or not', async () => {
    const get = await served();
    for (const url of ['app://plumbline/', 'app://plumbline/assets/app.js', 'app://plumbline/nothing']) {
      const { headers } = get(url);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; " +
          "frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('loadRendererFiles', () => {
  it('says what to do when the window is not built', async () => {
    const empty = await mkdtemp(path.join(os.tmpdir(), 'plumbline-none-'));
    await expect(loadRendererFiles(empty)).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('npm run build') });
    await expect(loadRendererFiles(path.join(empty, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' });
    await rm(empty, { recursive: true });
  });
});
