// Finds the Chromium that tests drive. Playwright's own download is not needed where the system has one.
import { existsSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const FIXED_PLACES = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Absolute path of a Chromium, PLUMBLINE_CHROMIUM first; null when there is none. */
export function findChromium(env: Environment = process.env): string | null {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const inPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const wished = env['PLUMBLINE_CHROMIUM'];
  const places = [...(wished ? [wished] : []), ...inPath, ...FIXED_PLACES];
  return places.find((place) => existsSync(place)) ?? null;
}
