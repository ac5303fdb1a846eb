// The two shells around the app: a browser page on the loopback host, and the desktop window.
import path from 'node:path';

import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

import { openDesktopWindow } from './desktop-window.ts';
import { type HostPlaces, type RunningHost, startHost } from './host.ts';
import { attemptsOf, recordingEnvironment } from './network-record.ts';
import { type PageWatch, watchPage } from './page-watch.ts';

/** The app running in one of them; `start` again after `stop` or `kill` opens the same places anew. */
export interface Shell {
  start(): Promise<Page>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Ends everything, and fails when something went wrong that no test saw. */
  end(): Promise<void>;
  expectProblem(pattern: RegExp): void;
}

/** A page of its own in this browser; the page stays the same over restarts, as a tab does. */
export async function browserShell(browser: Browser, places: HostPlaces): Promise<Shell> {
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  const watch = watchPage(page);
  const networkLog = path.join(places.dataFolder, '..', 'network.ndjson');
  let host: RunningHost | null = null;
  const leave = async (how: (host: RunningHost) => Promise<unknown>): Promise<void> => {
    if (!host) return;
    const leaving = host;
    host = null;
    watch.pause();
    await how(leaving);
    expect(leaving.complaints(), 'what the host said on standard error').toBe('');
  };
  const stop = (): Promise<void> => leave(async (leaving) => expect(await leaving.stop(), 'exit code of the host').toBe(0));
  return {
    start: async () => {
      await page.goto('about:blank');
      watch.resume();
      host = await startHost(places, recordingEnvironment(networkLog));
      watch.allowOrigin(host.origin);
      await page.goto(host.address);
      await ready(page);
      return page;
    },
    stop,
    kill: () => leave((leaving) => leaving.kill()),
    end: async () => {
      // The page first: it would otherwise see its host go.
      const problems = [...watch.problems];
      await context.close();
      await stop();
      expect(problems, 'problems behind the page').toEqual([]);
      expect(attemptsOf(networkLog), 'what the host tried').toEqual(['listen 0 127.0.0.1']);
    },
    expectProblem: watch.expectProblem,
  };
}

/** Electron; each start gives another page. */
export function desktopShell(places: HostPlaces): Shell {
  let running: { window: Awaited<ReturnType<typeof openDesktopWindow>>; watch: PageWatch } | null = null;
  const problems: string[] = [];
  const leave = async (how: 'stop' | 'kill'): Promise<void> => {
    if (!running) return;
    const { window, watch } = running;
    running = null;
    problems.push(...watch.problems);
    await window[how]();
  };
  return {
    start: async () => {
      const window = await openDesktopWindow(places);
      running = { window, watch: watchPage(window.page) };
      await ready(window.page);
      return window.page;
    },
    stop: () => leave('stop'),
    kill: () => leave('kill'),
    end: async () => {
      await leave('stop');
      expect(problems, 'problems behind the window').toEqual([]);
    },
    expectProblem: (pattern) => running?.watch.expectProblem(pattern),
  };
}

/** The window stands when its views can be chosen. */
async function ready(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
}
