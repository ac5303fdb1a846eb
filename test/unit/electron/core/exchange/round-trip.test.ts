// Projects of other tools in and out again, and whole studies out and in again, through real vaults.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { exportProject } from '#core/exchange/export-project';
import { readPackage } from '#core/exchange/read-package';
import { fillSampleStudy } from '#core/services/sample-study';
import type { Vault } from '#core/vault/vault';
import type { ExchangeProject } from '#shared/domain/exchange/project';
import { COLLECTIONS } from '#shared/model/records/index';

import { importExchange } from '#test/builders/import-exchange';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';
import { temporaryVault } from '#test/builders/temporary-vault';
import { refiFaults } from '#test/builders/validate-refi';

const NOW = '2026-02-03T04:05:06.000Z';
const RESOURCES = path.resolve(import.meta.dirname, '../../../../../resources/sample-study');

/** Counts as ../shared/data/INDEX.md gives them. */
const FILES = {
  'qdpx/nvivo15mac_codes-only.qdpx': { codes: 262, codeDepth: 7, sources: 2, users: 2, selections: 0, codings: 0, sets: 0 },
  'qdpx/qc132_demo_with-selections.qdpx': { codes: 262, codeDepth: 7, sources: 2, users: 1, selections: 158, codings: 205, sets: 0 },
  'qdpx/atlasti23win_codes-only.qdpx': { codes: 3, codeDepth: 2, sources: 0, users: 2, selections: 0, codings: 0, sets: 0 },
  'qde/maxqda24_plus_script_codebook-wrong-namespace.qde': {
    codes: 343,
    codeDepth: 2,
    sources: 10,
    users: 1,
    selections: 0,
    codings: 0,
    sets: 2,
  },
  'qdc/refitools_example_codebook.qdc': { codes: 44, codeDepth: 2, sources: 0, users: 0, selections: 0, codings: 0, sets: 0 },
  'qdc/atlasti23_requal_codebook.qdc': { codes: 1, codeDepth: 1, sources: 0, users: 0, selections: 0, codings: 0, sets: 1 },
} as const;

const importInto = (vault: Vault, fileName: string, bytes: Uint8Array) => importExchange(vault, fileName, bytes, NOW);

/** Codes, selections and codings as comparable lines. @param guids false where the file's ids are no GUIDs. */
function essence(project: ExchangeProject, guids: boolean) {
  const names = new Map(project.codes.map((code) => [code.key, code.name]));
  const idOf = (key: string): string => (guids ? key : (names.get(key) ?? ''));
  return {
    codes: project.codes
      .map((code) =>
        [
          guids ? code.guid : '',
          code.name,
          code.parent === null ? '' : idOf(code.parent),
          code.colour,
          code.codable,
          code.description.trim(),
        ].join('|'),
      )
      .sort(),
    selections: project.sources
      .flatMap((source) => source.selections.map(({ guid, start, end }) => `${source.guid} ${guid} ${start} ${end}`))
      .sort(),
    codings: project.sources
      .flatMap((source) =>
        source.selections.flatMap(({ guid, codings }) => codings.map((coding) => `${source.guid} ${guid} ${idOf(coding.code)}`)),
      )
      .sort(),
    users: project.users.map((user) => user.name),
  };
}

const there = sharedData('refi') !== null;

test.runIf(there)('every exchange file beside the repository is listed here', () => {
  const folder = sharedData('refi') ?? '';
  const found = ['qdpx', 'qde', 'qdc'].flatMap((kind) => readdirSync(path.join(folder, kind)).map((name) => `${kind}/${name}`));
  expect(found.sort()).toEqual(Object.keys(FILES).sort());
});

test.runIf(there).for(Object.entries(FILES))(
  '%s comes in with its counts and goes out with the same codes, selections and codings',
  async ([name, counts]) => {
    const bytes = readFileSync(sharedData(`refi/${name}`) ?? '');
    const { vault } = await temporaryVault();
    const preview = await importInto(vault, path.basename(name), bytes);
    expect(preview.counts).toMatchObject(counts);
    expect(vault.state.all('tags').size).toBe(counts.codes);
    expect(vault.state.all('sources').size).toBe(counts.sources);
    expect(vault.state.all('snippets').size).toBe(counts.selections);
    expect(vault.state.all('taggings').size).toBe(counts.codings);

    const { bytes: out } = await exportProject(vault, 'qdpx', NOW);
    const before = await readPackage(path.basename(name), bytes);
    const after = await readPackage('out.qdpx', out);
    const guids = name !== 'qdc/refitools_example_codebook.qdc';
    const left = essence(before.project, guids);
    const right = essence(after.project, guids);
    expect(right.codes).toEqual(left.codes);
    expect(right.selections).toEqual(left.selections);
    expect(right.codings).toEqual(left.codings);
    for (const source of before.project.sources) {
      const text = await before.textOf(source);
      const again = after.project.sources.find((other) => other.key === source.key);
      if ('raw' in text && again)
        expect(await after.textOf(again)).toMatchObject({ raw: text.raw.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '') });
    }
    const xml = Buffer.from(unzipSync(out)['project.qde'] ?? []).toString('utf8');
    expect(await refiFaults('project', xml)).toEqual([]);
  },
);

test.runIf(there)('selections of the demo project hold the words that its positions name', async () => {
  const bytes = readFileSync(sharedData('refi/qdpx/qc132_demo_with-selections.qdpx') ?? '');
  const { vault } = await temporaryVault();
  await importInto(vault, 'demo.qdpx', bytes);
  const { project, textOf } = await readPackage('demo.qdpx', bytes);
  let compared = 0;
  for (const source of project.sources) {
    const text = await textOf(source);
    const points = 'raw' in text ? [...text.raw] : [];
    for (const selection of source.selections) {
      const written = points.slice(selection.start, selection.end).join('');
      const snippet = vault.state.require('snippets', selection.guid);
      // Labels between turns are in the text and not in the quote: each of its lines stands in what was selected.
      for (const line of snippet.quote.split('\n')) expect(written).toContain(line);
      compared += 1;
    }
  }
  expect(compared).toBe(158);
});

