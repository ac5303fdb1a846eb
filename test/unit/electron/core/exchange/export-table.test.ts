// Tables for spreadsheets: every quote and tag of a study is in them, and no cell is a formula.
import path from 'node:path';

import Papa from 'papaparse';
import { expect, test } from 'vitest';

import { exportTable } from '#core/exchange/export-table';
import { fillSampleStudy } from '#core/services/sample-study';

import { temporaryVault } from '#test/builders/temporary-vault';

const RESOURCES = path.resolve(import.meta.dirname, '../../../../../resources/sample-study');
const read = (text: string): string[][] => Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd()).data;

test('each quote of the sample study is a row with its person, its tags and their columns', async () => {
  const { vault } = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(vault, RESOURCES, () => `s${(ids += 1)}`);
  const { text, rows } = await exportTable(vault, 'quotes');
  const [heading = [], ...body] = read(text);
  expect(rows).toBe(vault.state.all('snippets').size);
  expect(body.map(([quote]) => quote).sort()).toEqual([...vault.state.all('snippets').values()].map(({ quote }) => quote).sort());
  const ones = body.flatMap((row) => row.slice(heading.indexOf('At') + 1)).filter((cell) => cell === '1').length;
  expect(ones).toBe(vault.state.all('taggings').size);
  expect(body.every((row) => row.length === heading.length && /^P\d\d/.test(row[1] ?? ''))).toBe(true);
  expect(read((await exportTable(vault, 'codebook')).text)).toHaveLength(vault.state.all('tags').size + 1);
  const people = (await exportTable(vault, 'participants')).text;
  expect(read(people)).toHaveLength(vault.state.all('participants').size + 1);
  for (const person of vault.state.all('participants').values()) expect(people).not.toContain(`"${person.name}"`);
});

test('a cell that looks like a formula is defused, also over several lines', async () => {
  const { vault } = await temporaryVault();
  for (const name of ['=1+1', '+cmd', '-2', '@SUM(A1)']) await vault.edit('createTag', { name, definition: `=HYPERLINK("x")\n${name}` });
  const [, ...rows] = read((await exportTable(vault, 'codebook')).text);
  expect(rows).toHaveLength(4);
  for (const cell of rows.flatMap((row) => row.slice(0, 3))) expect(cell).toMatch(/^'/);
});
