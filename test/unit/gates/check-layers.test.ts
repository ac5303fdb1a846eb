// Proves that both gates of the house bite: one bad import for every rule, one wrong global for every environment.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { temporaryFolder } from '#test/builders/temporary-vault';

import { LEAST_MODULES, readLayers } from '../../../scripts/check-layers.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

/** A rule, the file that breaks it, and its import. */
const SEEDS: readonly [rule: string, file: string, specifier: string][] = [
  ['shared/lib', 'shared/lib/seed.ts', '#shared/model/changes'],
  ['shared/model', 'shared/model/seed.ts', '#shared/domain/search/rank-names'],
  ['shared/domain', 'shared/domain/seed.ts', '#shared/edits/index'],
  ['shared/edits', 'shared/edits/seed.ts', '#shared/rpc/contract'],
  ['shared/commands', 'shared/commands/seed.ts', '#shared/model/changes'],
  ['shared/rpc', 'shared/rpc/seed.ts', '#shared/commands/catalog'],
  ['electron/core', 'electron/core/seed.ts', '../headless/options.ts'],
  ['electron/headless', 'electron/headless/seed.ts', '../desktop/switches.ts'],
  ['electron/cli', 'electron/cli/seed.ts', '../headless/options.ts'],
  ['electron/desktop', 'electron/desktop/seed.ts', '../cli/command-line.ts'],
  ['renderer/platform', 'renderer/platform/seed.ts', '#renderer/stores/vault-store'],
  ['renderer/stores', 'renderer/stores/seed.ts', '../ui/Button.tsx'],
  ['renderer/ui', 'renderer/ui/seed.ts', '#renderer/stores/vault-store'],
  ['renderer/commands', 'renderer/commands/seed.ts', '../workbench/StatusBar.tsx'],
  ['renderer/workbench', 'renderer/workbench/seed.ts', '#renderer/platform/session'],
  ['renderer/features', 'renderer/features/board/seed.ts', '../../workbench/StatusBar.tsx'],
  ['renderer/features', 'renderer/features/board/seed-room.ts', '../codebook/commands.ts'],
  ['renderer/features', 'renderer/features/board/seed-commands.ts', '#renderer/commands/dispatcher'],
  ['doors-only', 'renderer/seed-door.ts', './features/board/commands.ts'],
  ['electron-only-in-desktop', 'electron/core/seed-electron.ts', 'electron'],
  ['electron-only-in-desktop', 'electron/headless/seed-electron.ts', 'electron'],
  ['no-node-in-the-page', 'shared/domain/seed-node.ts', 'node:fs'],
  ['no-node-in-the-page', 'renderer/ui/seed-node.ts', 'node:path'],
  ['no-window-in-the-core', 'electron/core/seed-window.ts', '#renderer/stores/vault-store'],
  ['no-window-in-the-core', 'shared/lib/seed-window.ts', 'react'],
  ['no-tests-in-the-product', 'shared/lib/seed-test.ts', '#test/builders/shared-data'],
  ['no-tools-in-the-product', 'renderer/ui/seed-tool.ts', 'vitest'],
  ['no-circle', 'shared/lib/seed-circle-one.ts', './seed-circle-two.ts'],
  ['resolvable', 'shared/lib/seed-nowhere.ts', './no-such-file.ts'],
];

/** A copy of our sources that a seed can be put into; packages are those of the repository. */
function copyOfTheHouse(): string {
  const root = temporaryFolder('plumbline-house-');
  for (const name of ['shared', 'electron', 'renderer', 'test/builders', 'package.json', 'tsconfig.base.json']) {
    cpSync(path.join(REPOSITORY, name), path.join(root, name), { recursive: true });
  }
  symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(root, 'node_modules'));
  return root;
}

