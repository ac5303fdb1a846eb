// Corrected texts on a real vault: one step, undone and redone whole, nothing half kept; deleting a person reaches every text.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { startPurge } from '#core/purge/start-purge';
import { planPurge } from '#core/purge/plan-purge';
import { checkVault } from '#core/services/check';
import { compareText, correctionOf, reviseText } from '#core/services/revise-text';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { findInFiles } from '#test/builders/canaries';
import type { TurnCorrection } from '#shared/domain/transcript/correct-turns';
import { addSource, countedServices, temporaryVault } from '#test/builders/temporary-vault';

const TALK: [string, string][] = [
  ['Ann', 'How do you plan your week?'],
  ['Bea', 'I write a lst on Sunday, and by Tuesday it is useless.'],
  ['Ann', 'Useless how?'],
  ['Bea', 'Nobody tells me when a meeting moves. I find out at the door.'],
  ['Carl', 'Same here, the door is where I learn it.'],
];

async function study() {
  const opened = await temporaryVault();
  const { vault } = opened;
  await addSource(vault, 'talk', TALK, ['Bea', 'Carl']);
  const mark = async (turn: number, words: string): Promise<string> => {
    const startOffset = TALK[turn]?.[1].indexOf(words) ?? -1;
    const range = { startTurn: turn, startOffset, endTurn: turn, endOffset: startOffset + words.length };
    return String((await vault.edit('createSnippet', { sourceId: 'talk', range })).result['snippetId']);
  };
  return {
    ...opened,
    list: await mark(1, 'I write a lst on Sunday'),
    door: await mark(3, 'I find out at the door'),
    same: await mark(4, 'Same here'),
  };
}

const correct = async (vault: Vault, correction: TurnCorrection) =>
  reviseText(vault, 'talk', vault.state.require('sources', 'talk').transcript.revision, await correctionOf(vault, 'talk', correction));

const recordsOf = (vault: Vault): string => JSON.stringify(vault.snapshotData().records);

