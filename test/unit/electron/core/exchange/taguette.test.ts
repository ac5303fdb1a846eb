// Taguette databases: counts and every highlighted word, against an independent reading of the same file by SQLite itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DatabaseSync } from 'node:sqlite';
import path from 'node:path';

import { expect, test } from 'vitest';

import { htmlText } from '#core/exchange/html-text';
import { readExchange } from '#core/exchange/read-exchange';
import { openSqlite, SqliteFault } from '#core/exchange/sqlite-file';
import type { Vault } from '#core/vault/vault';
import { sourceTextOf } from '#shared/domain/exchange/source-text';

import { importExchange } from '#test/builders/import-exchange';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';
import { temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const FILE = 'taguette/serdif_subset.sqlite3';
const there = sharedData(FILE) !== null;
// By require: Vite takes an import of node:sqlite for a package of that name.
const sqlite = createRequire(import.meta.url)('node:sqlite') as { DatabaseSync: typeof DatabaseSync };

const importInto = (vault: Vault, bytes: Uint8Array) => importExchange(vault, 't.sqlite3', bytes, '2026-01-01T00:00:00.000Z');

test.runIf(there)('a Taguette project comes in with its counts, and every snippet has the words that were highlighted', async () => {
  const file = sharedData(FILE) ?? '';
  const { vault } = await temporaryVault();
  const preview = await importInto(vault, readFileSync(file));
  expect(preview.counts).toMatchObject({ sources: 12, selections: 1263, codes: 22, codings: 1370 });
  expect(preview.report.leaves).toEqual([]);
  const database = new sqlite.DatabaseSync(file, { readOnly: true });
  const highlights = database
    .prepare(
      'select d.name, h.snippet, (select group_concat(t.path, char(10)) from highlight_tags x join tags t on t.id = x.tag_id where x.highlight_id = h.id) as tags from highlights h join documents d on d.id = h.document_id',
    )
    .all() as { name: string; snippet: string; tags: string | null }[];
  database.close();
  const line = (text: string): string => text.replace(/\s+/g, '');
  const wanted = highlights.map(({ name, snippet, tags }) =>
    [name, line(htmlText(snippet).text), ...(tags ?? '').split('\n').sort()].join('|'),
  );
  const { state } = vault;
  const found: string[] = [];
  for (const source of state.all('sources').values()) {
    const { text, placeOf } = sourceTextOf(await vault.transcripts.readSource(source));
    const points = [...text];
    for (const snippet of state.referring('sources', source.id, 'snippets')) {
      const place = placeOf(snippet) ?? { start: 0, end: 0 };
      const tags = state.referring('snippets', snippet.id, 'taggings').map((tagging) => state.require('tags', tagging.tagId).name);
      const words = line(points.slice(place.start, place.end).join(''));
      found.push([source.title, words, ...(tags.length > 0 ? tags.sort() : [''])].join('|'));
      // Labels of speakers stand in the text between turns, and not in the quote.
      expect(isWithin(line(snippet.quote), words)).toBe(true);
    }
  }
  expect(found.sort()).toEqual(wanted.sort());
});

/** Whether the words are those of the text, in order, with nothing but labels left out. */
function isWithin(words: string, text: string): boolean {
  let at = 0;
  for (const letter of text) if (words.startsWith(letter, at)) at += letter.length;
  return at === words.length;
}

test.runIf(there)('a second import of the same file changes nothing', async () => {
  const { vault } = await temporaryVault();
  const bytes = readFileSync(sharedData(FILE) ?? '');
  await importInto(vault, bytes);
  const before = vault.state.toRecords();
  await importInto(vault, bytes);
  expect(vault.state.toRecords()).toEqual(before);
});

test('rows of any length, kind and number are read as SQLite wrote them', () => {
  const file = path.join(temporaryFolder(), 'any.sqlite3');
  const database = new sqlite.DatabaseSync(file);
  database.exec(
    'create table "any" (id integer primary key, number real, [whole] integer, words text not null, bytes blob, constraint c check (id > 0))',
  );
  const insert = database.prepare('insert into "any" (number, whole, words, bytes) values (?, ?, ?, ?)');
  for (let row = 0; row < 700; row += 1) {
    insert.run(row / 7, (row % 2 ? -1 : 1) * 7 ** (row % 17), 'é🙂'.repeat(row % 350), row % 3 ? null : new Uint8Array([row & 255, 1]));
  }
  database.exec('alter table "any" add column later text');
  const wanted = database.prepare('select * from "any" order by id').all();
  database.close();
  const found = openSqlite(readFileSync(file)).rows('any');
  expect(found).toEqual(wanted.map((row) => ({ ...row })));
});

test('a damaged database ends in a sentence, wherever it is cut or changed', async () => {
  const file = path.join(temporaryFolder(), 'cut.sqlite3');
  const database = new sqlite.DatabaseSync(file);
  database.exec("create table projects (id integer primary key, name text); insert into projects values (1, 'x')");
  for (const table of ['documents', 'tags', 'highlights', 'highlight_tags'])
    database.exec(`create table ${table} (id integer primary key)`);
  database.close();
  const bytes = readFileSync(file);
  for (let cut = 0; cut < bytes.length; cut += 97) {
    const part = bytes.subarray(0, cut);
    if (cut >= 100) await expect(readExchange('cut.sqlite3', part)).rejects.toMatchObject({ code: 'unreadable-file' });
    const changed = Buffer.from(bytes);
    changed[cut] = (changed[cut] ?? 0) ^ 0xff;
    await readExchange('changed.sqlite3', changed).catch((error: unknown) => expect(error).toMatchObject({ code: 'unreadable-file' }));
  }
  expect(() => openSqlite(Buffer.from('SQLite format 3\0 and no more'))).toThrow(SqliteFault);
});

if (!there) test.skip(`SKIPPED: Taguette is tested where ${SHARED_DATA_FOLDER}/${FILE} lies beside the repository`, () => undefined);