function put(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

describe('the import table', () => {
  test(`the house as it stands keeps it, and more than ${LEAST_MODULES} modules were read`, () => {
    const { modules, breaches } = readLayers(REPOSITORY);
    expect(breaches).toEqual([]);
    expect(modules).toBeGreaterThan(LEAST_MODULES);
  });

  test('every rule refuses a bad import put into a copy of the house', () => {
    const root = copyOfTheHouse();
    for (const [, file, specifier] of SEEDS) put(root, file, `import '${specifier}';\n`);
    put(root, 'shared/lib/seed-circle-two.ts', "import './seed-circle-one.ts';\n");
    const { breaches } = readLayers(root);
    const missed = SEEDS.filter(([rule, file]) => !breaches.some((breach) => breach.rule === rule && breach.from === file));
    expect(missed).toEqual([]);
  });

  test('every rule has a seed, also when the import is of a type only', async () => {
    const table = new URL('../../../.dependency-cruiser.mjs', import.meta.url).href;
    const { default: config } = (await import(table)) as { default: { forbidden: { name: string }[] } };
    const rules = config.forbidden.map((rule) => rule.name);
    expect(new Set([...SEEDS.map(([rule]) => rule), 'room-types'])).toEqual(new Set(rules));
    const root = copyOfTheHouse();
    put(root, 'renderer/features/room.ts', "import type { Handler } from '../commands/run-command.ts';\nexport type Room = Handler;\n");
    put(root, 'shared/lib/seed-type.ts', "import type { Change } from '#shared/model/changes';\nexport type Seed = Change;\n");
    const found = readLayers(root).breaches.map(({ rule, from }) => `${rule}: ${from}`);
    expect(found).toContain('room-types: renderer/features/room.ts');
    expect(found).toContain('shared/lib: shared/lib/seed-type.ts');
  });
});

/** An environment, its folder, and lines that must not compile there; the first line of each must. */
const ENVIRONMENTS: readonly { folder: string; fine: string; refused: readonly string[] }[] = [
  {
    folder: 'shared',
    fine: 'export const seed = new Map<string, number>().size;',
    refused: [
      'export const seed = window.innerWidth;',
      'export const seed = document.title;',
      'export const seed = process.env;',
      "export { readFileSync } from 'node:fs';",
      'export const seed = Buffer.from([]);',
      'export const seed = setTimeout(() => undefined, 1);',
      'export const seed = (list: string[]): string => list[0];',
    ],
  },
  {
    folder: 'electron',
    fine: 'export const seed = process.pid;',
    refused: [
      'export const seed = window.innerWidth;',
      'export const seed = document.title;',
      'export const seed = (element: HTMLElement) => element;',
    ],
  },
  {
    folder: 'renderer',
    fine: 'export const seed = window.innerWidth;',
    refused: [
      'export const seed = process.env;',
      "export { readFileSync } from 'node:fs';",
      'export const seed = Buffer.from([]);',
      "export const seed = require('fs');",
    ],
  },
];

describe('one environment for each folder', () => {
  test.each(ENVIRONMENTS)('$folder compiles what it has and refuses what it has not', ({ folder, fine, refused }) => {
    const root = copyOfTheHouse();
    const place = folder === 'electron' ? 'electron/core/seeds' : `${folder}/seeds`;
    const lines = [fine, ...refused];
    lines.forEach((line, index) => put(root, `${place}/seed${index}.ts`, `${line}\n`));
    const up = path.relative(path.join(root, place), path.join(root, folder));
    put(root, `${place}/tsconfig.json`, JSON.stringify({ extends: `${up}/tsconfig.json`, include: ['./*.ts'] }));
    const { stdout } = spawnSync(process.execPath, [path.join(REPOSITORY, 'node_modules/typescript/bin/tsc'), '-p', place], {
      cwd: root,
      encoding: 'utf8',
    });
    const withErrors = lines.filter((_, index) => stdout.includes(`/seed${index}.ts(`));
    expect(withErrors, stdout).toEqual(refused);
  });
});
