// A program that knows only docs/VAULT.md reads the same study that Plumbline does.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { plumblineProcess } from '../builders/plumbline-cli.ts';
import { addSource, temporaryFolder, temporaryVault } from '../builders/temporary-vault.ts';
import { readStudy } from '../independent-reader.ts';

/** As a killed program leaves it: an older snapshot, a newer history part after it, and a journal after that. */
async function studyInThreePlaces(): Promise<string> {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 's1', [['Ana', 'Nobody could tell me the price. Straße, 価格.']], ['Ana']);
  await vault.checkpoint();
  const older = readFileSync(path.join(folder, 'vault.json'));
  await vault.edit('createTag', { id: 'price', name: 'Price “list”' });
  await vault.edit('createSnippet', {
    sourceId: 's1',
    range: { startTurn: 0, startOffset: 0, endTurn: 0, endOffset: 6 },
    tagIds: ['price'],
  });
  await vault.checkpoint();
  await vault.edit('createTag', { id: 'gone', name: 'Gone' });
  await vault.edit('deleteTags', { tagIds: ['gone'] });
  await vault.edit('updateTag', { tagId: 'price', name: 'Price' });
  const copy = path.join(temporaryFolder(), 'copy.plumb');
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  writeFileSync(path.join(copy, 'vault.json'), older);
  return copy;
}

test('what an independent reader finds is what dump prints', async () => {
  const folder = await studyInThreePlaces();
  const read = readStudy(folder);
  expect(read.seq).toBe(6);
  expect(Object.keys(read.records['tags'])).toEqual(['price']);
  // After the reader: dump opens the study, and closing it writes a checkpoint.
  expect(read).toEqual(JSON.parse(plumblineProcess(['dump', folder, '--json']).stdout));
  expect(readStudy(folder)).toEqual(read);
});

test('it refuses what does not verify', async () => {
  const folder = await studyInThreePlaces();
  const journal = path.join(folder, 'journal.ndjson');
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('Gone', 'Gon3'));
  expect(() => readStudy(folder)).toThrow('broken line');
});

test('it is no longer than sixty lines and uses nothing of Plumbline', () => {
  const source = readFileSync(path.resolve(import.meta.dirname, '../independent-reader.ts'), 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
});
