// The parts of `npm start` that decide: is the build fresh, can a desktop window be opened, and are fuses read rightly.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isBuilt } from '../../../scripts/build-state.ts';
import { electronBinary, noDesktopReason } from '../../../scripts/electron-binary.ts';
import { FUSE_SENTINEL, readFuseWire } from '../../../scripts/fuse-wire.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'plumbline-root-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Writes a file as of a second. */
async function write(file: string, second: number): Promise<void> {
  const place = path.join(root, file);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, '');
  await utimes(place, second, second);
}

async function dateFolders(second: number): Promise<void> {
  for (const folder of ['electron/core', 'electron', 'renderer', 'shared/lib', 'shared'])
    await utimes(path.join(root, folder), second, second);
}

describe('isBuilt', () => {
  const sources = ['electron/core/core.ts', 'renderer/main.tsx', 'shared/lib/ids.ts', 'electron.vite.config.ts', 'package.json'];
  const products = [
    'out/main/desktop.js',
    'out/main/headless.js',
    'out/main/worker.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
  ];

  it('wants every product, newer than every source', async () => {
    for (const file of sources) await write(file, 1000);
    await dateFolders(1000);
    expect(isBuilt(root)).toBe(false);
    for (const file of products) await write(file, 2000);
    expect(isBuilt(root)).toBe(true);
    for (const file of sources) {
      await write(file, 3000);
      await dateFolders(1000);
      expect(isBuilt(root), file).toBe(false);
      await write(file, 1000);
      await dateFolders(1000);
    }
    expect(isBuilt(root)).toBe(true);
  });

  it('notices a source that was removed', async () => {
    for (const file of [...sources, 'shared/lib/gone.ts']) await write(file, 1000);
    for (const file of products) await write(file, 2000);
    await dateFolders(1000);
    await rm(path.join(root, 'shared/lib/gone.ts'));
    expect(isBuilt(root)).toBe(false);
  });
});

describe('electronBinary', () => {
  it('is there only when the program itself is', async () => {
    expect(electronBinary(root, {})).toBeNull();
    await write('node_modules/electron/path.txt', 1000);
    await writeFile(path.join(root, 'node_modules/electron/path.txt'), 'electron');
    expect(electronBinary(root, {})).toBeNull();
    await write('node_modules/electron/dist/electron', 1000);
    expect(electronBinary(root, {})).toBe(path.join(root, 'node_modules/electron/dist/electron'));
    expect(electronBinary(root, { ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'elsewhere') })).toBeNull();
  });
});

describe('noDesktopReason', () => {
  it('asks for a screen and for a person, on Linux only', () => {
    expect(noDesktopReason('linux', {}, 1000)).toBe('there is no screen here');
    expect(noDesktopReason('linux', { DISPLAY: ':0' }, 0)).toContain('root');
    expect(noDesktopReason('linux', { DISPLAY: ':0' }, 1000)).toBeNull();
    expect(noDesktopReason('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull();
    expect(noDesktopReason('darwin', {}, 501)).toBeNull();
    expect(noDesktopReason('win32', {}, undefined)).toBeNull();
  });
});

describe('readFuseWire', () => {
  const program = (version: number, wire: string): Buffer =>
    Buffer.concat([
      Buffer.from('ELF'),
      Buffer.from(FUSE_SENTINEL),
      Buffer.from([version, wire.length]),
      Buffer.from(wire),
      Buffer.from('rest'),
    ]);

  it('reads one character a fuse', async () => {
    await writeFile(path.join(root, 'electron'), program(1, '01r100110'));
    expect(readFuseWire(path.join(root, 'electron'))).toBe('01r100110');
  });

  it('refuses a program without fuses or with another kind', async () => {
    await writeFile(path.join(root, 'other'), 'no fuses here');
    expect(() => readFuseWire(path.join(root, 'other'))).toThrow('No fuses');
    await writeFile(path.join(root, 'newer'), program(2, '0'));
    expect(() => readFuseWire(path.join(root, 'newer'))).toThrow('No fuses');
  });
});
