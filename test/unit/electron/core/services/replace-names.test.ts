// Names replaced in a real study: transcripts, quotes, notes and titles, as one step; the key list tells them again, and only with its passphrase.
import { expect, test } from 'vitest';

import { readKeyList, writeKeyList } from '#core/services/key-list';
import { proposeNames, replaceNamesInStudy } from '#core/services/replace-names';

import { addSource, temporaryVault } from '#test/builders/temporary-vault';

const CHOICES = [
  { text: 'Kofi', replacement: '[name 1]' },
  { text: 'Ana', replacement: 'P01' },
];

async function study() {
  const opened = await temporaryVault();
  const { vault } = opened;
  await addSource(
    vault,
    's1',
    [
      ['Ana', 'I asked Kofi, my boss, about the price.'],
      ['Ben', 'Kofi again? He is never here.'],
    ],
    ['Ana', 'Ben'],
  );
  const range = { startTurn: 0, startOffset: 2, endTurn: 0, endOffset: 12 };
  const { result } = await vault.edit('createSnippet', { sourceId: 's1', range });
  const snippetId = (result as { snippetId: string }).snippetId;
  await vault.edit('setSnippetNote', { snippetId, note: 'Ask Kofi again.' });
  return { ...opened, snippetId };
}

test('one step replaces them everywhere, a restart shows the same, and undo brings all of it back', async () => {
  const { vault, snippetId, reopen } = await study();
  const before = JSON.stringify(vault.state.toRecords());
  const done = await replaceNamesInStudy(vault, CHOICES);
  expect(done).toMatchObject({ sources: 1, changed: 1, unsure: 0 });
  expect((await vault.turns('s1')).map(({ speaker, text }) => [speaker, text])).toEqual([
    ['P01', 'I asked [name 1], my boss, about the price.'],
    ['Ben', '[name 1] again? He is never here.'],
  ]);
  expect(vault.state.require('snippets', snippetId)).toMatchObject({ quote: 'asked [name 1]', note: 'Ask [name 1] again.' });
  expect(JSON.stringify(vault.state.all('snippets').get(snippetId))).not.toContain('Kofi');
  expect(await proposeNames(vault, null).then((names) => names.map(({ text }) => text))).not.toContain('Kofi');
  const again = (await reopen()).vault;
  expect(again.state.require('snippets', snippetId).quote).toBe('asked [name 1]');
  await again.undo();
  expect(JSON.stringify(again.state.toRecords())).toBe(before);
  expect((await again.turns('s1'))[0]?.text).toBe('I asked Kofi, my boss, about the price.');
});

test('a stop leaves the study and its folder as they were', async () => {
  const { vault } = await study();
  const { seq } = vault;
  const stop = new AbortController();
  stop.abort();
  await expect(replaceNamesInStudy(vault, CHOICES, { signal: stop.signal, report: () => undefined })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(vault.seq).toBe(seq);
});

test('the key list opens with its passphrase alone, and holds no name in plain sight', async () => {
  const list = { study: 'Larkmoor', writtenAt: '2026-06-30T12:00:00.000Z', names: CHOICES };
  const bytes = await writeKeyList(list, 'a long passphrase');
  expect(bytes.toString('latin1')).not.toMatch(/Kofi|Larkmoor/);
  expect(await readKeyList(bytes, 'a long passphrase')).toEqual(list);
  await expect(readKeyList(bytes, 'another passphrase')).rejects.toMatchObject({ code: 'passphrase' });
  const content = JSON.parse(bytes.toString('utf8')) as { sealed: string };
  const changed = Buffer.from(JSON.stringify({ ...content, sealed: `${content.sealed.slice(0, -8)}AAAAAAA=` }));
  await expect(readKeyList(changed, 'a long passphrase')).rejects.toMatchObject({ code: 'unreadable-file' });
  await expect(readKeyList(Buffer.from('{}'), 'a long passphrase')).rejects.toMatchObject({ code: 'unreadable-file' });
});
