// Tables for spreadsheets: every quote and tag of a study is in them, and no cell is a formula.
import path from 'node:path';

import Papa from 'papaparse';
import { expect, test } from 'vitest';

import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';

import { exportNotes, zipNotes } from '#core/exchange/export-notes';
import { exportRows, exportSheets, type ExportedTable } from '#core/exchange/export-table';
import { csvText, workbookBytes } from '#core/exchange/write-tables';
import type { Vault } from '#core/vault/vault';
import { fillSampleStudy } from '#core/services/sample-study';

import { temporaryVault } from '#test/builders/temporary-vault';

const RESOURCES = path.resolve(import.meta.dirname, '../../../../../resources/sample-study');
const read = (text: string): string[][] => Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd()).data;

const OUT = { purpose: 'stakeholders', day: '2026-06-30' } as const;

const csvOf = async (vault: Vault, table: ExportedTable, names?: 'names'): Promise<string> =>
  csvText(await exportRows(vault, table, { ...OUT, ...(names && { names }) }));

test('each quote of the sample study is a row with its person, its tags and their columns', async () => {
  const { vault } = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(vault, RESOURCES, () => `s${(ids += 1)}`);
  const [heading = [], ...body] = read(await csvOf(vault, 'quotes', 'names'));
  expect(body).toHaveLength(vault.state.all('snippets').size);
  expect(body.map(([quote]) => quote).sort()).toEqual([...vault.state.all('snippets').values()].map(({ quote }) => quote).sort());
  const ones = body.flatMap((row) => row.slice(heading.indexOf('At') + 1)).filter((cell) => cell === '1').length;
  expect(ones).toBe(vault.state.all('taggings').size);
  expect(body.every((row) => row.length === heading.length && /^P\d\d/.test(row[1] ?? ''))).toBe(true);
  expect(read(await csvOf(vault, 'codebook'))).toHaveLength(vault.state.all('tags').size + 1);
  const people = await csvOf(vault, 'participants');
  expect(read(people)).toHaveLength(vault.state.all('participants').size + 1);
  for (const person of vault.state.all('participants').values()) expect(people).not.toContain(`"${person.name}"`);
});

test('a cell that looks like a formula is defused, also over several lines', async () => {
  const { vault } = await temporaryVault();
  for (const name of ['=1+1', '+cmd', '-2', '@SUM(A1)']) await vault.edit('createTag', { name, definition: `=HYPERLINK("x")\n${name}` });
  const [, ...rows] = read(await csvOf(vault, 'codebook'));
  expect(rows).toHaveLength(4);
  for (const cell of rows.flatMap((row) => row.slice(0, 3))) expect(cell).toMatch(/^'/);
});

async function sampleVault() {
  const { vault } = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(vault, RESOURCES, () => `s${(ids += 1)}`);
  return vault;
}

test('a workbook opens again with the same cells, and none of them is a formula', async () => {
  const vault = await sampleVault();
  const hostile = ['=1+1', '+cmd', '-2', '@SUM(A1)', '=HYPERLINK("http://x","y")'];
  for (const name of hostile) await vault.edit('createTag', { name, definition: `\t=1\u0001${'x'.repeat(40_000)}` });
  const bytes = Buffer.from(await workbookBytes(await exportSheets(vault, OUT)));
  const sheets = await readXlsx(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Quotes', 'Codebook', 'Participants', 'Tags together', 'Tags by segment']);
  const cells = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
  expect(cells('Quotes')).toHaveLength(vault.state.all('snippets').size + 1);
  const codebook = cells('Codebook').map(([tag]) => tag);
  for (const name of hostile) expect(codebook).toContain(name);
  const csv = read(await csvOf(vault, 'tags-by-segment'));
  expect(cells('Tags by segment').map((row) => row.map((cell) => String(cell ?? '')))).toEqual(
    csv.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
  );
  const files = unzipSync(bytes);
  const parts = Object.keys(files).filter((name) => name.endsWith('.xml'));
  expect(parts.length).toBeGreaterThan(5);
  for (const name of parts) expect(strFromU8(files[name]!)).not.toMatch(/<f[ >]/);
});

test('names in quotes, titles and notes leave as pseudonyms unless names are asked for', async () => {
  const vault = await sampleVault();
  const [person] = [...vault.state.all('participants').values()].filter(({ name }) => name.length > 3);
  const name = person?.name ?? '';
  const [snippetId = ''] = vault.state.all('snippets').keys();
  await vault.edit('setSnippetNote', { snippetId, note: `Ask ${name} again.` });
  expect(name).not.toBe('');
  expect(await csvOf(vault, 'quotes')).not.toContain(name);
  expect(await csvOf(vault, 'quotes', 'names')).toContain(name);
  const notes = (await exportNotes(vault, OUT)).map(({ text }) => text).join('');
  expect(notes).not.toContain(name);
  expect(notes).toContain(`Ask ${person?.pseudonym ?? '?'} again.`);
});

test('notes: one file an interview, each quote with its tags', async () => {
  const vault = await sampleVault();
  const notes = await exportNotes(vault, { ...OUT, names: 'names' });
  const quotes = notes.flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith('> ')));
  expect(quotes.length).toBeGreaterThanOrEqual(vault.state.all('snippets').size);
  const tags = notes.flatMap(({ text }) => text.match(/(?<=^|\s)#[\p{L}_][\p{L}\p{N}_/-]*/gmu) ?? []);
  expect(tags).toHaveLength(vault.state.all('taggings').size);
  const unpacked = unzipSync(zipNotes(notes, '2026-06-30T12:00:00.000Z'));
  expect(Object.keys(unpacked).sort()).toEqual(notes.map(({ fileName }) => fileName).sort());
});
