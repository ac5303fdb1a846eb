// What end-to-end tests start from: the real app on a real study, in a page that fails the test when anything goes wrong behind it.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { type Browser, type Page, test as base } from '@playwright/test';

import { type Cli, makeCli } from './support/cli.ts';
import { browserShell, desktopShell, type Shell } from './support/shell.ts';

export { expect, type Page } from '@playwright/test';
export { expectNoAxeViolations } from './support/axe.ts';
export { goTo, runCommand } from './support/run-command.ts';

export interface EndToEndOptions {
  /** Which shell the app runs in; set by the project. */
  shell: 'browser' | 'desktop';
}

export interface App {
  page: Page;
  /** The study that is open. */
  vaultFolder: string;
  dataFolder: string;
  /** Stops the app (unless it was killed) and starts it again on the same study; on the desktop the page is another one. */
  restart(): Promise<Page>;
  /** Ends the app as a power cut would. */
  kill(): Promise<void>;
  /** For tests that provoke a problem behind the page (an error in its console): it must be there, and counts no more. */
  expectProblem(pattern: RegExp): void;
}

interface TestFixtures {
  /** The study is the sample study instead of an empty one. */
  sampleStudy: boolean;
  /** The app starts with no study open; `vaultFolder` is made all the same, to be opened. */
  noStudy: boolean;
  /** A folder of this test, gone afterwards; a place for files to import and to export to. */
  folder: string;
  vaultFolder: string;
  cli: Cli;
  app: App;
  /** A second window of another app on the same study, as on a second computer: to be started and stopped. */
  rival: Shell;
}

interface WorkerFixtures extends EndToEndOptions {
  /** Null on the desktop, which brings its own. */
  ownBrowser: Browser | null;
  templates: StudyTemplates;
}

/** Gives the path of a finished study to copy; made by the real command line, once a worker. */
type StudyTemplates = (kind: 'empty' | 'sample') => Promise<string>;

const places = (folder: string) => ({ dataFolder: path.join(folder, 'data'), homeFolder: path.join(folder, 'home') });

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shell: ['browser', { scope: 'worker', option: true }],
  sampleStudy: [false, { option: true }],
  noStudy: [false, { option: true }],

  ownBrowser: [
    async ({ playwright, shell }, use) => {
      const browser = shell === 'browser' ? await playwright.chromium.launch() : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],

  templates: [
    async ({}, use) => {
      const folder = await makeScratch();
      const cli = makeCli(places(folder));
      const made = new Map<string, Promise<string>>();
      await use((kind) => made.get(kind) ?? made.set(kind, makeStudy(cli, path.join(folder, kind), kind)).get(kind)!);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  folder: async ({}, use) => {
    const folder = await makeScratch();
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  cli: async ({ folder }, use) => use(makeCli(places(folder))),

  vaultFolder: async ({ folder, templates, sampleStudy }, use) => {
    const vaultFolder = path.join(folder, sampleStudy ? 'Sample study.plumb' : 'Test study.plumb');
    await cp(await templates(sampleStudy ? 'sample' : 'empty'), vaultFolder, { recursive: true });
    await use(vaultFolder);
  },

  app: async ({ folder, vaultFolder, noStudy, ownBrowser }, use) => {
    const hostPlaces = { ...places(folder), vaultFolder: noStudy ? null : vaultFolder };
    const shell = ownBrowser ? await browserShell(ownBrowser, hostPlaces) : desktopShell(hostPlaces);
    const app: App = {
      page: await shell.start(),
      vaultFolder,
      dataFolder: hostPlaces.dataFolder,
      restart: async () => {
        await shell.stop();
        app.page = await shell.start();
        return app.page;
      },
      kill: shell.kill,
      expectProblem: shell.expectProblem,
    };
    await use(app);
    await shell.end();
  },

  rival: async ({ folder, vaultFolder, ownBrowser }, use) => {
    const rivalPlaces = { ...places(path.join(folder, 'rival')), vaultFolder };
    await mkdir(rivalPlaces.homeFolder, { recursive: true });
    const shell = ownBrowser ? await browserShell(ownBrowser, rivalPlaces) : desktopShell(rivalPlaces);
    await use(shell);
    await shell.end();
  },

  page: async ({ app }, use) => use(app.page),
});

async function makeScratch(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-e2e-'));
  await mkdir(path.join(folder, 'home'));
  return folder;
}

async function makeStudy(cli: Cli, folder: string, kind: 'empty' | 'sample'): Promise<string> {
  const vault = `${folder}.plumb`;
  const answer = await cli([
    'create',
    vault,
    '--name',
    kind === 'sample' ? 'Sample study' : 'Test study',
    ...(kind === 'sample' ? ['--sample'] : []),
  ]);
  if (answer.code !== 0) throw new Error(`The ${kind} study could not be made: ${answer.stderr}`);
  return vault;
}
