// A real browser against the loopback host: our page gets in, pages of other origins read nothing and change nothing (trust.md 2.2).
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningCore, startCore } from '#test/builders/running-core';
import { pageFetch, type RunningHeadless, startTestHeadless } from '#test/builders/running-headless';

import { writeRedirectFile } from '../../electron/headless/open-browser.ts';
import { findChromium } from '../../scripts/find-chromium.ts';

const executablePath = findChromium();
const present = executablePath !== null;
const title = present
  ? 'the loopback host in Chromium'
  : 'the loopback host in Chromium: SKIPPED, no Chromium was found (set PLUMBLINE_CHROMIUM to its path)';

/** Names that an attacker bends to this machine. */
const NAMES = '--host-resolver-rules=MAP rebind.test 127.0.0.1, MAP evil.test 127.0.0.1';

/** Everything a page can try with an address; each way reports what it could read, or null. */
const ATTACK = `
const answers = [];
const tell = (way, read) => answers.push([way, read]);
async function attack(target, token) {
  const json = { 'content-type': 'application/json', authorization: 'Bearer ' + token };
  const edit = JSON.stringify({ edit: 'addMemo', input: { title: 'Planted' } });
  const ways = {
    'fetch page': () => fetch(target + '/').then((r) => r.text()),
    'fetch file': () => fetch(target + '/assets/app.js').then((r) => r.text()),
    'fetch call': () => fetch(target + '/rpc/app.status', { method: 'POST', headers: json, body: '{}' }).then((r) => r.text()),
    'fetch edit': () => fetch(target + '/rpc/vault.edit', { method: 'POST', headers: json, body: edit }).then((r) => r.text()),
    'fetch events': () => fetch(target + '/events', { headers: { authorization: json.authorization } }).then((r) => r.text()),
    'blind post': () => fetch(target + '/rpc/vault.edit', { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: edit }).then((r) => r.text()),
    'blind get': () => fetch(target + '/events', { mode: 'no-cors' }).then((r) => r.text()),
    'beacon': async () => (navigator.sendBeacon(target + '/rpc/vault.edit', edit), ''),
    'web socket': () => new Promise((resolve) => { const s = new WebSocket(target.replace('http', 'ws') + '/events'); s.onopen = () => resolve('open'); s.onerror = () => resolve(''); }),
    'event source': () => new Promise((resolve) => { const s = new EventSource(target + '/events'); s.onopen = () => resolve('open'); s.onerror = () => (s.close(), resolve('')); }),
    'image': () => element('img', target + '/'),
    'script': () => element('script', target + '/assets/app.js'),
    'style': () => element('link', target + '/'),
    'frame': () => frame(target + '/'),
    'form': async () => { const f = document.createElement('form'); Object.assign(f, { method: 'post', action: target + '/rpc/vault.edit', enctype: 'text/plain', target: 'sink' });
      const i = document.createElement('input'); i.name = edit; f.append(i); document.body.append(f); f.submit(); await new Promise((r) => setTimeout(r, 200)); return ''; },
    'window': async () => { const w = open(target + '/'); await new Promise((r) => setTimeout(r, 400)); try { return w.document.body.innerHTML + w.document.title; } catch { return ''; } },
  };
  for (const [way, attempt] of Object.entries(ways)) tell(way, await attempt().catch(() => ''));
  return answers;
}
function element(name, url) {
  return new Promise((resolve) => {
    const e = document.createElement(name);
    e.onload = () => resolve('loaded'); e.onerror = () => resolve('');
    if (name === 'link') { e.rel = 'stylesheet'; e.href = url; } else e.src = url;
    document.body.append(e);
  });
}
function frame(url) {
  return new Promise((resolve) => {
    const f = document.createElement('iframe');
    f.onload = () => { try { resolve(f.contentDocument.body.innerHTML + f.contentWindow.length); } catch { resolve(''); } };
    f.src = url; document.body.append(f); setTimeout(() => resolve(''), 1500);
  });
}`;

describe.skipIf(!present)(title, () => {
  let running: RunningCore;
  let host: RunningHeadless;
  let attacker: Server;
  let attackerPort = 0;
  let browser: Browser;
  let session = '';
  let entries = 0;

  beforeAll(async () => {
    running = await startCore('browser');
    host = await startTestHeadless({ core: running.core });
    await running.core.handlers['vault.create']({ folder: path.join(running.folder, 'Target.plumb'), name: 'Target' });
    running.core.events.subscribe(() => void (entries += 1));
    attacker = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><title>attacker</title><iframe name="sink"></iframe><script>${ATTACK}</script>`);
    });
    await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
    attackerPort = (attacker.address() as AddressInfo).port;
    browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-popup-blocking', NAMES],
    });
    const start = new URL(host.headless.newAddress()).hash.slice('#start='.length);
    const answer = await pageFetch(host.headless.origin)('/session', {
      method: 'POST',
      headers: { authorization: `Plumbline-Start ${start}`, 'content-type': 'application/json' },
      body: '{}',
    });
    session = ((await answer.json()) as { session: string }).session;
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => attacker.close(resolve));
    await host.stop();
    await running.stop();
  });

  it('opens through the file that hands the address over, which only its owner may read', async () => {
    const { file, remove } = await writeRedirectFile(`${host.headless.origin}/#start=handed-over`);
    const page = await browser.newPage();
    const opened = page.waitForURL(`${host.headless.origin}/#start=handed-over`);
    await page.goto(pathToFileURL(file).href).catch(() => undefined);
    await opened;
    await expect.poll(() => page.title()).toBe('page');
    await page.close();
    remove();
  });

  it.each([
    ['another port of this machine', () => `http://127.0.0.1:${attackerPort}`],
    ['another port under the name localhost', () => `http://localhost:${attackerPort}`],
    ['another site', () => `http://evil.test:${attackerPort}`],
  ])('lets %s read nothing and change nothing, even with a stolen session', async (_name, origin) => {
    const page = await browser.newPage();
    await page.goto(`${origin()}/`);
    for (const target of [host.headless.origin, `http://localhost:${host.headless.port}`, `http://rebind.test:${host.headless.port}`]) {
      const answers = await page.evaluate(`attack(${JSON.stringify(target)}, ${JSON.stringify(session)})`);
      const read = (answers as [string, string][]).filter(([, text]) => text !== '');
      expect(read, target).toEqual([]);
      expect((answers as unknown[]).length).toBeGreaterThanOrEqual(16);
    }
    await page.context().close();
    expect(entries).toBe(0);
    expect((await running.core.handlers['vault.snapshot']({})).records.memos).toEqual({});
  });

  it('is not found under a name that was bent to this machine', async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`http://rebind.test:${host.headless.port}/`);
    expect(answer?.status()).toBe(421);
    await page.close();
  });

  it('lets the same attempts succeed from its own page, so that their failure elsewhere means something', async () => {
    const page = await browser.newPage();
    await page.goto(`${host.headless.origin}/`);
    const read = await page.evaluate(async (token) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const body = JSON.stringify({ edit: 'addMemo', input: { title: 'Written by the page' } });
      const edit = await fetch('/rpc/vault.edit', { method: 'POST', headers, body });
      return [(await fetch('/')).status, edit.status, ((await edit.json()) as { ok: boolean }).ok];
    }, session);
    expect(read).toEqual([200, 200, true]);
    expect(entries).toBe(1);
    await page.close();
  });
});
