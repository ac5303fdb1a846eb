// Edits of thousands of records: one step, stopped without traces, cut short without halves, nothing held up meanwhile.
import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { openVault } from '#core/vault/open-vault';
import type { Vault } from '#core/vault/vault';

import { writeLargeVault } from '../../../../builders/large-vault.ts';
import { countedServices, openAgain, temporaryFolder } from '../../../../builders/temporary-vault.ts';

const SNIPPETS = 12_000;
const ids = Array.from({ length: SNIPPETS }, (_, index) => `n${index}`);

async function largeVault(): Promise<{ vault: Vault; folder: string; reopen(): Promise<Vault> }> {
  const folder = path.join(temporaryFolder(), 'large.plumb');
  await writeLargeVault(folder, SNIPPETS);
  const opened = await openAgain(folder);
  await opened.vault.whole;
  await opened.vault.edit('createTag', { id: 'auto', name: 'Auto' });
  return {
    vault: opened.vault,
    folder,
    reopen: async () => {
      const { vault } = await opened.reopen();
      await vault.whole;
      return vault;
    },
  };
}

const taggings = (vault: Vault): number => vault.state.all('taggings').size;
const journalOf = (folder: string): string => path.join(folder, 'journal.ndjson');

/** Stops in the n-th pause: each lets the event loop go round once. */
function abortAfter(pauses: number, controller: AbortController): void {
  setImmediate(() => (pauses === 1 ? controller.abort() : abortAfter(pauses - 1, controller)));
}

describe('an edit of thousands of records', () => {
  test('is one step in several entries, undone and done again, also after a restart', { timeout: 60_000 }, async () => {
    const { vault, reopen } = await largeVault();
    const heard: { seq: number; more: boolean }[] = [];
    vault.announcements.subscribe(({ entry }) => heard.push({ seq: entry.seq, more: entry.more ?? false }));
    const { seq } = await vault.edit('tagSnippets', { snippetIds: ids, tagIds: ['auto'] });
    expect(heard.length).toBeGreaterThan(10);
    expect(heard.map((entry) => entry.seq)).toEqual(heard.map((_, index) => index + 2));
    expect(heard.map((entry) => entry.more)).toEqual(heard.map((_, index) => index < heard.length - 1));
    expect(seq).toBe(heard.at(-1)?.seq);
    expect(vault.undoLabel).toBe(`Tag ${SNIPPETS} snippets`);
    await vault.undo();
    expect(taggings(vault)).toBe(SNIPPETS);
    expect(vault.undoLabel).toBe('Create tag Auto');
    await vault.redo();
    const again = await reopen();
    expect(taggings(again)).toBe(2 * SNIPPETS);
    await again.undo();
    expect(taggings(again)).toBe(SNIPPETS);
    expect(again.redoLabel).toBe(`Tag ${SNIPPETS} snippets`);
  });

  test('lets everything but edits run meanwhile; edits wait and come after it', { timeout: 60_000 }, async () => {
    const { vault } = await largeVault();
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    const order: string[] = [];
    const long = vault.edit('tagSnippets', { snippetIds: ids, tagIds: ['auto'] }).then(() => order.push('long'));
    const short = vault.edit('createTag', { name: 'Meanwhile' }).then(() => order.push('short'));
    await Promise.all([long, short]);
    clearInterval(timer);
    expect(order).toEqual(['long', 'short']);
    expect(ticks).toBeGreaterThan(3);
    await vault.undo();
    expect(vault.undoLabel).toBe(`Tag ${SNIPPETS} snippets`);
  });

  test('stopped at any moment it leaves no trace', { timeout: 60_000 }, async () => {
    const { vault, folder } = await largeVault();
    const before = vault.state.toRecords();
    const journal = readFileSync(journalOf(folder));
    for (const pauses of [1, 2, 4]) {
      const controller = new AbortController();
      const job = { signal: controller.signal, report: () => undefined };
      const edit = vault.edit('tagSnippets', { snippetIds: ids, tagIds: ['auto'] }, { job });
      abortAfter(pauses, controller);
      await expect(edit).rejects.toMatchObject({ code: 'cancelled' });
      expect(vault.state.toRecords()).toEqual(before);
      expect(readFileSync(journalOf(folder))).toEqual(journal);
      expect(vault.undoLabel).toBe('Create tag Auto');
    }
    expect((await vault.edit('createTag', { name: 'After' })).seq).toBe(2);
  });

  test(
    'merging a tag that thousands bear is stopped without a trace as well, and one undo takes it back',
    { timeout: 60_000 },
    async () => {
      const { vault, folder } = await largeVault();
      const before = vault.state.toRecords();
      const journal = readFileSync(journalOf(folder));
      const merge = { tagIds: ['slow'], intoTagId: 'auto' };
      const controller = new AbortController();
      const stopped = vault.edit('mergeTags', merge, { job: { signal: controller.signal, report: () => undefined } });
      abortAfter(3, controller);
      await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
      expect(vault.state.toRecords()).toEqual(before);
      expect(readFileSync(journalOf(folder))).toEqual(journal);
      const reports: number[] = [];
      const job = { signal: new AbortController().signal, report: (done: number) => void reports.push(done) };
      await vault.edit('mergeTags', merge, { job });
      expect(vault.state.get('tags', 'slow')).toBeUndefined();
      expect(reports.length).toBeGreaterThan(0);
      await vault.undo();
      expect(vault.state.toRecords()).toEqual(before);
      expect(vault.undoLabel).toBe('Create tag Auto');
    },
  );

  test('cut short on the disk it is dropped as a whole, whatever of it was written', { timeout: 60_000 }, async () => {
    const { vault, folder } = await largeVault();
    const answered = readFileSync(journalOf(folder)).length;
    const writing = vault.edit('tagSnippets', { snippetIds: ids.slice(0, 2000), tagIds: ['auto'] });
    await writing;
    const whole = readFileSync(journalOf(folder));
    const killed = `${folder}.killed`;
    cpSync(folder, killed, { recursive: true, filter: (source) => path.basename(source) !== '.lock' });
    const lines = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
    // At each end of a line but the last, and in the middle of one.
    for (const cut of [...lines.slice(1, -1), (lines[1] ?? 0) + 100]) {
      // Each in a copy of its own: closing makes a checkpoint.
      const copy = `${folder}.${cut}`;
      cpSync(killed, copy, { recursive: true });
      writeFileSync(journalOf(copy), whole);
      truncateSync(journalOf(copy), cut);
      const opened = await openVault(copy, countedServices());
      await opened.vault.whole;
      expect(opened.vault.seq).toBe(1);
      expect(taggings(opened.vault)).toBe(SNIPPETS);
      expect(opened.notices.join(' ')).toContain('cut short');
      expect(readFileSync(journalOf(copy)).length).toBe(answered);
      expect(opened.vault.undoLabel).toBe('Create tag Auto');
      await opened.vault.close();
    }
  });
});

test('the history keeps a bounded part of a session in memory and reads the rest again', { timeout: 60_000 }, async () => {
  const { vault } = await largeVault();
  for (let round = 0; round < 3; round += 1) await vault.edit('starSnippets', { snippetIds: ids, starred: round % 2 === 0 });
  await vault.checkpoint();
  for (let round = 0; round < 3; round += 1) await vault.undo();
  expect([...vault.state.all('snippets').values()].filter((snippet) => snippet.starred)).toHaveLength(0);
  await vault.undo();
  expect(vault.state.get('tags', 'auto')).toBeUndefined();
});