describe('reviseText', () => {
  test('corrects a turn in one step; only what it touched changes, and undo brings all back', async () => {
    const { vault, list, door } = await study();
    const before = recordsOf(vault);
    const untouched = vault.state.require('snippets', door);
    const done = await correct(vault, { kind: 'words', turn: 1, text: 'I write a list on Sunday, and by Tuesday it is useless.' });
    expect(done).toMatchObject({ revision: 2, kept: 2, changed: 1, moved: 0, unsure: 0 });
    expect(vault.state.require('snippets', list)).toMatchObject({ quote: 'I write a list on Sunday', revision: 2 });
    expect(vault.state.require('snippets', door)).toBe(untouched);
    expect((await vault.turns('talk'))[1]?.text).toContain('a list on');
    await vault.undo();
    expect(recordsOf(vault)).toBe(before);
    expect((await vault.turns('talk'))[1]?.text).toContain('a lst on');
    await vault.redo();
    expect(vault.state.require('snippets', list).quote).toBe('I write a list on Sunday');
    expect((await checkVault(nodeDisk, vault)).problems).toEqual([]);
  });

  test('a text that was undone is never overwritten by the next one', async () => {
    const { vault, list } = await study();
    await correct(vault, { kind: 'words', turn: 1, text: 'I write a list on Sunday.' });
    await vault.undo();
    expect(await correct(vault, { kind: 'words', turn: 1, text: 'I write a last on Sunday.' })).toMatchObject({ revision: 3 });
    expect(vault.state.require('snippets', list).quote).toBe('I write a last on Sunday');
  });

  test('takes a turn out: its snippet keeps its words and waits for a decision', async () => {
    const { vault, door, same } = await study();
    expect(await correct(vault, { kind: 'words', turn: 3, text: '' })).toMatchObject({ kept: 1, moved: 1, unsure: 1 });
    const lost = vault.state.require('snippets', door);
    expect(lost).toMatchObject({ quote: 'I find out at the door', speakers: ['Bea'] });
    expect(lost.review).toMatchObject({ was: { revision: 1, range: { startTurn: 3 } }, withoutPlace: false });
    expect(vault.state.require('snippets', same)).toMatchObject({ quote: 'Same here', range: { startTurn: 3 } });
    expect((await checkVault(nodeDisk, vault)).problems).toEqual([]);
    await vault.edit('keepWithoutPlace', { snippetId: door });
    expect(vault.state.require('snippets', door).review).toMatchObject({ withoutPlace: true, proposals: [] });
    await vault.edit('moveSnippetEdges', { snippetId: door, range: { startTurn: 0, startOffset: 0, endTurn: 0, endOffset: 3 } });
    expect(vault.state.require('snippets', door)).not.toHaveProperty('review');
    expect(vault.state.require('snippets', door)).toMatchObject({ quote: 'How', speakers: ['Ann'] });
    await vault.undo();
    await vault.undo();
    await vault.undo();
    expect(vault.state.require('snippets', door)).not.toHaveProperty('review');
    expect(await vault.turns('talk')).toHaveLength(5);
  });

  test('what comes back in a later text finds its place again', async () => {
    const { vault, door } = await study();
    await correct(vault, { kind: 'words', turn: 3, text: '' });
    await correct(vault, { kind: 'words', turn: 2, text: 'Useless how? Nobody tells me when a meeting moves. I find out at the door.' });
    expect(vault.state.require('snippets', door)).toMatchObject({ quote: 'I find out at the door', range: { startTurn: 2 } });
    expect(vault.state.require('snippets', door)).not.toHaveProperty('review');
  });

  test('renaming keeps who a speaker is; a name that is there already makes one of two', async () => {
    const { vault, door, same } = await study();
    const [, bea, carl] = vault.state.require('sources', 'talk').speakers;
    await correct(vault, { kind: 'rename', label: 'Bea', to: 'Beatrice' });
    expect(vault.state.require('sources', 'talk').speakers[1]).toEqual({ ...bea, label: 'Beatrice' });
    expect(vault.state.require('snippets', door).speakers).toEqual(['Beatrice']);
    await correct(vault, { kind: 'rename', label: 'Beatrice', to: 'Carl' });
    expect(vault.state.require('sources', 'talk').speakers.map(({ label }) => label)).toEqual(['Ann', 'Carl']);
    expect(vault.state.require('sources', 'talk').speakers[1]).toEqual(carl);
    expect(vault.state.require('snippets', same).speakers).toEqual(['Carl']);
  });

  test('refuses a correction of a text that is not the current one, and leaves no file of it', async () => {
    const { vault, folder } = await study();
    const old = await correctionOf(vault, 'talk', { kind: 'words', turn: 0, text: 'How do you plan?' });
    await correct(vault, { kind: 'words', turn: 1, text: 'I write a list on Sunday.' });
    await expect(reviseText(vault, 'talk', 1, old)).rejects.toMatchObject({ code: 'conflict' });
    await expect(correct(vault, { kind: 'words', turn: 99, text: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    expect(readdirSync(path.join(folder, 'transcripts')).toSorted()).toEqual(['talk.1.json', 'talk.2.json']);
  });

  test('two corrections at once: one wins, the other says so', async () => {
    const { vault } = await study();
    const each = await Promise.allSettled([
      correct(vault, { kind: 'words', turn: 0, text: 'How do you plan a week?' }),
      correct(vault, { kind: 'words', turn: 2, text: 'Useless why?' }),
    ]);
    expect(each.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await checkVault(nodeDisk, vault)).problems).toEqual([]);
  });

  test('comparing says what would happen and changes nothing', async () => {
    const { vault } = await study();
    const before = recordsOf(vault);
    const turns = (await vault.turns('talk')).toSpliced(3, 1);
    expect(await compareText(vault, 'talk', turns)).toMatchObject({
      kept: 1,
      moved: 1,
      unsure: 1,
      turns: { before: 5, after: 4 },
      speakersGone: [],
    });
    expect(recordsOf(vault)).toBe(before);
  });
});

describe('deleting a person after corrections', () => {
  test('no text of before keeps their words; the others keep theirs', async () => {
    const opened = await study();
    const { vault, folder, same } = opened;
    const bea = vault.state.require('sources', 'talk').speakers[1]?.participantId ?? '';
    await correct(vault, { kind: 'words', turn: 3, text: 'Nobody tells me when meetings move.' });
    await correct(vault, { kind: 'words', turn: 0, text: 'How do you plan?' });
    await vault.undo();
    await correct(vault, { kind: 'words', turn: 2, text: '' });
    await startPurge(vault, await planPurge(vault, bea, nodeDisk, countedServices().now()), nodeDisk, false);
    const { vault: after } = await opened.reopen();
    for (const word of ['useless', 'Nobody', 'Beatrice', 'at the door.', 'meetings']) expect(findInFiles([folder], [word])).toEqual([]);
    expect(after.state.require('snippets', same)).toMatchObject({ quote: 'Same here' });
    expect((await checkVault(nodeDisk, after)).problems).toEqual([]);
    const files = readdirSync(path.join(folder, 'transcripts'));
    expect(files).toHaveLength(1);
    expect(readFileSync(path.join(folder, 'transcripts', files[0] ?? ''), 'utf8')).toContain('Same here');
  });

  test('a lost snippet goes on counting for who said it, and goes with them', async () => {
    const opened = await study();
    const { vault, folder, door, same } = opened;
    const bea = vault.state.require('sources', 'talk').speakers[1];
    await correct(vault, { kind: 'words', turn: 3, text: '' });
    await correct(vault, { kind: 'words', turn: 1, text: '' });
    expect(vault.state.require('sources', 'talk').speakers).toContainEqual(bea);
    expect(vault.state.require('snippets', door).review).toBeDefined();
    await startPurge(vault, await planPurge(vault, bea?.participantId ?? '', nodeDisk, countedServices().now()), nodeDisk, false);
    const { vault: after } = await opened.reopen();
    for (const word of ['useless', 'Nobody', 'find out']) expect(findInFiles([folder], [word])).toEqual([]);
    expect([...after.state.all('snippets').keys()]).toEqual([same]);
    expect((await checkVault(nodeDisk, after)).problems).toEqual([]);
  });

  test('somebody whose turns a correction took out is gone from the earlier text too', async () => {
    const opened = await study();
    const { vault, folder, list, door, same } = opened;
    const bea = vault.state.require('sources', 'talk').speakers[1]?.participantId ?? '';
    await vault.edit('removeSnippets', { snippetIds: [list, door] });
    await correct(vault, { kind: 'words', turn: 3, text: '' });
    await correct(vault, { kind: 'words', turn: 1, text: '' });
    expect(vault.state.require('sources', 'talk').speakers.map(({ label }) => label)).not.toContain('Bea');
    await startPurge(vault, await planPurge(vault, bea, nodeDisk, countedServices().now()), nodeDisk, false);
    const { vault: after } = await opened.reopen();
    for (const word of ['useless', 'Nobody', 'find out']) expect(findInFiles([folder], [word])).toEqual([]);
    expect(after.state.require('snippets', same)).toMatchObject({ quote: 'Same here' });
    expect((await checkVault(nodeDisk, after)).problems).toEqual([]);
  });
});
