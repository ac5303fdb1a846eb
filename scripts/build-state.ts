// Is out/ there, and is it newer than everything it is made of?
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json'];
const PRODUCTS = [
  'out/main/desktop.js',
  'out/main/headless.js',
  'out/main/worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** True when nothing needs to be built. */
export function isBuilt(root: string): boolean {
  const products = PRODUCTS.map((file) => path.join(root, file));
  if (!products.every((file) => existsSync(file))) return false;
  const oldestProduct = Math.min(...products.map((file) => statSync(file).mtimeMs));
  return SOURCES.every((source) => newest(path.join(root, source)) <= oldestProduct);
}

/** Time of the latest change in a file or in a folder and everything below it (ms since 1970). */
function newest(place: string): number {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // The folder's own time tells of files that were removed.
  return Math.max(stats.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
