// A burst: 1,000 durable edits given at once, as a script or a held key gives them; beside one fsync and one SQLite transaction.
import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { newTaggings } from '../harness/new-taggings.ts';
import { someTaggings, tagAtOnce, warmUp } from '../harness/warm-up.ts';
import { openRawAppend } from '../rivals/raw-append.ts';
import { openSqlite } from '../rivals/sqlite-rival.ts';

const EDITS = 1000;

export const burst: Operation = {
  about: '1,000 durable edits at once',
  async run(bench: Bench) {
    const vault = await bench.open();
    const next = newTaggings(vault.state);
    const first = someTaggings(next, EDITS);
    await bench.countBytes(OWN, 1, () => bench.watch(() => tagAtOnce(vault, first)));
    bench.markPeak();
    await warmUp(vault, next);
    const raw = await openRawAppend(bench.folder);
    const sqlite = await openSqlite(bench.folder, vault.state.all('taggings').values());
    if (!sqlite) bench.absent('sqliteOneTransaction', 'this Node has no node:sqlite');
    await bench.rounds({ least: 5, most: 5, budgetMs: 0 }, async () => {
      for (let count = 0; count < 40; count += 1) await bench.time('fsync', raw.blocking);
      // What is to be tagged is looked up before, for the vault as for its rival.
      const [own, others] = [someTaggings(next, EDITS), someTaggings(next, EDITS)];
      await bench.time(OWN, () => bench.watch(() => tagAtOnce(vault, own)));
      if (sqlite) await bench.time('sqliteOneTransaction', () => sqlite.insertAll(others));
    });
    await raw.close();
    sqlite?.close();
  },
};