test('the sample study comes back as it was', async () => {
  const one = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(one.vault, RESOURCES, () => `s${(ids += 1)}`);
  const { bytes } = await exportProject(one.vault, 'qdpx', NOW);
  const two = await temporaryVault();
  const preview = await importInto(two.vault, 'sample.qdpx', bytes);
  expect(preview.report.leaves).toEqual([]);
  for (const collection of COLLECTIONS) {
    expect([collection, Object.fromEntries(two.vault.state.all(collection))]).toEqual([
      collection,
      Object.fromEntries(one.vault.state.all(collection)),
    ]);
  }
  for (const source of one.vault.state.all('sources').values()) {
    expect(await two.vault.transcripts.readSource(two.vault.state.require('sources', source.id))).toEqual(
      await one.vault.transcripts.readSource(source),
    );
  }
  expect(two.vault.undoLabel).toBe('Import Larkmoor pricing study');
});

test('an exported study is valid to the schema, for other tools as well as without our own file', async () => {
  const one = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(one.vault, RESOURCES, () => `s${(ids += 1)}`);
  const { bytes, report } = await exportProject(one.vault, 'qdpx', NOW);
  const files = unzipSync(bytes);
  const xml = Buffer.from(files['project.qde'] ?? []).toString('utf8');
  const faults = await refiFaults('project', xml);
  expect(faults ?? []).toEqual([]);
  expect(report.changes.length).toBeGreaterThan(3);
  for (const [name, content] of Object.entries(files)) {
    if (name.startsWith('sources/')) expect(Buffer.from(content).toString('utf8')).not.toMatch(/^\ufeff|\r/);
  }
  const codebook = await exportProject(one.vault, 'qdc', NOW);
  expect((await refiFaults('codebook', Buffer.from(codebook.bytes).toString('utf8'))) ?? []).toEqual([]);

  const plain = zipSync(Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'plumbline.json')));
  const two = await temporaryVault();
  const preview = await importInto(two.vault, 'plain.qdpx', plain);
  const { state } = one.vault;
  expect(preview.counts).toMatchObject({
    selections: state.all('snippets').size,
    codings: state.all('taggings').size + [...state.all('cards').values()].filter((card) => card.themeId !== null).length,
    codes: state.all('tags').size + state.all('themes').size + 1,
  });
  const words = (vault: Vault): string[] => [...vault.state.all('snippets').values()].map((snippet) => snippet.quote).sort();
  expect(words(two.vault)).toEqual(words(one.vault));
});

test('importing the same package twice changes nothing', async () => {
  const one = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(one.vault, RESOURCES, () => `s${(ids += 1)}`);
  const { bytes } = await exportProject(one.vault, 'qdpx', NOW);
  const before = one.vault.state.toRecords();
  await importInto(one.vault, 'again.qdpx', bytes);
  expect(one.vault.state.toRecords()).toEqual(before);
});

test('an import is one step: undo takes all of it back', async () => {
  const one = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(one.vault, RESOURCES, () => `s${(ids += 1)}`);
  const { bytes } = await exportProject(one.vault, 'qdpx', NOW);
  const two = await temporaryVault();
  const before = two.vault.state.toRecords();
  await importInto(two.vault, 'again.qdpx', bytes);
  await two.vault.undo();
  expect(two.vault.state.toRecords()).toEqual(before);
});

test('a package whose side file tells of snippets outside of the text is refused, and nothing of it stays', async () => {
  const one = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(one.vault, RESOURCES, () => `s${(ids += 1)}`);
  const { bytes } = await exportProject(one.vault, 'qdpx', NOW);
  const files = unzipSync(bytes);
  const side = Buffer.from(files['plumbline.json'] ?? [])
    .toString('utf8')
    .replace(/"endOffset":\d+/, '"endOffset":99999999');
  const two = await temporaryVault();
  const before = two.vault.seq;
  await expect(importInto(two.vault, 'bad.qdpx', zipSync({ ...files, 'plumbline.json': Buffer.from(side) }))).rejects.toThrow(
    'plumbline.json inside is damaged',
  );
  expect(two.vault.seq).toBe(before);
  const transcripts = path.join(two.folder, 'transcripts');
  expect(existsSync(transcripts) ? readdirSync(transcripts) : []).toEqual([]);
});

if (!there) test.skip(`SKIPPED: exchange files are tested where ${SHARED_DATA_FOLDER}/refi lies beside the repository`, () => undefined);

test('definition, rules and other names of tags travel in a codebook file and in a package that lost our own file', async () => {
  const one = await temporaryVault();
  const { tagId } = (
    await one.vault.edit('createTag', { name: 'Price', definition: 'An amount', whenToUse: 'Always', whenNotToUse: 'Never' })
  ).result as { tagId: string };
  await one.vault.edit('updateTag', { tagId, aliases: ['Cost', 'Fee'] });
  const tag = one.vault.state.require('tags', tagId);
  for (const format of ['qdc', 'qdpx'] as const) {
    const { bytes } = await exportProject(one.vault, format, NOW);
    const file =
      format === 'qdc'
        ? bytes
        : zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => name !== 'plumbline.json')));
    const two = await temporaryVault();
    await importInto(two.vault, `file.${format}`, file);
    const [back] = [...two.vault.state.all('tags').values()];
    expect({ ...back, id: tagId, imported: undefined, order: tag.order }).toEqual({ ...tag, imported: undefined });
  }
});
