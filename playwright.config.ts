// End-to-end tests: in a real browser over the loopback host, and in the desktop window where Electron's program is present.
import path from 'node:path';

import { defineConfig } from '@playwright/test';

import { electronBinary, noDesktopReason } from './scripts/electron-binary.ts';
import { findChromium } from './scripts/find-chromium.ts';
import type { EndToEndOptions } from './test/e2e/fixtures.ts';

const root = import.meta.dirname;
const executablePath = findChromium();
const desktopReason =
  electronBinary(root) === null
    ? 'Electron’s program has not been fetched'
    : noDesktopReason(process.platform, process.env, process.getuid?.());
/** Kept outside of test-results, which Playwright empties. */
const report = process.env['PLUMBLINE_REPORT'];

/** The specification that says why the desktop was not tested; run only then. */
const DESKTOP_MISSING = '**/desktop-missing.spec.ts';

export default defineConfig<EndToEndOptions>({
  testDir: path.join(root, 'test/e2e'),
  outputDir: path.join(root, 'test-results'),
  globalSetup: path.join(root, 'test/e2e/global-setup.ts'),
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // As root in a container there is no sandbox; the rest keeps Chromium from calling anybody.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'browser', testIgnore: DESKTOP_MISSING, use: { shell: 'browser' } },
    desktopReason === null
      ? { name: 'desktop', testIgnore: DESKTOP_MISSING, workers: 1, use: { shell: 'desktop' } }
      : { name: 'desktop', testMatch: DESKTOP_MISSING, metadata: { reason: desktopReason }, use: { shell: 'desktop' } },
  ],
});
