// A loopback host with a small page, and browser windows of it that run on Node's own fetch.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { openSession } from '#renderer/platform/session';
import { connectHttp, type Fetch } from '#renderer/platform/transport-http';
import type { Transport } from '#shared/rpc/transport';

import { type Headless, type HeadlessOptions, startHeadless } from '../../electron/headless/http-server.ts';

export interface RunningHeadless {
  headless: Headless;
  /** Signs a new window in and connects it. */
  openWindow(): Promise<Transport>;
  stop(): Promise<void>;
}

interface TestHeadlessOptions extends Omit<HeadlessOptions, 'rendererFolder' | 'port'> {
  /** More files beside the page: name and text. */
  pageFiles?: Readonly<Record<string, string>>;
}

/** Serves a small page from a temporary folder. */
export async function startTestHeadless({ pageFiles = {}, ...options }: TestHeadlessOptions): Promise<RunningHeadless> {
  const rendererFolder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-page-'));
  await mkdir(path.join(rendererFolder, 'assets'));
  await writeFile(path.join(rendererFolder, 'index.html'), '<!doctype html><script type="module" src="./assets/app.js"></script>');
  await writeFile(path.join(rendererFolder, 'assets', 'app.js'), 'document.title = "page";');
  for (const [name, text] of Object.entries(pageFiles)) await writeFile(path.join(rendererFolder, name), text);
  const headless = await startHeadless({ ...options, rendererFolder, port: 0 });
  return {
    headless,
    openWindow: () => openWindow(headless),
    stop: async () => {
      await headless.close();
      await rm(rendererFolder, { recursive: true, force: true });
    },
  };
}

/** Says of itself what a page of this host says. */
export function pageFetch(origin: string): Fetch {
  return (place, init) => fetch(origin + place, { ...init, headers: { ...(init.headers as Record<string, string>), origin } });
}

/** A tab's storage. */
export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

async function openWindow(headless: Headless): Promise<Transport> {
  const address = new URL(headless.newAddress());
  const request = pageFetch(headless.origin);
  const session = await openSession({
    location: { hash: address.hash, pathname: address.pathname },
    history: { replaceState: () => undefined },
    storage: memoryStorage(),
    fetch: request,
  });
  return connectHttp({ fetch: request, session, retryMs: () => 20 });
}
