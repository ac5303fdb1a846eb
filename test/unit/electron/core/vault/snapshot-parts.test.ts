// Snapshots in parts: read piece by piece they give what reading all gives, and damage shows wherever it is.
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { openVault } from '#core/vault/open-vault';
import { formatSnapshot, parseSnapshot, parseSnapshotInStretches } from '#core/vault/snapshot';
import type { SnapshotPart } from '#core/vault/snapshot-layout';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';

import { addSource, countedServices, openAgain, type TemporaryVault, temporaryVault } from '../../../../builders/temporary-vault.ts';

/** Enough records for several parts of one collection: the snapshot is over a megabyte. */
const SNIPPETS = 900;

async function largeVault(): Promise<TemporaryVault> {
  const opened = await temporaryVault();
  const { vault } = opened;
  const said = 'It took three weeks until anybody answered, and then it was the wrong department. '.repeat(4).trim();
  const turns = Array.from({ length: SNIPPETS }, (): [string, string] => ['Ana', said]);
  await addSource(vault, 's1', turns, ['Ana']);
  await vault.edit('createTag', { id: 'slow', name: 'Slow' });
  for (let index = 0; index < SNIPPETS; index += 1) {
    await vault.edit('createSnippet', {
      id: `snippet${index}`,
      sourceId: 's1',
      range: { startTurn: index, startOffset: 0, endTurn: index, endOffset: said.length },
      tagIds: ['slow'],
    });
  }
  return opened;
}

const file = (folder: string): string => path.join(folder, 'vault.json');
const partsOf = (folder: string): SnapshotPart[] => (JSON.parse(readFileSync(file(folder), 'utf8')) as { parts: SnapshotPart[] }).parts;

describe('a large snapshot', () => {
  test('opens with the first screen, then the rest, in the order it had', { timeout: 60_000 }, async () => {
    const { vault, folder } = await largeVault();
    await vault.checkpoint();
    // What came after the snapshot lies in the journal: one changed, one removed, one made.
    await vault.edit('setSnippetNote', { snippetId: 'snippet3', note: 'changed later' });
    await vault.edit('removeSnippets', { snippetIds: ['snippet5'] });
    await vault.edit('createTag', { id: 'late', name: 'Late' });
    await vault.edit('tagSnippets', { snippetIds: ['snippet7'], tagIds: ['late'] });
    const before = vault.state.toRecords();
    const order = [...vault.state.all('snippets').keys()];
    expect(partsOf(folder).filter((part) => part.collection === 'snippets').length).toBeGreaterThan(1);

    const copy = copyOf(folder);
    const again = await openAgain(copy);
    expect(again.vault.state.all('tags').has('late')).toBe(true);
    expect(again.vault.state.all('snippets').size).toBeLessThan(SNIPPETS);
    // An edit given at once waits for the records it needs.
    const edit = again.vault.edit('setSnippetNote', { snippetId: 'snippet880', note: 'at once' });
    await again.vault.whole;
    await edit;
    expect([...again.vault.state.all('snippets').keys()]).toEqual(order);
    await again.vault.undo();
    expect(again.vault.state.toRecords()).toEqual(before);
    expect(again.vault.state.referring('tags', 'late', 'taggings').map((tagging) => tagging.snippetId)).toEqual(['snippet7']);
  });

  test('a closing in the middle of loading keeps everything', { timeout: 60_000 }, async () => {
    const { vault, folder } = await largeVault();
    await vault.checkpoint();
    await vault.edit('createTag', { name: 'In the journal only' });
    const copy = copyOf(folder);
    await (await openVault(copy, countedServices())).vault.close();
    expect(existsSync(path.join(copy, '.lock'))).toBe(false);
    const { vault: again } = await openAgain(copy);
    await again.whole;
    expect(again.state.toRecords()).toEqual(vault.state.toRecords());
  });

  test('a damaged part behind the first screen refuses everything that would change the study', { timeout: 60_000 }, async () => {
    const { vault, folder } = await largeVault();
    await vault.checkpoint();
    const copy = copyOf(folder);
    const bytes = readFileSync(file(copy));
    const last = partsOf(copy).findLast((part) => part.collection === 'snippets') as SnapshotPart;
    const start = bytes.indexOf('"records":{\n') + '"records":{\n'.length + last.start;
    bytes[start + 100] = (bytes[start + 100] as number) ^ 1;
    writeFileSync(file(copy), bytes);
    const { vault: opened } = await openVault(copy, countedServices());
    await expect(opened.whole).rejects.toMatchObject({ code: 'vault-damaged', message: expect.stringContaining('vault.json') });
    await expect(opened.edit('createTag', { name: 'x' })).rejects.toMatchObject({ code: 'vault-damaged' });
    await opened.close();
    expect(readFileSync(file(copy))).toEqual(bytes);
  });
});

