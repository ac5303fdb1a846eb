// The packager really runs, over a stand-in for Electron's program: configuration, fuses, and what is in the archive.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type Configuration, Platform } from 'electron-builder';

import { ensureBuilt, REPOSITORY } from '#test/builders/built-output';

import { FUSE_SENTINEL, FUSES, readFuseWire } from '../../scripts/fuse-wire.ts';

let workspace = '';
let app = '';

/** A folder that looks like an unpacked Electron to the packager: a program with fuses as they are shipped. */
async function makeElectron(fuses: string): Promise<string> {
  const folder = await mkdtemp(path.join(workspace, 'electron-'));
  const wire = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, fuses.length]), Buffer.from(fuses, 'latin1')]);
  await writeFile(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(4096), wire, Buffer.alloc(4096)]));
  await chmod(path.join(folder, 'electron'), 0o755);
  await writeFile(path.join(folder, 'version'), '45.4.1');
  await mkdir(path.join(folder, 'locales'));
  for (const language of ['en-US', 'de', 'fr']) await writeFile(path.join(folder, 'locales', `${language}.pak`), '');
  return folder;
}

async function pack(electronDist: string, more: Configuration = {}): Promise<string> {
  const output = await mkdtemp(path.join(workspace, 'dist-'));
  await build({
    projectDir: REPOSITORY,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: path.join(REPOSITORY, 'electron-builder.yml'),
      electronDist,
      directories: { output, buildResources: 'resources/icons' },
      ...more,
    },
  });
  return path.join(output, 'linux-unpacked');
}

/** Names of all files in an archive: its header is JSON behind four lengths of four bytes. */
async function filesInArchive(archive: string): Promise<string[]> {
  const bytes = await readFile(archive);
  interface Folder {
    files?: Record<string, Folder>;
  }
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Folder;
  const list = (folder: Folder, prefix: string): string[] =>
    Object.entries(folder.files ?? {}).flatMap(([name, inner]) => (inner.files ? list(inner, `${prefix}${name}/`) : [`${prefix}${name}`]));
  return list(header, '');
}

beforeAll(async () => {
  ensureBuilt();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'plumbline-packaging-'));
  app = await pack(await makeElectron('101100011'));
}, 180_000);

afterAll(() => rm(workspace, { recursive: true, force: true }));

describe('the packaged app', () => {
  it('holds the built program, package.json, and nothing else', async () => {
    const files = await filesInArchive(path.join(app, 'resources', 'app.asar'));
    for (const needed of [
      'package.json',
      'out/main/desktop.js',
      'out/main/headless.js',
      'out/main/worker.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files.filter((file) => file !== 'package.json' && !/^out\/(?:main|preload|renderer)\//.test(file))).toEqual([]);
    expect(files.filter((file) => /\.(?:ts|tsx|map)$/.test(file))).toEqual([]);
  });

  it('carries resources beside the archive, without what only the build needs', async () => {
    const resources = await readdir(path.join(app, 'resources', 'resources')).catch(() => []);
    expect(resources).not.toContain('icons');
    expect(resources).not.toContain('entitlements');
    const all = await readdir(path.join(REPOSITORY, 'resources'));
    expect(resources.toSorted()).toEqual(all.filter((name) => !['icons', 'entitlements'].includes(name)).toSorted());
    expect(await readdir(path.join(app, 'locales'))).toEqual(['en-US.pak']);
  });

  it('has every fuse as trust.md wants it', () => {
    const wire = readFuseWire(path.join(app, 'plumbline'));
    expect(Object.fromEntries(FUSES.map((fuse, index) => [fuse, wire[index]]))).toEqual({
      runAsNode: '0',
      enableCookieEncryption: '1',
      enableNodeOptionsEnvironmentVariable: '0',
      enableNodeCliInspectArguments: '0',
      enableEmbeddedAsarIntegrityValidation: '1',
      onlyLoadAppFromAsar: '1',
      loadBrowserProcessSpecificV8Snapshot: '0',
      grantFileProtocolExtraPrivileges: '0',
      wasmTrapHandlers: '1',
    });
  });
});

describe('the packager', () => {
  it('stops at a fuse that nobody has decided about', async () => {
    await expect(pack(await makeElectron('1011000111'))).rejects.toThrow(/10 fuses/);
  }, 60_000);

  it('stops at a word that is not in its language', async () => {
    await expect(pack(await makeElectron('101100011'), { electronFuse: {} } as Configuration)).rejects.toThrow(/electronFuse/);
  }, 60_000);
});

describe('the configuration', () => {
  it('names installers for three platforms, and no place to fetch updates from', async () => {
    const text = await readFile(path.join(REPOSITORY, 'electron-builder.yml'), 'utf8');
    for (const target of ['AppImage', 'deb', 'nsis', 'dmg']) expect(text).toMatch(new RegExp(`\\b${target}\\b`));
    expect(text).toMatch(/^publish: null$/m);
    expect(text).toMatch(/^asar: true$/m);
  });
});
