// The durable edit: one snippet gets one tag, answered after the fsync; beside the raw append, SQLite and lowdb.
import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { newTaggings } from '../harness/new-taggings.ts';
import { openLowdb } from '../rivals/lowdb-rival.ts';
import { openRawAppend } from '../rivals/raw-append.ts';
import { openSqlite } from '../rivals/sqlite-rival.ts';

const ALONE = { groups: 10, edits: 20 };
const WARM_UP = 1000;
const ROUNDS = 300;
/** lowdb writes are too dear for every round: so many of them, spread over the run. */
const LOWDB_WRITES = { S: 30, M: 12, L: 5, XL: 3 } as const;

export const edit: Operation = {
  about: 'tag a snippet, durable',
  async run(bench: Bench) {
    const vault = await bench.open();
    const next = newTaggings(vault.state);
    const tag = (): Promise<unknown> => {
      const { snippetId, tagId } = next();
      return vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] });
    };
    // As in a study in work: code warm, undo steps at their limit.
    await Promise.all(Array.from({ length: WARM_UP }, tag));
    await bench.countBytes(OWN, ALONE.groups * ALONE.edits, async () => {
      for (let group = 0; group < ALONE.groups; group += 1) {
        await bench.watch(async () => {
          for (let count = 0; count < ALONE.edits; count += 1) await tag();
        });
      }
    });
    bench.markPeak();

    const raw = await openRawAppend(bench.folder);
    const sqlite = await openSqlite(bench.folder, vault.state.all('taggings').values());
    if (!sqlite) bench.absent('sqlite', 'this Node has no node:sqlite');
    const lowdb = await openLowdb(bench.folder, vault.state.toRecords());
    const lowdbEvery = Math.ceil(ROUNDS / LOWDB_WRITES[bench.size]);
    for (let round = 0; round < ROUNDS; round += 1) {
      await bench.time('raw', raw.blocking);
      await bench.time(OWN, tag);
      await bench.time('rawAsync', raw.nonBlocking);
      const tagging = next();
      if (sqlite) await bench.time('sqlite', () => sqlite.insert(tagging));
      if (round % lowdbEvery === lowdbEvery - 1) await bench.countBytes('lowdb', 1, () => bench.time('lowdb', () => lowdb.insert(tagging)));
    }
    if (sqlite) {
      await bench.countBytes('sqlite', ALONE.groups * ALONE.edits, async () => {
        for (let count = 0; count < ALONE.groups * ALONE.edits; count += 1) sqlite.insert(next());
      });
    }
    await raw.close();
    sqlite?.close();
  },
};