function copyOf(folder: string): string {
  const copy = `${folder}.copy`;
  cpSync(folder, copy, { recursive: true, filter: (source) => path.basename(source) !== '.lock' });
  return copy;
}

describe('the file', () => {
  const records = fc.dictionary(
    fc.constantFrom('snippets', 'tags', 'cards', 'memos'),
    fc
      .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z][A-Za-z0-9_-]{0,8}$/), text: fc.string({ unit: 'binary', maxLength: 300 }) }), {
        selector: (record) => record.id,
      })
      .map((list) => Object.fromEntries(list.map((record) => [record.id, record]))),
  );
  const head = {
    format: 'plumbline-vault',
    schemaVersion: 1,
    vaultId: 'v',
    seq: 7,
    chain: 'c',
    savedAt: '2026-01-01T00:00:00.000Z',
    undo: EMPTY_UNDO_STACK,
  } as const;

  test('is one JSON document; both ways of reading give what was written', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (made) => {
        const bytes = formatSnapshot({ ...head, records: made });
        const whole = JSON.parse(bytes.toString('utf8')) as { records: unknown; parts: SnapshotPart[] };
        expect(parseSnapshot(bytes, 'x').records).toEqual(whole.records);
        expect(await parseSnapshotInStretches(bytes, 'x')).toEqual(parseSnapshot(bytes, 'x'));
        expect(Object.keys(whole.records as object)).toEqual(Object.keys(made));
        expect(whole.parts.reduce((sum, part) => sum + part.count, 0)).toBe(
          Object.values(made).reduce((sum, byId) => sum + Object.keys(byId).length, 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('a flipped bit anywhere is noticed by the whole reading', async () => {
    const bytes = formatSnapshot({ ...head, records: { tags: { a: { id: 'a', name: 'A' } }, memos: {} } });
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] as number) ^ 4;
      await expect(parseSnapshotInStretches(flipped, 'x'), `byte ${at}`).rejects.toMatchObject({ code: 'vault-damaged' });
    }
  });
});

describe('checkpoints', () => {
  test('the snapshot before keeps its bytes under the other name, and no temporary file is left', async () => {
    const { vault, folder } = await temporaryVault();
    for (const name of ['A', 'B', 'C']) {
      const old = readFileSync(file(folder));
      const { ino } = statSync(file(folder));
      await vault.edit('createTag', { name });
      await vault.checkpoint();
      expect(readFileSync(path.join(folder, 'vault.previous.json'))).toEqual(old);
      expect(statSync(path.join(folder, 'vault.previous.json')).ino).toBe(ino);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a snapshot that was damaged meanwhile does not take the place of a good previous one', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    await vault.checkpoint();
    await vault.edit('createTag', { name: 'B' });
    await vault.checkpoint();
    const previous = readFileSync(path.join(folder, 'vault.previous.json'));
    writeFileSync(file(folder), readFileSync(file(folder), 'utf8').replace('"B"', '"X"'));
    await vault.edit('createTag', { name: 'C' });
    await vault.checkpoint();
    expect(readFileSync(path.join(folder, 'vault.previous.json'))).toEqual(previous);
    expect(parseSnapshot(readFileSync(file(folder)), 'vault.json').seq).toBe(3);
  });
});
