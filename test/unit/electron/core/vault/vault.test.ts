// The vault as a whole: durable answers, undo and redo across restarts, checkpoints, refusals.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { AppError } from '#shared/lib/app-error';

import { addSource, temporaryVault } from '../../../../builders/temporary-vault.ts';

const names = (vault: { state: { all(name: 'tags'): ReadonlyMap<string, { name: string }> } }) =>
  [...vault.state.all('tags').values()].map((tag) => tag.name);

describe('edits', () => {
  test('an answered edit is in the journal, and there after a restart', async () => {
    const opened = await temporaryVault();
    const { seq, result } = await opened.vault.edit('createTag', { name: 'Price fog' });
    expect(seq).toBe(1);
    expect(readFileSync(path.join(opened.folder, 'journal.ndjson'), 'utf8')).toContain('Price fog');
    const { vault } = await opened.reopen();
    expect(vault.seq).toBe(1);
    expect(vault.state.get('tags', String(result['tagId']))?.name).toBe('Price fog');
  });

  test('edits of one tick share a write and keep their order', async () => {
    const { vault, folder } = await temporaryVault();
    const seen: number[] = [];
    vault.announcements.subscribe(({ entry }) => seen.push(entry.seq));
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => vault.edit('createTag', { name: `Tag ${index}` })));
    expect(answers.map((answer) => answer.seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(seen).toEqual(answers.map((answer) => answer.seq));
    expect(readFileSync(path.join(folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(50);
  });

  test.each([
    ['unknownEdit', {}, 'bad-input'],
    ['createTag', { name: '' }, 'bad-input'],
    ['createTag', { name: 'x', surprise: 1 }, 'bad-input'],
    ['tagSnippets', { snippetIds: ['nobody'], tagIds: [] }, 'not-found'],
    ['moveTag', { tagId: 'nobody', parentId: null }, 'not-found'],
  ])('%s with wrong input is refused and changes nothing', async (edit, input, code) => {
    const { vault } = await temporaryVault();
    await expect(vault.edit(edit, input)).rejects.toMatchObject({ code });
    expect(vault.seq).toBe(0);
  });

  test('an edit that fails half way takes back what it did', async () => {
    const { vault } = await temporaryVault();
    await vault.edit('createTag', { id: 'a', name: 'A' });
    await expect(vault.edit('deleteTags', { tagIds: ['a', 'nobody'] })).rejects.toBeInstanceOf(AppError);
    expect(names(vault)).toEqual(['A']);
    await vault.edit('createTag', { name: 'B' });
    expect(vault.seq).toBe(2);
  });

  test('an edit that changes nothing writes nothing', async () => {
    const { vault } = await temporaryVault();
    await vault.edit('createTag', { id: 'a', name: 'A' });
    expect((await vault.edit('updateTag', { tagId: 'a', name: 'A' })).seq).toBe(1);
  });
});

describe('undo', () => {
  test('takes back and does again, with labels, across restarts and checkpoints', async () => {
    let opened = await temporaryVault();
    await opened.vault.edit('createTag', { id: 'a', name: 'A' });
    await opened.vault.edit('updateTag', { tagId: 'a', name: 'A2' });
    await opened.vault.checkpoint();
    await opened.vault.edit('createTag', { id: 'b', name: 'B' });
    opened = await opened.reopen();
    expect(opened.vault.undoLabel).toBe('Create tag B');
    await opened.vault.undo();
    await opened.vault.undo();
    expect(names(opened.vault)).toEqual(['A']);
    opened = await opened.reopen();
    expect(opened.vault.redoLabel).toBe('Edit tag A');
    await opened.vault.redo();
    expect(names(opened.vault)).toEqual(['A2']);
    await opened.vault.undo();
    await opened.vault.undo();
    expect(names(opened.vault)).toEqual([]);
    expect(opened.vault.undoLabel).toBeNull();
    await expect(opened.vault.undo()).rejects.toMatchObject({ code: 'conflict' });
  });

  test('typing in pauses is one step, another field is another', async () => {
    const { vault } = await temporaryVault();
    await vault.edit('createTag', { id: 'a', name: 'A' });
    for (const definition of ['p', 'pr', 'pri']) await vault.edit('updateTag', { tagId: 'a', definition }, { coalesce: 'a.definition' });
    await vault.edit('updateTag', { tagId: 'a', whenToUse: 'w' }, { coalesce: 'a.whenToUse' });
    await vault.undo();
    expect(vault.state.require('tags', 'a')).toMatchObject({ definition: 'pri', whenToUse: '' });
    await vault.undo();
    expect(vault.state.require('tags', 'a').definition).toBe('');
  });

  test('a new edit ends what could be redone', async () => {
    const { vault } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    await vault.undo();
    await vault.edit('createTag', { name: 'B' });
    expect(vault.redoLabel).toBeNull();
  });

  test('undo of an import removes its participants, redo brings the same ids back', async () => {
    const { vault } = await temporaryVault();
    await addSource(
      vault,
      's1',
      [
        ['Ana', 'Hello there'],
        ['Researcher', 'Hi'],
      ],
      ['Ana'],
    );
    const people = [...vault.state.all('participants').keys()];
    await vault.undo();
    expect(vault.state.all('sources').size + vault.state.all('participants').size).toBe(0);
    await vault.redo();
    expect([...vault.state.all('participants').keys()]).toEqual(people);
    expect((await vault.turns('s1'))[0]?.text).toBe('Hello there');
  });
});

describe('checkpoint', () => {
  test('moves the journal to the history and keeps the snapshot before', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    await vault.edit('createTag', { name: 'B' });
    await vault.checkpoint();
    await vault.edit('createTag', { name: 'C' });
    await vault.checkpoint();
    expect(readdirSync(path.join(folder, 'history'))).toEqual(['000000000001-000000000002.ndjson', '000000000003-000000000003.ndjson']);
    expect(JSON.parse(readFileSync(path.join(folder, 'vault.json'), 'utf8'))).toMatchObject({ seq: 3 });
    expect(JSON.parse(readFileSync(path.join(folder, 'vault.previous.json'), 'utf8'))).toMatchObject({ seq: 2 });
  });

  test('edits go on while it is written', async () => {
    const opened = await temporaryVault();
    await opened.vault.edit('createTag', { name: 'A' });
    const [, ...answers] = await Promise.all([
      opened.vault.checkpoint(),
      ...Array.from({ length: 20 }, (_, index) => opened.vault.edit('createTag', { name: `Tag ${index}` })),
    ]);
    expect(answers).toHaveLength(20);
    expect((await opened.reopen()).vault.state.all('tags').size).toBe(21);
  });
});
