// A checkpoint after one edit; beside writing the same records as one string with an fsync, and lowdb's own whole-file write.
import { open } from 'node:fs/promises';
import path from 'node:path';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { newTaggings } from '../harness/new-taggings.ts';
import { openLowdb } from '../rivals/lowdb-rival.ts';

const LEAST = { S: 10, M: 8, L: 4, XL: 3 } as const;

export const checkpoint: Operation = {
  about: 'checkpoint after an edit',
  async run(bench: Bench) {
    const vault = await bench.open();
    const next = newTaggings(vault.state);
    const tag = async (): Promise<void> => {
      const { snippetId, tagId } = next();
      await vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] });
    };
    await tag();
    await bench.countBytes(OWN, 1, () => bench.watch(() => vault.checkpoint()));
    bench.markPeak();
    const records = vault.state.toRecords();
    const lowdb = await openLowdb(bench.folder, records);
    await bench.rounds({ least: LEAST[bench.size], most: LEAST[bench.size] * 3, budgetMs: 4000, clean: true }, async () => {
      await tag();
      await bench.time(OWN, () => bench.watch(() => vault.checkpoint()));
      globalThis.gc?.();
      await bench.time('stringifyAndWrite', () => writeOnce(path.join(bench.folder, 'plain.json'), records));
      globalThis.gc?.();
      await bench.countBytes('lowdb', 1, () => bench.time('lowdb', () => lowdb.insert(next())));
    });
  },
};

async function writeOnce(file: string, records: unknown): Promise<void> {
  const handle = await open(file, 'w');
  await handle.write(JSON.stringify(records));
  await handle.sync();
  await handle.close();
}
