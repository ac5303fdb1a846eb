// docs/CAPABILITIES.md sends nobody after a command that is called otherwise.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { CATALOG } from '#shared/commands/catalog';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/CAPABILITIES.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| what'));

test('every line names a command by its title', () => {
  const titles = new Set<string>(CATALOG.map(({ title }) => title));
  const named = rows.map((row) => /\*([^*]+)\* \|$/.exec(row)?.[1] ?? row);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});
