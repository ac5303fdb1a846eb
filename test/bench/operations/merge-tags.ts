// Merging the two tags that are used most, as one step; beside one write of the same taggings.
import { appendFileSync, closeSync, fdatasyncSync, openSync } from 'node:fs';
import path from 'node:path';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';

export const mergeTags: Operation = {
  about: 'merge the two largest tags',
  async run(bench: Bench) {
    const vault = await bench.open();
    const bySize = [...vault.state.all('tags').keys()]
      .map((id) => ({ id, taggings: vault.state.referring('tags', id, 'taggings') }))
      .sort((left, right) => right.taggings.length - left.taggings.length);
    const [into, from] = bySize;
    if (!into || !from) throw new Error('A study for measuring has at least two tags.');
    const merge = (): Promise<unknown> => vault.edit('mergeTags', { tagIds: [from.id], intoTagId: into.id });
    await bench.countBytes(OWN, 1, () => bench.watch(merge));
    await vault.undo();
    bench.markPeak();
    const file = openSync(path.join(bench.folder, 'plain.ndjson'), 'a');
    await bench.rounds({ least: 3, most: 10, budgetMs: 3000 }, async () => {
      await bench.time(OWN, () => bench.watch(merge));
      await bench.time('stringifyAndAppend', () => {
        appendFileSync(file, JSON.stringify(from.taggings));
        fdatasyncSync(file);
      });
      await vault.undo();
      await vault.checkpoint();
    });
    closeSync(file);
    bench.note('taggings', from.taggings.length);
  },
};
