// Makes sure that there is a Chromium for the end-to-end tests: finds one, or installs Debian's where this may be done.
import { spawnSync } from 'node:child_process';

import { findChromium } from './find-chromium.ts';

const INSTALL_LIMIT_MS = 5 * 60_000;
const PACKAGES = ['chromium', 'fonts-dejavu-core'];

/** Null when there is one; otherwise, in a sentence, why not and what to do. */
export function ensureChromium(say: (text: string) => void): string | null {
  if (findChromium() !== null) return null;
  if (process.platform === 'linux' && process.getuid?.() === 0 && apt(['--version'])) {
    say(`There is no Chromium here; installing ${PACKAGES.join(' and ')} with apt-get …\n`);
    // Old package lists name files that are gone; a failing update may still leave lists that work.
    apt(['update']);
    apt(['install', '--yes', '--no-install-recommends', ...PACKAGES]);
    if (findChromium() !== null) return null;
    return 'There is no Chromium here and apt-get could not install it, so nothing was tried in a browser.';
  }
  return 'There is no Chromium here, so nothing was tried in a browser. Install it (Debian: apt-get install chromium) or name one in PLUMBLINE_CHROMIUM.';
}

function apt(args: readonly string[]): boolean {
  const { status, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: INSTALL_LIMIT_MS,
  });
  if (status !== 0 && stderr) process.stderr.write(stderr.slice(-2000));
  return status === 0;
}
