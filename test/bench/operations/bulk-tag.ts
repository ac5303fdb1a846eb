// Auto-coding: one edit that gives every snippet of the study a new tag; beside one write of the same taggings, and SQLite.
import { appendFileSync, closeSync, fdatasyncSync, openSync } from 'node:fs';
import path from 'node:path';

import { taggingId } from '#shared/edits/tagging-edits';
import type { Tagging } from '#shared/model/records/tagging';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';
import { openSqlite } from '../rivals/sqlite-rival.ts';

const LEAST = { S: 8, M: 5, L: 3, XL: 2 } as const;

export const bulkTag: Operation = {
  about: 'tag every snippet, one step',
  async run(bench: Bench) {
    const vault = await bench.open();
    const snippetIds = [...vault.state.all('snippets').keys()];
    const undone: number[] = [];
    let tags = 0;
    const tagAll = async (): Promise<unknown> => {
      tags += 1;
      return vault.edit('tagSnippets', {
        snippetIds,
        tagIds: [],
        newTag: { id: `bulk${tags}`, name: `Bulk ${tags}` },
        origin: 'suggested',
      });
    };
    await bench.countBytes(OWN, 1, () => bench.watch(tagAll));
    await bench.watch(() => vault.undo());
    bench.markPeak();
    await vault.checkpoint();
    const sqlite = await openSqlite(bench.folder, vault.state.all('taggings').values());
    if (!sqlite) bench.absent('sqliteOneTransaction', 'this Node has no node:sqlite');
    const file = openSync(path.join(bench.folder, 'plain.ndjson'), 'a');
    await bench.rounds({ least: LEAST[bench.size], most: LEAST[bench.size] * 2, budgetMs: 5000, clean: true }, async () => {
      await bench.time(OWN, () => bench.watch(tagAll));
      const taggings = snippetIds.map((snippetId) => sameTagging(snippetId, `bulk${tags}`));
      await bench.time('stringifyAndAppend', () => {
        appendFileSync(file, JSON.stringify(taggings));
        fdatasyncSync(file);
      });
      if (sqlite) await bench.time('sqliteOneTransaction', () => sqlite.insertAll(taggings));
      const start = performance.now();
      await bench.watch(() => vault.undo());
      undone.push(performance.now() - start);
      await vault.checkpoint();
    });
    bench.note('undoMs', median(undone));
    closeSync(file);
    sqlite?.close();
  },
};

function sameTagging(snippetId: string, tagId: string): Tagging {
  return { id: taggingId(snippetId, tagId), snippetId, tagId, by: 'researcher', at: '2026-02-03T10:20:30.456Z', origin: 'suggested' };
}
